/**
 * `./dev bench`: how fast it is.
 *
 *     node run.mjs [PART...] [--rounds 3] [--check] [--write]
 *
 *     engine     the engine in WebAssembly and native
 *     cold       how soon a new module is at full speed
 *     options    every activation, cost and optimizer beside the others of its kind
 *     scale      networks and data of growing size
 *     page       the built site, in Chromium
 *     time       how soon any step of a run of 100,000 is gone to
 *     rebuild    how soon `./dev serve --watch` shows a change
 *     peers      libraries on npm, in Node and in Chromium; only when it is named
 *
 * With --check it fails if a figure is beyond its limit; the limits stand where the figures are printed. With --write the
 * table of peers and the curve of scale in README become those of this run.
 */
import { parseArgs } from 'node:util'
import { broken } from './limits.mjs'

/** @type {Record<string, (rounds: number, isWritten: boolean) => Promise<void>>} */
const parts = {
  engine: async (rounds) => (await import('./engine.mjs')).measureEngine(rounds),
  cold: async (rounds) => (await import('./cold.mjs')).measureCold(rounds),
  options: async (rounds) => (await import('./options.mjs')).compareOptions(rounds),
  scale: async (rounds, isWritten) => (await import('./scale.mjs')).measureScale(rounds, isWritten),
  page: async (rounds) => (await import('./page.mjs')).measurePage(rounds),
  time: async () => (await import('./time.mjs')).measureTime(),
  rebuild: async (rounds) => (await import('./rebuild.mjs')).measureRebuild(rounds),
  peers: async (rounds, isWritten) => (await import('./peers/run.mjs')).comparePeers(rounds, isWritten),
}
const usual = Object.keys(parts).filter((part) => part !== 'peers')

const options = { rounds: { type: 'string', default: '3' }, check: { type: 'boolean' }, write: { type: 'boolean' } }
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const unknown = positionals.find((part) => !(part in parts))
if (unknown) throw new RangeError(`part: must be one of ${Object.keys(parts).join(', ')}, got ${unknown}`)
for (const part of positionals.length ? positionals : usual) {
  await parts[part](Number(values.rounds), Boolean(values.write))
}
if (values.check) {
  for (const text of broken) console.error(`Beyond its limit: ${text}`)
  process.exitCode = broken.length ? 1 : 0
}
