import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { layerClass } from '../../web/src/views/parts/layer-class.ts'
import { cssOf, divergingTable, strengths } from '../../web/src/views/plot/colour.ts'
import { contrast, distance, distanceLab, eyes, lightness, over, rgbOf } from './colour-vision.mjs'
import { filesOf } from './sources.mjs'

/** The tokens of the page in light and in dark, as [red, green, blue]; what a host may set as it is without one. */
const sheet = await readFile(new URL('../../web/src/element/tokens.css', import.meta.url), 'utf8')
const written = new Map()
for (const [, name, value] of sheet.matchAll(/--([\w-]+): ([^;]*);/g)) if (!written.has(name)) written.set(name, value)

function token(name, theme) {
  const value = written.get(name)
  const pair = /light-dark\((#\w{6}), (#\w{6})\)/.exec(value)
  if (pair) return rgbOf(pair[theme === 'light' ? 1 : 2])
  const other = /var\(--(?!glassbox)([\w-]+)\)/.exec(value)
  assert.ok(other, `--${name} is a colour, or another token: ${value}`)
  return token(other[1], theme)
}

const quantities = ['positive', 'negative', 'delta', 'gradient']
const layers = ['input', 'layer-1', 'layer-2', 'layer-3', 'layer-4', 'output']
const classes = [0, 1, 2, 3, 4, 5].map((k) => `class-${k}`)
/** What things stand on, what is meant to be quiet, and what is written on filled shapes. */
const grounds = ['ground', 'card', 'sunken']
const quiet = [...grounds, 'lit', 'line', 'paper', 'cover', 'on-ink', 'on-accent']
/** What a token of a view's own stands for. */
const standFor = { own: [...layers, 'ink', 'delta', 'gradient'], tint: ['delta', 'gradient'] }

const css = (await filesOf('web/src', ['.css'])).filter(({ name }) => !name.endsWith('tokens.css'))
const rules = css.flatMap(({ name, text }) =>
  [...text.matchAll(/([\w-]+):\s*([^;{}]*var\(--[^;{}]*)[;}]/g)].map(([, property, value]) => ({
    name,
    property,
    value,
  })),
)
const tokensOf = (value) =>
  [...value.matchAll(/var\(--([\w-]+)/g)]
    .flatMap(([, name]) => standFor[name] ?? [name])
    .filter((name) => written.has(name))
const isColour = (name) => /#|var\(--/.test(written.get(name)) && !/px|rem/.test(written.get(name)) && name !== 'cover'
/** The tokens that the sheets use for some properties. */
const usedFor = (properties) =>
  new Set(
    rules
      .filter(({ property, value }) => properties.test(property) && !value.includes('color-mix'))
      .flatMap(({ value }) => tokensOf(value))
      .filter((name) => isColour(name) && !quiet.includes(name)),
  )

const pairs = (names) => names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other]))
const seen = Object.entries(eyes)
const inColour = seen.filter(([name]) => name !== 'greyscale')

for (const theme of ['light', 'dark']) {
  const colour = (name) => token(name, theme)
  const isClear = (top, ground, least, what) => {
    const found = contrast(top, ground)
    assert.ok(found >= least, `${what}, ${theme}: ${found.toFixed(2)} : 1, not ${least}`)
  }

  test(`words are read on every ground that they stand on, ${theme} (WCAG 1.4.3)`, () => {
    const words = usedFor(/^color$/)
    for (const name of ['ink', 'ink-soft', ...quantities, ...layers]) assert.ok(words.has(name), `${name} is used`)
    for (const name of words)
      for (const ground of [...grounds, 'lit']) isClear(colour(name), colour(ground), 4.5, `${name} on ${ground}`)
    isClear(colour('on-ink'), colour('ink'), 4.5, 'on ink')
    isClear(colour('on-accent'), colour('accent'), 4.5, 'on accent')
  })

  test(`words are read on shades, ${theme}`, () => {
    const mixes = rules.filter(({ value }) => value.includes('color-mix') && value.includes('transparent'))
    assert.ok(mixes.length > 3)
    for (const { name, value } of mixes) {
      const share = [...value.matchAll(/([\d.]+)%/g)].reduce((sum, [, percent]) => sum + Number(percent) / 100, 0)
      for (const top of tokensOf(value))
        for (const ground of ['ground', 'card'])
          isClear(colour('ink'), over(colour(top), colour(ground), share), 4.5, `${name}: ink on ${top} on ${ground}`)
    }
    for (const end of endsOf(colour, strengths.shades))
      isClear(colour('ink'), end, 4.5, "a neuron's number on its shade")
  })

  test(`lines, bars and marks stand out from every ground, ${theme} (WCAG 1.4.11)`, async () => {
    const drawn = usedFor(/^(stroke|fill|background|background-color|border.*|outline.*|box-shadow)$/)
    const palette = await readFile(new URL('../../web/src/views/plot/palette.ts', import.meta.url), 'utf8')
    const painted = [.../const names = \[([^\]]*)\]/.exec(palette)[1].matchAll(/'([\w-]+)'/g)].map(([, name]) => name)
    for (const name of new Set([...drawn, ...painted, ...classes]))
      if (!quiet.includes(name))
        for (const ground of grounds) isClear(colour(name), colour(ground), 3, `${name} on ${ground}`)
  })

  test(`a weight that nothing dims stands out from the paper, ${theme}`, async () => {
    const graph = await readFile(new URL('../../web/src/views/graph/graph.css', import.meta.url), 'utf8')
    const drawn = Number(/\.wire \{[^}]*opacity: ([\d.]+)/.exec(graph)[1])
    const wires = await readFile(new URL('../../web/src/views/graph/wires.ts', import.meta.url), 'utf8')
    const painted = Number(/globalAlpha = .*: ([\d.]+)$/m.exec(wires)[1])
    for (const share of [drawn, painted])
      for (const sign of ['positive', 'negative'])
        isClear(over(colour(sign), colour('ground'), share), colour('ground'), 3, `${sign} wires at ${share}`)
  })

  const isApart = (one, other, least, what, by = inColour) => {
    for (const [eye, see] of by) {
      const found = distance(see(one), see(other))
      assert.ok(found >= least, `${what}, ${theme}, ${eye}: ${found.toFixed(1)}, not ${least}`)
    }
  }
  const isLighter = (one, other, least, what) => {
    const found = Math.abs(lightness(one) - lightness(other))
    assert.ok(found >= least, `${what}, ${theme}: ${found.toFixed(1)} of lightness, not ${least}`)
  }

  test(`signs are told apart by every eye, and by lightness alone, ${theme}`, () => {
    isApart(colour('positive'), colour('negative'), 25, 'positive and negative')
    isLighter(colour('positive'), colour('negative'), 16, 'positive and negative')
    for (const [name, strength] of Object.entries({ ...strengths, whole: 1 })) {
      const [low, high] = endsOf(colour, strength)
      isApart(low, high, 25 * strength, `the ends of a scale, ${name}`)
      isLighter(low, high, 16 * strength, `the ends of a scale, ${name}`)
    }
  })

  test(`what is hollow is told from what is solid by lightness alone, ${theme}`, () => {
    for (const name of standFor.tint)
      isLighter(colour(name), over(colour(name), colour('ground'), 0.18), 35, `${name}, solid and hollow`)
  })

  test(`quantities are told apart by every eye, ${theme}`, () => {
    for (const [one, other] of pairs(quantities)) isApart(colour(one), colour(other), 11, `${one} and ${other}`)
  })

  test(`no quantity looks like a layer, ${theme}`, () => {
    for (const quantity of quantities)
      for (const layer of layers)
        isApart(colour(quantity), colour(layer), 12, `${quantity} and ${layer}`, [['all', eyes.all]])
  })

  test(`what is chosen or has the focus looks like no quantity and no layer, ${theme}`, () => {
    for (const name of [...quantities, ...layers])
      isApart(colour('accent'), colour(name), 15, `accent and ${name}`, [['all', eyes.all]])
  })

  test(`layers side by side differ, and no deep layer looks like the first, ${theme}`, () => {
    const count = 14
    const names = Array.from({ length: count + 1 }, (_, i) => layerClass(i - 1, count).replace('of-', ''))
    assert.deepEqual(names.slice(0, 3), ['input', 'layer-1', 'layer-2'])
    assert.equal(names.at(-1), 'output')
    names.slice(1).forEach((name, i) => {
      isApart(colour(name), colour(names[i]), 12, `layer ${i + 1} and the one before`, [['all', eyes.all]])
    })
    assert.ok(names.slice(2).every((name) => name !== names[1]))
  })

  test(`classes are told apart by every eye, ${theme}`, () => {
    for (const [one, other] of pairs(classes)) isApart(colour(one), colour(other), 13, `${one} and ${other}`)
  })
}

/** The colours at both ends of a scale. */
function endsOf(colour, strength) {
  const bytes = (name) => colour(name).map((c) => Math.round(c * 255))
  const table = divergingTable(bytes('negative'), bytes('card'), bytes('positive'), strength)
  return [table[0], table[255]].map((pixel) =>
    cssOf(pixel)
      .match(/\d+/g)
      .map((byte) => byte / 255),
  )
}

test('scale bars are as strong as the maps they stand beside', async () => {
  const sheet = await readFile(new URL('../../web/src/views/parts/scale-bar/scale-bar.css', import.meta.url), 'utf8')
  const ramp = divergingTable([0, 0, 0], [255, 255, 255], [0, 0, 0])
  const half = 1 - (ramp[Math.round(127.5 * 1.5)] & 255) / 255
  for (const [kind, strength] of Object.entries({ ...strengths, whole: 1 })) {
    const [, , wholePart, halfPart] =
      new RegExp(
        `${kind === 'whole' ? '' : `\\.${kind} `}\\.scale-bar {([^}]*)--whole: (\\d+)%;\\s*--half: (\\d+)%`,
      ).exec(sheet) ?? []
    assert.equal(Number(wholePart) / 100, strength, kind)
    assert.ok(Math.abs(Number(halfPart) / 100 - half * strength) < 0.01, `${kind}, halfway`)
  }
})

test('the measures are those that were published', () => {
  // Sharma, Wu, Dalal: The CIEDE2000 color-difference formula, table 1, pairs 1, 7, 17, 22, 34
  for (const [one, other, published] of [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])
    assert.equal(distanceLab(one, other).toFixed(4), published.toFixed(4))
  assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21)
  const [red, green] = [rgbOf('#b04a2f'), rgbOf('#6b7a1f')]
  assert.ok(distance(eyes.deuteranopia(red), eyes.deuteranopia(green)) < distance(red, green) / 2)
  for (const [, see] of seen) assert.ok(distance(see([1, 1, 1]), [1, 1, 1]) < 1, 'white stays white')
})
