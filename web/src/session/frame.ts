/**
 * One frame as it crosses from the worker: a plan (small plain JSON), all numbers in one Float64Array, all maps in one
 * Float32Array. Both arrays are transferred; unpacking makes views of them and copies nothing.
 */

/** The numbers of a layer. */
export interface LayerFrame {
  units: number
  inputs: number
  activationName: string
  /** Column-major, units x inputs: W[r][c] is weights[r + c * units]. */
  weights: Float64Array
  bias: Float64Array
  /** Of the sample shown, or means over the batch of the next step (state.view.scope). slope is f'(Z). */
  Z: Float64Array
  activation: Float64Array
  delta: Float64Array
  slope: Float64Array
}

export interface Maps {
  /** Points a side; a curve (one feature) has `resolution` points. */
  resolution: number
  /** Raw extents the maps cover: [x low, x high, y low, y high] (y only with two features). */
  extent: number[]
  /** layers[l][u]: activation of unit u over the grid, row-major from the top left (y high to low), or left to right. */
  layers: Float32Array[][]
  /** The outputs on a finer grid of `outputResolution` points a side. */
  outputResolution: number
  outputs: Float32Array[]
  /** All of these, one after the other: what they are views of. */
  numbers: Float32Array
}

/** The numbers on screen. */
export interface Frame {
  step: number
  epoch: number
  /** Mean cost over the training set, without the penalty. */
  cost: number
  /** NaN when there is no test set. */
  testCost: number
  penalty: number
  /** Share of rows classified right; NaN for regression (then see r2). */
  accuracy: number
  testAccuracy: number
  /** Coefficient of determination for regression; NaN otherwise. */
  r2: number
  testR2: number
  hasDiverged: boolean
  /** Measured while playing, 0 when paused. */
  samplesPerSecond: number
  stepsPerSecond: number
  layers: LayerFrame[]
  /** Over how many samples Z, activation, delta, input and target are means: 1 = they are one sample's. */
  samples: number
  /** The sample shown: raw inputs, targets. Its predictions are the last layer's activation. */
  input: Float64Array
  target: Float64Array
  /** dCost/dActivation of the outputs. */
  costSlope: Float64Array
  /** Only with one or two features. May be older than the numbers by a few frames while playing. */
  maps: Maps | null
  /** Outputs for every row (flat, one row a sample), refreshed a few times a second; null before the first. */
  predictions: { train: Float64Array; test: Float64Array } | null
  /** confusion[actual][predicted], counts; null for regression. */
  confusion: { train: number[][]; test: number[][] } | null
}

interface LayerPlan {
  units: number
  inputs: number
  activationName: string
}

type MapPlan = Omit<Maps, 'layers' | 'outputs' | 'numbers'> & { lengths: number[][]; outputs: number[] }

interface Plan {
  layers: LayerPlan[]
  input: number
  target: number
  predictions: [train: number, test: number] | null
  classes: number
  maps: MapPlan | null
  hasDiverged: boolean
}

export interface PackedFrame {
  plan: Plan
  numbers: Float64Array
  maps: Float32Array | null
}

const scalars = [
  'step',
  'epoch',
  'cost',
  'testCost',
  'penalty',
  'accuracy',
  'testAccuracy',
  'r2',
  'testR2',
  'samplesPerSecond',
  'stepsPerSecond',
  'samples',
] as const satisfies readonly (keyof Frame)[]

/** @returns its arrays are copies, free to be transferred; the maps are the frame's own */
export function packFrame(frame: Frame): PackedFrame {
  const { layers, input, target, predictions, confusion, maps } = frame
  const parts = [
    scalars.map((name) => frame[name]),
    ...layers.flatMap(({ weights, bias, Z, activation, delta, slope }) => [weights, bias, Z, activation, delta, slope]),
    input,
    target,
    frame.costSlope,
    ...(predictions ? [predictions.train, predictions.test] : []),
    ...(confusion ? [confusion.train.flat(), confusion.test.flat()] : []),
  ]
  return {
    plan: {
      layers: layers.map(({ units, inputs, activationName }) => ({ units, inputs, activationName })),
      input: input.length,
      target: target.length,
      predictions: predictions && [predictions.train.length, predictions.test.length],
      classes: confusion?.train.length ?? 0,
      maps: maps && {
        resolution: maps.resolution,
        extent: maps.extent,
        outputResolution: maps.outputResolution,
        lengths: maps.layers.map((layer) => layer.map(({ length }) => length)),
        outputs: maps.outputs.map(({ length }) => length),
      },
      hasDiverged: frame.hasDiverged,
    },
    numbers: joined(parts),
    maps: maps?.numbers ?? null,
  }
}

/** @returns its arrays are views of the packed ones */
export function unpackFrame({ plan, numbers, maps }: PackedFrame): Frame {
  const take = taker(numbers)
  const scalar = take(scalars.length)
  const { classes, predictions } = plan
  return {
    ...(Object.fromEntries(scalars.map((name, i) => [name, scalar[i]])) as Pick<Frame, (typeof scalars)[number]>),
    hasDiverged: plan.hasDiverged,
    // in the order in which they were packed
    layers: plan.layers.map(({ units, inputs, activationName }) => ({
      units,
      inputs,
      activationName,
      weights: take(units * inputs),
      bias: take(units),
      Z: take(units),
      activation: take(units),
      delta: take(units),
      slope: take(units),
    })),
    input: take(plan.input),
    target: take(plan.target),
    costSlope: take(plan.target),
    predictions: predictions && { train: take(predictions[0]), test: take(predictions[1]) },
    confusion: classes ? { train: square(take, classes), test: square(take, classes) } : null,
    maps: plan.maps && maps && unpackMaps(plan.maps, maps),
  }
}

/** The buffers to transfer with a packed frame. */
export const buffersOf = ({ numbers, maps }: PackedFrame): ArrayBuffer[] =>
  [numbers.buffer, ...(maps ? [maps.buffer] : [])] as ArrayBuffer[]

function unpackMaps({ resolution, extent, outputResolution, lengths, outputs }: MapPlan, numbers: Float32Array): Maps {
  const take = taker(numbers)
  return {
    resolution,
    extent,
    outputResolution,
    layers: lengths.map((layer) => layer.map(take)),
    outputs: outputs.map(take),
    numbers,
  }
}

/** Hands out one stretch of numbers after the other. */
function taker<Numbers extends Float32Array | Float64Array>(numbers: Numbers) {
  let at = 0
  return (length: number) => numbers.subarray(at, (at += length)) as Numbers
}

const square = (take: (length: number) => Float64Array, side: number) =>
  Array.from({ length: side }, () => [...take(side)])

function joined(parts: ArrayLike<number>[]) {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
