/**
 * `./dev bench peers`: the engine beside the fastest libraries of its kind on npm, in Node and in Chromium, in one run.
 *
 * Installs them first, at the versions of package-lock.json and without running their scripts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Chromium } from '../chromium.mjs'
import { precisions } from '../engine-rows.mjs'
import { atLeast } from '../limits.mjs'
import { nodeRow } from '../process-row.mjs'
import { measureAll } from '../rounds.mjs'
import { printNotes, printRates, printRatios } from '../table.mjs'
import { Comparison } from './comparison.mjs'
import { writeTable } from './readme-table.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))

/** mark: * = learns from one sample at a time, as many of them; ~ = not quite the same mathematics, see its module. */
const peers = [
  { module: 'synaptic', packageName: 'synaptic', mark: '*', skips: ['W4', 'W4 dense'], warmUp: 3 },
  { module: 'brain', packageName: 'brain.js', mark: '*', skips: ['W4', 'W4 dense'] },
  { module: 'convnetjs', packageName: 'convnetjs', mark: '~' },
  { module: 'ml-fnn', packageName: 'ml-fnn', mark: '~' },
  { module: 'tfjs', packageName: '@tensorflow/tfjs', mark: '' },
  { module: 'jax', packageName: '@jax-js/jax', mark: '' },
  { module: 'onnxruntime', packageName: 'onnxruntime-web', mark: '' },
]

/** @param {number} rounds @param {boolean} isWritten into README */
export async function comparePeers(rounds, isWritten) {
  install()
  const chromium = await Chromium.open()
  const hosts = [await rowsOf('Node', nodeRow), await rowsOf('Chromium', (...row) => chromium.row(...row))]
  const rows = hosts.flatMap(({ engine, others }) => [...engine, ...others])
  const results = await measureAll(rows, rounds)
  await chromium.close()
  for (const host of hosts) printHost(host, results)
  printNotes(results, rounds)
  console.log('* learns from one sample at a time, the same number of samples.   ~ not quite the same mathematics.\n')
  const comparison = new Comparison(hosts, results)
  for (const { title, ratio, least } of comparison.checks()) console.log(atLeast(title, ratio, least, '×'))
  if (isWritten) writeTable(comparison, results, rounds, chromium.version)
}

/** The rows of a host. @param {(name: string, net: string, options: object) => any} makeRow */
async function rowsOf(host, makeRow) {
  const engine = await Promise.all(
    precisions.map((precision) => makeRow(`Glassbox ${precision}, ${host}`, 'wasm.mjs', { precision })),
  )
  const others = await Promise.all(
    peers.map(({ module, packageName, mark, ...options }) => {
      const library = `${packageName} ${dependencies[packageName]}`
      return makeRow(`${library} ${mark}`.trim(), `peers/${module}.mjs`, { library, ...options })
    }),
  )
  return { host, engine, others }
}

function printHost({ host, engine, others }, results) {
  console.log(`\nIn ${host}, a second:`)
  printRates([...engine, ...others], results)
  for (const of of engine) {
    console.log(`How many times faster ${of.name} is:`)
    printRatios(
      others.map((to) => ({ name: to.name, of, to })),
      results,
    )
  }
}

function install() {
  if (existsSync(`${folder}node_modules`)) return
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['ci', ...quietly], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error('peers: npm could not install them')
}
