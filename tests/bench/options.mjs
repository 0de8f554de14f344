/**
 * `./dev bench options`: training with every activation (in the hidden layers), cost and optimizer of the engine's
 * tables, each beside the others of its kind.
 */
import { loadEngine } from '../../web/src/engine/engine.ts'
import { dataOf } from './data.mjs'
import { precisions } from './engine-rows.mjs'
import { atLeastEach } from './limits.mjs'
import { rateWhenWarm } from './measure.mjs'
import { median } from './median.mjs'
import { processorClock } from './processor-clock.mjs'
import { printTable } from './table.mjs'
import { workloadNamed } from './workloads.mjs'

const names = ['W1', 'W2b1', 'W2b30', 'W3']
/** Seconds of processor time. */
const time = { warmUp: 0.15, measured: 0.15 }
/** What the slowest of a kind keeps of the rate of the fastest, at least. */
const least = 1 / 3

/**
 * How a network is made from a workload's own with one option of a kind.
 * @type {Record<string, { table: string, with: (settings: any, option: any) => any }>}
 */
const kinds = {
  activation: {
    table: 'activations',
    with: ({ layers, ...settings }, { name }) => ({
      ...settings,
      layers: layers.map((layer, i) => (i + 1 < layers.length ? { ...layer, activation: name } : layer)),
    }),
  },
  cost: {
    table: 'costs',
    with: ({ layers, ...settings }, { name, partner }) => ({
      ...settings,
      cost: name,
      layers: layers.map((layer, i) =>
        i + 1 === layers.length && partner ? { ...layer, activation: partner } : layer,
      ),
    }),
  },
  optimizer: { table: 'optimizers', with: (settings, { name }) => ({ ...settings, optimizer: name }) },
}

/** @param {number} rounds */
export async function compareOptions(rounds) {
  const engine = await loadEngine()
  const columns = names.flatMap((name) => precisions.map((precision) => ({ workload: workloadNamed(name), precision })))
  const heads = columns.map(({ workload, precision }) => `${workload.name} ${precision.slice(-2)}`)
  for (const [kind, { table }] of Object.entries(kinds)) {
    const shares = []
    for (const column of columns) shares.push(await sharesOfBest(engine, kind, column, rounds))
    const options = engine.catalog[table]
    console.log(`\nTraining, as a share of the rate of the fastest ${kind} (float32, float64)`)
    printTable(
      heads,
      options.map(({ name }, i) => [name, ...shares.map((of) => of[i].toFixed(2))]),
    )
    const named = (of, i) =>
      of.map((value, o) => ({ name: `Slowest ${kind}, ${options[o].name} in ${heads[i]}`, value }))
    console.log(atLeastEach(shares.flatMap(named), least))
  }
}

/** @returns {Promise<number[]>} one an option */
async function sharesOfBest(engine, kind, { workload, precision }, rounds) {
  const options = engine.catalog[kinds[kind].table]
  const data = targetsForAll(dataOf({ ...workload, samples: 480 }))
  const rates = options.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, option] of options.entries()) {
      const settings = kinds[kind].with({ ...settingsOf(workload), precision }, option)
      rates[i].push(await rateOf(engine, settings, data))
    }
  const medians = rates.map(median)
  return medians.map((rate) => rate / Math.max(...medians))
}

const settingsOf = ({ net, hidden, output, cost, optimizer, batchSize }) => ({
  inputs: net[0],
  layers: net.slice(1).map((units, i) => ({ units, activation: i + 2 < net.length ? hidden : output })),
  cost,
  optimizer,
  batchSize,
  learningRate: 0.001, // small enough for all of them: a training that has diverged stands still
})

/** Every cost takes shares that add up to 1. */
const targetsForAll = ({ Y, ...data }) => ({ ...data, Y: data.outputs === 1 ? Y.map(() => 1) : Y })

async function rateOf(engine, settings, { X, Y, count, inputs, outputs }) {
  const trainer = engine.createTrainer(settings)
  trainer.setData({ data: X, shape: [count, inputs] }, { data: Y, shape: [count, outputs] })
  const rate = await rateWhenWarm((steps) => trainer.step(steps), time, processorClock)
  const hasDiverged = trainer.hasDiverged()
  trainer.delete()
  if (hasDiverged) throw new Error(`options: must not diverge, but these did: ${JSON.stringify(settings)}`)
  return rate
}
