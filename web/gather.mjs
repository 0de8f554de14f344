/**
 * Which modules lie in one file.
 *
 * esbuild makes a file of what the same entries reach: where much comes late, hundreds of a few lines each. But a file has
 * a price beside its contents: the names of what it shares, and a compressor that has seen nothing yet. So files are put
 * together as long as that spares visits more than it has them load in vain.
 */
import { alike } from './bundling.mjs'

/** What a file costs by being one, in bytes, and what remains of a byte of it: both compressed. */
const perFile = 300
const compressed = 0.3

/**
 * @typedef {object} Bundle
 * @property {Record<string, string>} entryPoints what pages import or start by name
 * @property {string[]} [start] the entries that are there before any other comes late
 * @property {string[][]} [visits] other entries that are often loaded together
 * @property {string} [worker] the entry that runs beside the page: it loads nothing of the page's, which loads nothing of its
 */

/**
 * @param {import('esbuild').Metafile} metafile of a bundle in which nothing has been put together yet
 * @param {Bundle} bundle
 * @returns {Map<string, string[]>} what each entry is to import first, for what is to be one file to be reached by the same
 */
export function gather(metafile, { start = [], visits = [], worker }) {
  const entries = Object.values(metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? [])
  const reached = new Map(entries.map((entry) => [entry, reach(entry, metafile)]))
  const besidePage = [...new Set(worker ? late([worker], reached, metafile).flat() : [])]
  const weighed = weigh(start, visits, reached, metafile)

  /** Tells of a file, after any change of its entries, in which visits it is loaded, and where it runs. */
  const look = (file) => {
    const count = besidePage.filter((entry) => file.entries.has(entry)).length
    file.runs = count === 0 ? 'on the page' : count === file.entries.size ? 'beside it' : 'on both'
    file.visits = weighed.map(({ loaded }) => loaded.some((entry) => file.entries.has(entry)))
  }
  const files = filesOf(metafile, reached)
  files.forEach(look)

  /** What some files import, and what must therefore be loaded with them. */
  const needed = (some) =>
    files.filter(({ modules }) => some.some(({ needs }) => modules.some((one) => needs.has(one))))

  /** Bytes that visits load less when two files are one; where they are no more than enough, about. */
  const spared = (one, other, enough) => {
    const sum = (bytesOf) => weighed.reduce((total, { weight }, i) => total + weight * bytesOf(i), 0)
    const bytes = sum((i) => {
      if (one.visits[i] && other.visits[i]) return perFile
      return one.visits[i] ? -other.size : other.visits[i] ? -one.size : 0
    })
    if (bytes <= enough) return bytes
    const more = needed([one, other]).map((file) =>
      sum((i) => ((one.visits[i] || other.visits[i]) && !file.visits[i] ? file.size + perFile : 0)),
    )
    return more.reduce((left, some) => left - some, bytes)
  }

  /**
   * What only one entry reaches lies with that entry, for it is to act there alone; what is there at first may lie with
   * more. Not the worker: what little was left of it, bundlers would write into the address that it is started by.
   */
  const isShared = ({ entries: [entry, ...others] }) => others.length > 0 || (entry !== worker && start.includes(entry))

  const best = () => {
    let found = { bytes: 0 }
    const shared = files.filter(isShared)
    for (const [i, one] of shared.entries())
      for (const other of shared.slice(i + 1)) {
        const bytes = one.runs === other.runs ? spared(one, other, found.bytes) : 0
        if (bytes > found.bytes) found = { bytes, one, other }
      }
    return found
  }
  for (let { one, other } = best(); one; { one, other } = best()) {
    files.splice(files.indexOf(other), 1)
    one.modules.push(...other.modules)
    one.size += other.size
    one.needs = one.needs.union(other.needs)
    const entries = one.entries.union(other.entries)
    for (const file of [one, ...needed([one])]) {
      file.entries = file.entries.union(entries)
      look(file)
    }
  }
  const of = (entry) => files.filter((file) => file.entries.has(entry)).flatMap(({ modules }) => modules)
  return new Map(entries.map((entry) => [entry, firstOf(of(entry), reached.get(entry))]))
}

const importsOf = (path, kind, { inputs }) =>
  inputs[path].imports.flatMap((one) => (one.kind === kind && one.path in inputs ? one.path : []))

/** A module and all that it imports at once. */
function reach(path, metafile, found = new Set()) {
  if (found.has(path)) return found
  found.add(path)
  for (const next of importsOf(path, 'import-statement', metafile)) reach(next, metafile, found)
  return found
}

/** All that comes late after entries: of each the shortest way of entries that leads to it, itself last. */
function late(start, reached, metafile) {
  const ways = start.map((entry) => [entry])
  const found = new Set(start)
  for (const way of ways)
    for (const module of reached.get(way.at(-1)))
      for (const next of importsOf(module, 'dynamic-import', metafile)) {
        if (!found.has(next)) ways.push([...way, next])
        found.add(next)
      }
  return ways
}

/** Visits in which one entry comes late, and as many of those in which none does. */
function weigh(start, visits, reached, metafile) {
  const ways = late(start, reached, metafile)
  return [
    ...[start, ...visits].map((loaded) => ({ loaded, weight: ways.length })),
    ...ways.map((way) => ({ loaded: [...start, ...way], weight: 1 })),
  ]
}

/** As esbuild makes them: modules that the same entries reach, with all that they need. */
function filesOf(metafile, reached) {
  const files = new Map()
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [module, { bytesInOutput }] of Object.entries(inputs)) {
      const entries = new Set([...reached.keys()].filter((entry) => reached.get(entry).has(module)))
      const name = [...entries].join()
      if (!files.has(name)) files.set(name, { modules: [], size: 0, entries, needs: new Set() })
      const file = files.get(name)
      file.modules.push(module)
      file.size += bytesInOutput * compressed
      file.needs = file.needs.union(reach(module, metafile))
    }
  return [...files.values()]
}

/** Of the modules of an entry's files: what is alike, then what it would not reach by itself. */
function firstOf(modules, reached) {
  const others = modules.filter((module) => !reached.has(module))
  return [...new Set([...alike(modules), ...others])]
}
