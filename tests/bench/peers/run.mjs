/**
 * `./dev bench peers`: the engine beside the fastest libraries of its kind on npm, in the same run.
 *
 * Installs them first, at the versions of package-lock.json and without running their scripts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeRow, wasmRows } from '../engine-rows.mjs'
import { measureAll } from '../rounds.mjs'
import { printNotes, printRates, printRatios } from '../table.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))

/** * = learns from one sample at a time, as many of them; ~ = not quite the same mathematics, see its module. */
const peers = [
  { module: 'synaptic', packageName: 'synaptic', mark: '*', skips: ['W4'] },
  { module: 'brain', packageName: 'brain.js', mark: '*', skips: ['W4'] },
  { module: 'convnetjs', packageName: 'convnetjs', mark: '~' },
  { module: 'ml-fnn', packageName: 'ml-fnn', mark: '~' },
  { module: 'tfjs', packageName: '@tensorflow/tfjs', mark: '' },
  { module: 'jax', packageName: '@jax-js/jax', mark: '' },
  { module: 'onnxruntime', packageName: 'onnxruntime-web', mark: '' },
]

/** @param {number} rounds */
export async function comparePeers(rounds) {
  install()
  const rows = peers.map(({ module, packageName, mark, skips }) =>
    nodeRow(`${packageName} ${dependencies[packageName]} ${mark}`, `peers/${module}.mjs`, { skips }),
  )
  const results = await measureAll([...wasmRows, ...rows], rounds)
  printRates([...wasmRows, ...rows], results)
  for (const engine of wasmRows) {
    console.log(`How many times faster ${engine.name} is:`)
    printRatios(
      rows.map((to) => ({ name: to.name, of: engine, to })),
      results,
    )
  }
  printNotes(results, rounds)
  console.log('* learns from one sample at a time, the same number of samples.   ~ not quite the same mathematics.')
}

function install() {
  if (existsSync(`${folder}node_modules`)) return
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['ci', ...quietly], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error('peers: npm could not install them')
}
