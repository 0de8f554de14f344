/**
 * What somebody might send to do harm, or by mistake: states, links, commands, texts. Everything is made when it is asked
 * for, and all but what is marked as `ofScripts` can be sent in a message too. The page is sent this very file.
 */

const markup = [
  '<img src=x onerror="window.harmed=1">',
  '<script>window.harmed=1</script>',
  '"><svg onload=window.harmed=1>',
  "');window.harmed=1;//",
  'javascript:window.harmed=1',
  'url(https://elsewhere.example/x.png)',
  '{{constructor.constructor("window.harmed=1")()}}',
  '$' + '{window.harmed=1}',
  'https://elsewhere.example/state.json',
  '//elsewhere.example/',
]

/** Names that objects have by themselves. */
const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']

const strange = [
  '\0',
  'xor\0',
  '\ud800',
  'x\udfff',
  '\u202exor',
  '\ufeff',
  ' ',
  '%',
  '%00',
  '%25%30%30',
  '\r\nSet-Cookie: a=1',
]

/** Texts of every kind, none of which means anything here. */
export const texts = [...markup, ...inherited, ...strange, 'x'.repeat(300)]

const nested = (depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

function cycle() {
  const state = { v: 1, data: { name: 'xor' } }
  state.network = state
  state.data.features = [state]
  return state
}

const xor = (rest) => ({ v: 1, data: { name: 'xor' }, ...rest })
const layers = (...units) => units.map((count) => ({ units: count, activation: 'tanh' }))
const weights = (value) => [{ weights: [[value, 0]], bias: [0] }]
const one = [{ units: 1, activation: 'sigmoid' }]

/** By what is wrong with them. */
export const states = {
  nothing: () => null,
  'a number': () => 5,
  'not a number': () => NaN,
  true: () => true,
  'a list': () => [],
  'a list of states': () => [{ v: 1, data: { name: 'xor' } }],
  'a date': () => new Date(0),
  'a map': () => new Map([['v', 1]]),
  bytes: () => new Uint8Array(100),
  'an own __proto__': () => JSON.parse('{"v":1,"data":{"name":"xor"},"__proto__":{"harmed":1}}'),
  'an own __proto__ within': () => JSON.parse('{"v":1,"data":{"name":"xor","__proto__":{"harmed":1}}}'),
  'a constructor': () => JSON.parse('{"v":1,"data":{"name":"xor"},"constructor":{"prototype":{"harmed":1}}}'),
  'itself within itself': cycle,
  'lists in lists': () => xor({ network: { layers: nested(5000) } }),
  'lists in lists for a table': () => ({ data: { table: { inputs: ['a'], outputs: ['b'], rows: nested(5000) } } }),
  'another version': () => ({ v: 2, data: { name: 'xor' } }),
  'a version that is a text': () => ({ v: '1', data: { name: 'xor' } }),
  'another key': () => xor({ script: 'window.harmed=1' }),
  'an address': () => xor({ src: 'https://elsewhere.example/' }),
  'no name of data': () => ({ v: 1, data: { name: {} } }),
  'a name of 10 MB': () => ({ v: 1, data: { name: 'x'.repeat(1e7) } }),
  'an activation of 10 MB': () => xor({ network: { layers: [{ units: 1, activation: 'x'.repeat(1e7) }] } }),
  'a seal of 10 MB': () => xor({ seal: '1'.repeat(1e7) }),
  'no number of samples': () => ({ v: 1, data: { name: 'xor', samples: NaN } }),
  'samples without end': () => ({ v: 1, data: { name: 'xor', samples: Infinity } }),
  'samples as a text': () => ({ v: 1, data: { name: 'xor', samples: '500' } }),
  'a large integer': () => ({ v: 1, data: { name: 'xor', samples: 500n } }),
  'too many samples': () => ({ v: 1, data: { name: 'xor', samples: 1e12 } }),
  'columns without end': () => ({ v: 1, data: { name: 'iris', features: Array(1e5).fill('sepal length') } }),
  'columns of markup': () => ({ v: 1, data: { name: 'iris', features: [markup[0]] } }),
  'a list with holes': () => ({ v: 1, data: { name: 'iris', features: Array(100) } }),
  'a target of markup': () => ({ v: 1, data: { name: 'penguins', target: markup[1] } }),
  'too many layers': () => xor({ network: { layers: Array(100_000).fill({ units: 1, activation: 'tanh' }) } }),
  'a layer without end': () => xor({ network: { layers: layers(1e9, 1) } }),
  'a layer of less than nothing': () => xor({ network: { layers: layers(-1, 1) } }),
  'half a neuron': () => xor({ network: { layers: layers(0.5, 1) } }),
  'weights without end': () => xor({ network: { layers: one }, parameters: weights(Infinity) }),
  'weights that are none': () => xor({ network: { layers: one }, parameters: weights(NaN) }),
  'weights as texts': () => xor({ network: { layers: one }, parameters: weights(markup[0]) }),
  'weights of another network': () => xor({ network: { layers: one }, parameters: [...weights(1), ...weights(1)] }),
  '100,000 rows of weights': () =>
    xor({ network: { layers: one }, parameters: [{ weights: Array(1e5).fill([1, 1]), bias: [0] }] }),
  'an endless rate': () => xor({ training: { learningRate: 1e308 * 10 } }),
  'a rate of less than nothing': () => xor({ training: { learningRate: -1 } }),
  'steps before the first': () => xor({ step: -1 }),
  'steps without end': () => xor({ step: 1e15 }),
  'a seal of markup': () => xor({ step: 1, seal: markup[0] }),
  'locks without end': () => xor({ held: { locked: Array(20_000).fill({ layer: 0, row: 0, column: 0 }) } }),
  'a lock on what is not there': () => xor({ held: { locked: [{ layer: 9, row: 9, column: 9 }] } }),
  'a lock on an inherited name': () => xor({ held: { locked: [{ layer: '__proto__', row: 0, column: 0 }] } }),
  'a tab of markup': () => xor({ view: { tab: markup[0] } }),
  'a tab that every object has': () => xor({ view: { tab: '__proto__' } }),
  'a row that is not there': () => xor({ view: { row: 5000 } }),
  'a neuron that is not there': () => xor({ view: { selected: { layer: 50, unit: 0 } } }),
  'a sample of its own without end': () => xor({ view: { own: { input: Array(1e5).fill(0), target: [0] } } }),
  'a sample of its own that is none': () => xor({ view: { own: { input: [NaN, 0], target: [0] } } }),
  'a table without rows': () => ({ data: { table: { inputs: ['a'], outputs: ['b'], rows: [] } } }),
  'a table with a row too short': () => ({ data: { table: { inputs: ['a'], outputs: ['b'], rows: [[1, 2], [1]] } } }),
  'a table of texts': () => ({ data: { table: { inputs: ['a'], outputs: ['b'], rows: [['1', '2']] } } }),
  'a table with two columns of a name': () => ({ data: { table: { inputs: ['a'], outputs: ['a'], rows: [[1, 2]] } } }),
  'a table without end': () => ({
    data: { table: { inputs: ['a'], outputs: ['b'], rows: Array(200_000).fill([1, 2]) } },
  }),
  'a starting point that every object has': () => ({ start: 'constructor' }),
  ...Object.fromEntries(
    texts.map((text) => [`data called ${JSON.stringify(text).slice(0, 40)}`, () => xor({ data: { name: text } })]),
  ),
}

/** What only a script of the page can give. */
export const ofScripts = {
  'a function': () => () => 1,
  'a symbol': () => Symbol('v'),
  'a class': () => class State {},
  'a getter that throws': () => ({
    v: 1,
    get data() {
      throw new Error('mine')
    },
  }),
  'a getter within that throws': () => ({
    v: 1,
    data: Object.defineProperty({}, 'name', { enumerable: true, get: refuse }),
  }),
  'a proxy that throws': () => new Proxy({}, { ownKeys: refuse, get: refuse, getPrototypeOf: refuse }),
  'a proxy within that throws': () => ({ v: 1, data: new Proxy({}, { ownKeys: refuse, get: refuse }) }),
  'a function within': () => ({ v: 1, data: { name: () => 'xor' } }),
  'an object that says what it is': () => ({ v: 1, data: { name: { toString: () => 'xor' } } }),
}

function refuse() {
  throw new Error('mine')
}

/** What stands after the question mark; none may be taken, in whole or in part. */
export const links = [
  ...texts.flatMap((text) => [`data=${encodeURIComponent(safe(text))}`]),
  ...['tab', 'layers', 'weights', 'rows', 'own', 'locked', 'select', 'at', 'seal', 'start', 'init', 'cost'].flatMap(
    (key) => markup.map((text) => `data=xor&${key}=${encodeURIComponent(text)}`),
  ),
  'data=xor&rate=%2500',
  'data=xor&rate=0x10',
  'data=xor&rate=1_000',
  'data=xor&rate=-4',
  'data=xor&rate=1e999',
  'data=xor&step=1e999',
  'data=xor&step=-1',
  'data=xor&samples=Infinity',
  'data=xor&layers=9999999.tanh-1.sigmoid',
  'data=xor&layers=8.constructor-1.sigmoid',
  'data=xor&data=xor',
  'data=xor&rate=0.1&rate=0.1',
  'data=__proto__',
  'start=__proto__',
  'data=xor#weights=AAAA',
  'data=xor#weights=3.AAAA.aaaaaa',
  'data=xor#weights=%3Cscript%3E',
  'data=xor&weights=AAAA#weights=AAAA',
  `data=xor&locked=${'0.0.0-'.repeat(9000)}0.0.0`,
  `data=xor&layers=${'1.tanh-'.repeat(8000)}1.sigmoid`,
  `data=hand&rows=${'a~'.repeat(5000)}b!c!1`,
  `data=xor#weights=${'A'.repeat(70_000)}`,
]

/** A lone surrogate cannot be encoded: it comes as the mark that stands for it. */
function safe(text) {
  return text.replace(/[\ud800-\udfff]/g, '\ufffd')
}

/** None of them is a command. */
export const commands = {
  nothing: () => null,
  'a text': () => 'play',
  'a list': () => ['play'],
  'no name': () => ({}),
  ...Object.fromEntries(inherited.map((name) => [`do: ${name}`, () => ({ do: name })])),
  'a name that is a list': () => ({ do: ['play'] }),
  'a name of 10 MB': () => ({ do: 'x'.repeat(1e7) }),
  'steps that are none': () => ({ do: 'step', count: NaN }),
  'steps as a text': () => ({ do: 'step', count: '5' }),
  'steps without end': () => ({ do: 'step', count: 1e12 }),
  'steps backwards': () => ({ do: 'epoch', count: -1 }),
  'no changes': () => ({ do: 'set' }),
  'changes of inherited things': () => ({ do: 'set', changes: JSON.parse('{"__proto__.harmed":1}') }),
  'a change of a prototype': () => ({ do: 'set', changes: JSON.parse('{"__proto__":{"harmed":1}}') }),
  'a change of a constructor': () => ({ do: 'set', changes: { 'constructor.prototype.harmed': 1 } }),
  'a change within data': () => ({ do: 'set', changes: { 'data.__proto__': { harmed: 1 } } }),
  'a change of a layer that is not there': () => ({ do: 'set', changes: { 'network.layers.99.units': 3 } }),
  'a change of what has a name of 10 MB': () => ({ do: 'set', changes: { ['x'.repeat(1e7)]: 1 } }),
  'a change of markup': () => ({ do: 'set', changes: { [markup[0]]: 1 } }),
  'a good change and a bad one': () => ({ do: 'set', changes: { 'training.learningRate': 0.5, 'data.noise': -1 } }),
  'a weight that is not there': () => ({ do: 'setParameter', parameter: { layer: 9, row: 0, column: 0 }, value: 1 }),
  'a weight at half a place': () => ({ do: 'setParameter', parameter: { layer: 0.5, row: 0, column: 0 }, value: 1 }),
  'a weight at no place': () => ({ do: 'setParameter', parameter: markup[0], value: 1 }),
  'a weight without end': () => ({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: Infinity }),
  'a weight that is a text': () => ({
    do: 'setParameter',
    parameter: { layer: 0, row: 0, column: 0 },
    value: markup[0],
  }),
  'data that is none': () => ({ do: 'chooseData', name: markup[0] }),
  'data that every object has': () => ({ do: 'chooseData', name: '__proto__' }),
  'a layer nowhere': () => ({ do: 'addLayer', at: -1 }),
  'a layer at a text': () => ({ do: 'addLayer', at: '0' }),
  'no such layer': () => ({ do: 'removeLayer', at: 50 }),
  'too many layers': () => ({ do: 'setHiddenLayers', count: 1e9 }),
  'a neuron of no layer': () => ({ do: 'addUnit', layer: NaN }),
  'a lock on nothing': () => ({ do: 'lock', parameters: [null], isLocked: true }),
  'a lock on itself': () => {
    const parameters = []
    parameters.push(parameters)
    return { do: 'lock', parameters, isLocked: true }
  },
  'locks that are none': () => ({ do: 'lock', parameters: markup[0], isLocked: true }),
  'a neuron off that is not there': () => ({ do: 'mute', layer: 7, unit: 0, isMuted: true }),
  'a neuron off, perhaps': () => ({ do: 'mute', layer: 0, unit: 0, isMuted: 'yes' }),
}

/** What a session takes from its own views, and an element from nobody. */
export const shown = {
  'pointing at a text': () => ({ do: 'point', at: markup[0] }),
  'pointing at nothing that is there': () => ({ do: 'point', at: { layer: 99, row: 5, column: 1e9 } }),
  'pointing at markup': () => ({ do: 'point', at: { layer: markup[0], unit: markup[1] } }),
  'pointing without end': () => ({ do: 'point', at: { layer: 0, unit: 1e15 } }),
  'an overlay of markup': () => ({ do: 'overlay', overlay: { title: markup[0], wires: [markup[1]] } }),
  'an overlay that is a text': () => ({ do: 'overlay', overlay: markup[0] }),
}
