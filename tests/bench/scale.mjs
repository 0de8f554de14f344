/** `./dev bench scale`: what a parameter and a sample cost in networks of growing width, and with growing data. */
import { writeFileSync } from 'node:fs'
import createModule from '../../web/generated/engine.mjs'
import { Engine } from '../../web/src/engine/engine.ts'
import { precisions } from './engine-rows.mjs'
import { atMost } from './limits.mjs'
import { rateWhenWarm } from './measure.mjs'
import { median } from './median.mjs'
import { processorClock } from './processor-clock.mjs'
import { plotScale } from './scale-plot.mjs'
import { printTable, short } from './table.mjs'

const time = { warmUp: 0.3, measured: 0.4 }
/** Between the dearest and the cheapest size. */
const mostApart = 3
const batchSize = 32

/** What grows: the sizes of it, and the network and data of each. */
const sweeps = [
  {
    name: 'parameters',
    of: 'of the network, with 320 samples',
    sizes: [1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6],
    shape: (parameters) => ({ width: widthFor(parameters), samples: 320 }),
  },
  {
    name: 'samples',
    of: 'of the data, with 3000 parameters',
    sizes: [1e2, 3e2, 1e3, 3e3, 1e4, 3e4, 1e5],
    shape: (samples) => ({ width: widthFor(3000), samples }),
  },
]

/** Two hidden layers, as wide as the inputs. @param {number} parameters about so many */
const widthFor = (parameters) => Math.round(Math.sqrt(parameters / 2))

/** @param {number} rounds @param {boolean} isWritten into the picture that README shows */
export async function measureScale(rounds, isWritten) {
  const plots = []
  for (const { name, of, sizes, shape } of sweeps) {
    const lines = []
    for (const precision of precisions) lines.push(await measureLine(precision, sizes, shape, rounds))
    plots.push({ name, of, lines: lines.map(({ points }, i) => ({ precision: precisions[i], points })) })
    print(name, sizes, lines)
  }
  if (isWritten) writeFileSync(new URL('scale.svg', import.meta.url), plotScale(plots))
}

/** Sizes are taken in turn, round after round: a busy spell of the machine strikes all alike. */
async function measureLine(precision, sizes, shape, rounds) {
  const runs = sizes.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, size] of sizes.entries()) runs[i].push(await measureSize({ precision, ...shape(size) }))
  const points = runs.map((of, i) => ({ size: sizes[i], nanoseconds: median(of.map((run) => run.nanoseconds)) }))
  return { points, memory: runs.map(([{ memory }]) => memory) }
}

/** In a module of its own: nanoseconds a parameter and sample, and the size of its memory. */
async function measureSize({ precision, width, samples }) {
  const module = await createModule()
  const trainer = new Engine(module).createTrainer({
    inputs: width,
    layers: [width, width, 1].map((units) => ({ units, activation: 'tanh' })),
    cost: 'mse',
    optimizer: 'sgd',
    batchSize,
    learningRate: 0.001,
    precision,
  })
  const numbers = (columns) => ({ data: waves(samples * columns), shape: [samples, columns] })
  trainer.setData(numbers(width), numbers(1))
  const rate = await rateWhenWarm((steps) => trainer.step(steps), time, processorClock)
  const parameters = trainer.parametersFlat().length
  trainer.delete()
  return {
    nanoseconds: 1e9 / (rate * Math.min(batchSize, samples) * parameters),
    memory: { bytes: module.HEAPU8.length, parameters, samples },
  }
}

/** Numbers between -1 and 1, none of them 0. */
const waves = (length) => Float64Array.from({ length }, (_, i) => Math.sin(i + 1))

function print(name, sizes, lines) {
  console.log(`\nTraining, nanoseconds a parameter and sample, by the number of ${name}`)
  printTable(
    sizes.map(short),
    lines.map(({ points }, i) => [precisions[i], ...points.map(({ nanoseconds }) => nanoseconds.toFixed(3))]),
  )
  for (const [i, { points, memory }] of lines.entries()) {
    const all = points.map(({ nanoseconds }) => nanoseconds)
    const title = `Dearest / cheapest number of ${name}, ${precisions[i]}`
    console.log(atMost(title, Math.max(...all) / Math.min(...all), mostApart))
    console.log(`Bytes of the module's memory, which grows by a fifth at least: ${bytesText(name, memory)}`)
  }
}

/** How much more the largest takes than the one before, each: a small one finds room in the memory there is. */
function bytesText(name, memory) {
  const [before, largest] = memory.slice(-2)
  const each = (largest.bytes - before.bytes) / (largest[name] - before[name])
  return `${short(largest.bytes)} with ${short(largest[name])} ${name}, ${each.toFixed(0)} for each more`
}
