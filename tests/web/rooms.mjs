import { posix } from 'node:path'

/**
 * The house of the web sources: which room may import from which, and through which file.
 *
 * @typedef {{ name: string, text: string }} Script `name`: its path from web/src
 * @typedef {{ from: string, to: string, kind: 'use' | 'late' | 'type' }} Import `kind`: when the script is loaded, later by
 * import(), or of types alone
 */

const viewTypes = ['engine', 'data', 'state', 'run', 'session']
const parts = ['network', 'text', 'quantities', 'views/parts']
const view = [...parts, 'views/plot', 'views/late']
const panel = [...parts, 'views/plot', 'views/own']

/** The rooms that each may use, beside itself. Of those after `types` it may know the types alone. */
export const rooms = {
  text: { uses: [] },
  network: { uses: ['text'] },
  measures: { uses: [] },
  engine: { uses: ['network', 'text'] },
  data: { uses: ['network'], types: ['engine', 'state'] },
  state: { uses: ['network', 'text', 'data'], types: ['engine'] },
  quantities: { uses: ['network', 'text'], types: ['engine'] },
  run: { uses: [], types: ['network', 'state'] },
  session: { uses: ['network', 'text', 'data', 'state', 'run'], types: ['engine'] },
  keep: { uses: ['network', 'data', 'state', 'run', 'session'], types: ['engine'] },
  import: { uses: ['network'] },
  worker: { uses: ['network', 'data', 'state', 'run', 'session', 'engine'] },
  export: { uses: ['network', 'text'], types: ['engine', 'data', 'run', 'state', 'session'] },
  'views/parts': { uses: ['network', 'text', 'quantities'], types: viewTypes },
  'views/plot': { uses: parts, types: viewTypes },
  ...Object.fromEntries(
    ['data', 'graph', 'notice', 'picture', 'player', 'settings', 'story', 'timeline'].map((name) => [
      `views/${name}`,
      { uses: view, types: viewTypes },
    ]),
  ),
  ...Object.fromEntries(
    ['blame', 'confusion', 'cost', 'error', 'inputs', 'layer', 'neuron', 'regression', 'shock', 'slope', 'step'].map(
      (name) => [`views/panels/${name}`, { uses: panel, types: viewTypes }],
    ),
  ),
  'views/own': { uses: [...view, 'data', 'measures'], types: viewTypes },
  'views/panels/compare': { uses: [...panel, 'session', 'measures'], types: viewTypes },
  'views/take': { uses: [...view, 'export'], types: viewTypes },
  'views/keep': { uses: [...view, 'keep', 'import', 'state'], types: viewTypes },
  'views/share': { uses: [...view, 'views/keep', 'views/take'], types: viewTypes },
  'views/derived': { uses: [...parts, 'data'], types: viewTypes },
  'views/table': { uses: [...parts, 'data'], types: viewTypes },
  'views/panels/measures': { uses: [...panel, 'measures'], types: viewTypes },
  'views/panels/inside': { uses: [...panel, 'measures'], types: viewTypes },
  'views/draw': { uses: [...view, 'data'], types: viewTypes },
  'views/gallery': { uses: [...view, 'state'], types: viewTypes },
  'views/panels': { uses: [...parts, 'views/panels/*'], types: viewTypes },
  'views/pane': { uses: [...parts, 'views/panels'], types: viewTypes },
  'views/late': { uses: ['views/*'] },
  'views/beyond': { uses: ['views/*', 'export'] },
  element: {
    uses: ['network', 'text', 'quantities', 'data', 'state', 'session', 'views/*'],
    types: ['engine', 'export'],
  },
  single: { uses: ['network', 'data', 'worker', 'element'], types: ['session', 'views/beyond'] },
}

/** Rooms whose files are there for all who may use the room; any other has one file by which it is entered. */
const open = [
  'text',
  'network',
  'quantities',
  'data',
  'state',
  'run',
  'session',
  'keep',
  'import',
  'views/parts',
  'views/plot',
]

/** Rooms with a second way in: figures get at one panel without the others, a page at what it keeps by itself. */
const sideDoors = ['views/panels/one', 'views/keep/autosave']

/** The lists of what is fetched late, and of what the single file is made of, which reach into the rooms for it. */
const lists = ['views/late', 'views/beyond', 'views/panels/styles', 'single/single', 'single/able', 'single/serve']

/** The few that may load what runs the network: all others reach it through the session. */
const enginesUser = 'worker/serve'
const sessionsUser = {
  of: 'session',
  from: 'element',
  through: ['session/connect', 'session/start-worker', 'session/figure-session'],
}

/** The room of a script: 'network', 'views/graph', 'views/panels/step'. @param {string} name */
export function roomOf(name) {
  const [first, second, third, fourth] = name.replace(/\.\w+$/, '').split('/')
  if (first !== 'views') return second === undefined ? '' : first
  return second === 'panels' && fourth !== undefined ? `views/panels/${third}` : `views/${second}`
}

/** The sources without their comments. @param {string} text */
export const code = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"`]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)(\.\w)?/gm

/** What a script imports: packages by their names, files by their paths from web/src. @param {Script} script @returns {Import[]} */
export const importsOf = ({ name, text }) =>
  [...code(text).matchAll(statement)].map(([, type, now, later, member]) => ({
    from: name,
    to: (now ?? later).startsWith('.') ? posix.join(posix.dirname(name), now ?? later) : (now ?? later),
    kind: type || member ? 'type' : now ? 'use' : 'late',
  }))

const isOfTable = (list, room) =>
  list.some((entry) => (entry.endsWith('*') ? room.startsWith(entry.slice(0, -1)) : entry === room))

/** Why an import of another room's file is against the rules, or nothing. @param {Import} imported */
function complaint({ from, to, kind }) {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (room === target) return
  const rule = rooms[room]
  if (!rule) return `${from} is in no room`
  const path = to.replace(/\.\w+$/, '')
  const isAllowed = isOfTable(rule.uses, target) || (kind === 'type' && isOfTable(rule.types ?? [], target))
  if (!isAllowed) return `${from} imports ${to}: ${room} may not use ${target}`
  if (kind === 'type') return
  if (target === 'engine' && from.replace(/\.\w+$/, '') !== enginesUser) return `${from} imports ${to}`
  if (target === sessionsUser.of && room === sessionsUser.from && !sessionsUser.through.includes(path))
    return `${from} imports ${to}: a session is got from ${sessionsUser.through[0]}`
  const isEntry = path === `${target}/${posix.basename(target)}` || path === target
  if (!isEntry && !sideDoors.includes(path) && !open.includes(target) && !lists.includes(from.replace(/\.\w+$/, '')))
    return `${from} imports ${to}: ${target} is entered by ${target}/${posix.basename(target)}`
}

/** Everything that is against the rules. @param {Script[]} scripts @returns {string[]} */
export const complaints = (scripts) =>
  scripts
    .flatMap(importsOf)
    .filter(({ to }) => /\.\w+$/.test(to) && to.includes('/') && !to.startsWith('lit/'))
    .flatMap((imported) => complaint(imported) ?? [])

/** The circles in which scripts import each other, each as the way round. @param {Script[]} scripts @returns {string[]} */
export function circles(scripts) {
  const targets = new Map(
    scripts.map((script) => [script.name, importsOf(script).flatMap(({ to, kind }) => (kind === 'type' ? [] : [to]))]),
  )
  const done = new Set()
  const way = []
  const found = []
  const visit = (name) => {
    if (way.includes(name)) found.push([...way.slice(way.indexOf(name)), name].join(' > '))
    if (done.has(name) || way.includes(name)) return
    way.push(name)
    for (const target of targets.get(name) ?? []) visit(target)
    way.pop()
    done.add(name)
  }
  for (const name of targets.keys()) visit(name)
  return found
}
