/**
 * The engine's measures of predictions and of layers (engine/measures), in a WebAssembly module of their own that is
 * fetched when somebody asks. What its formulas do not define is NaN. Runs in browsers and in Node.
 */

type Numbers = ArrayLike<number>

/** How well one class is told from the others. */
export interface ClassScore {
  precision: number
  recall: number
  f1: number
  /** Rows of it, and rows taken for it. */
  rows: number
  taken: number
}

/** Means over the classes for which they are defined, and how many those are. */
export interface MacroScore {
  precision: number
  recall: number
  f1: number
  precisionOf: number
  recallOf: number
  f1Of: number
  accuracy: number
}

/** Of two classes, from (0, 0) to (1, 1); empty lists where a class has no rows. */
export interface Roc {
  area: number
  thresholds: number[]
  falsePositiveRates: number[]
  truePositiveRates: number[]
}

export interface CalibrationBin {
  low: number
  high: number
  count: number
  meanPredicted: number
  share: number
}

/** A residual is actual - predicted. */
export interface AmountFit {
  r2: number
  meanAbsolute: number
  rootMeanSquare: number
  meanResidual: number
}

/** How many curves spread, place by place. */
export interface Band {
  low: number[]
  middle: number[]
  high: number[]
}

/** What the module exports: see bindings/measures.cpp. */
interface Exports {
  memory: WebAssembly.Memory
  _initialize(): void
  begin(): void
  allocate(count: number): number
  resultAt(): number
  resultCount(): number
}
type Call = (...settings: number[]) => void

/** The measures, each on lists of numbers. Throws RangeError when lists do not belong together. */
export class Measures {
  readonly #exports: Exports & Record<string, Call>

  /** Use loadMeasures(). */
  constructor(instance: WebAssembly.Instance) {
    this.#exports = instance.exports as unknown as Exports & Record<string, Call>
    this.#exports._initialize()
  }

  /** The class of each row of outputs; of a single output 1 where it is above the threshold. */
  classes(outputs: Numbers, outputsPerRow: number, threshold = 0.5): Float64Array {
    return this.#call('classes', [outputs], outputsPerRow, threshold)
  }

  /** @returns counts[actual][predicted] */
  confusion(actual: Numbers, predicted: Numbers, classes: number): number[][] {
    return grouped(this.#call('confusion', [actual, predicted], classes), classes)
  }

  /** One a class. */
  scores(confusion: number[][]): ClassScore[] {
    const all = this.#call('scores', [confusion.flat()], confusion.length)
    return grouped(all, 5).map(([precision, recall, f1, rows, taken]) => ({ precision, recall, f1, rows, taken }))
  }

  macro(confusion: number[][]): MacroScore {
    const [precision, recall, f1, precisionOf, recallOf, f1Of, accuracy] = this.#call(
      'macro',
      [confusion.flat()],
      confusion.length,
    )
    return { precision, recall, f1, precisionOf, recallOf, f1Of, accuracy }
  }

  /** The point of the ROC curve at a threshold. */
  rates(actual: Numbers, scores: Numbers, threshold: number): { truePositive: number; falsePositive: number } {
    const [truePositive, falsePositive] = this.#call('rates', [actual, scores], threshold)
    return { truePositive, falsePositive }
  }

  roc(actual: Numbers, scores: Numbers): Roc {
    const [area, ...points] = this.#call('roc', [actual, scores])
    const column = (index: number) => grouped(points, 3).map((point) => point[index])
    return { area, thresholds: column(0), falsePositiveRates: column(1), truePositiveRates: column(2) }
  }

  /** @param hasCome 1 where what was given that probability came true */
  calibration(hasCome: Numbers, probabilities: Numbers, bins: number): { error: number; bins: CalibrationBin[] } {
    const [error, ...all] = this.#call('calibration', [hasCome, probabilities], bins)
    return {
      error,
      bins: grouped(all, 5).map(([low, high, count, meanPredicted, share]) => ({
        low,
        high,
        count,
        meanPredicted,
        share,
      })),
    }
  }

  fit(actual: Numbers, predicted: Numbers): AmountFit {
    const [r2, meanAbsolute, rootMeanSquare, meanResidual] = this.#call('fit', [actual, predicted])
    return { r2, meanAbsolute, rootMeanSquare, meanResidual }
  }

  /** actual - predicted */
  residuals(actual: Numbers, predicted: Numbers): Float64Array {
    return this.#call('residuals', [actual, predicted])
  }

  /** The rows of the largest errors, the worst first. */
  worst(errors: Numbers, count: number): number[] {
    return [...this.#call('worst', [errors], count)]
  }

  /** Counts in equally wide bins. */
  histogram(values: Numbers, low: number, high: number, bins: number): number[] {
    return [...this.#call('histogram', [values], low, high, bins)]
  }

  norm(values: Numbers): number {
    return this.#call('norm', [values])[0]
  }

  /** The norm of the change over the norm of what was. */
  relativeChange(before: Numbers, after: Numbers): number {
    return this.#call('relativeChange', [before, after])[0]
  }

  /** The share of the values from `low` to `high`. */
  within(values: Numbers, low: number, high: number): number {
    return this.#call('within', [values], low, high)[0]
  }

  /** The median of curves at each place of the longest, and their quantiles at two shares, of those that are finite there. */
  band(curves: Numbers[], low: number, high: number): Band {
    const all = this.#call('band', curves, low, high)
    const [lows, middle, highs] = grouped(all, all.length / 3)
    return { low: lows ?? [], middle: middle ?? [], high: highs ?? [] }
  }

  /** Pairs of units with the same parameters. @param parameters those of one unit after those of another */
  twins(parameters: Numbers, units: number, tolerance: number): [first: number, second: number][] {
    return grouped(this.#call('twins', [parameters], units, tolerance), 2) as [number, number][]
  }

  /** @returns a copy */
  #call(name: string, lists: Numbers[], ...settings: number[]): Float64Array {
    const { memory, begin, allocate, resultAt, resultCount, [name]: call } = this.#exports
    begin()
    for (const list of lists) {
      const at = allocate(list.length)
      new Float64Array(memory.buffer, at, list.length).set(list)
    }
    try {
      call(...settings)
    } catch (cause) {
      throw new RangeError(`${name}: must be lists that belong together`, { cause })
    }
    return new Float64Array(memory.buffer, resultAt(), resultCount()).slice()
  }
}

/** So many numbers at a time. */
const grouped = (numbers: Iterable<number> & Numbers, length: number): number[][] =>
  Array.from({ length: numbers.length / length }, (_, i) => Array.from({ length }, (_, k) => numbers[i * length + k]))

let loaded: Promise<Measures> | null = null

/** The measures, which are fetched once; after a failure they are fetched again. */
export function measures(): Promise<Measures> {
  loaded ??= loadMeasures().catch((error) => {
    loaded = null
    throw error
  })
  return loaded
}

/** @param wasm the module's bytes, where fetching them is not possible */
export async function loadMeasures(wasm?: BufferSource): Promise<Measures> {
  const bytes = wasm ?? (await fetched(new URL('./measures.wasm', import.meta.url)))
  const { instance } = await WebAssembly.instantiate(bytes, { env: { emscripten_notify_memory_growth() {} } })
  return new Measures(instance)
}

async function fetched(address: URL): Promise<ArrayBuffer> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`measures.wasm: ${response.status}`)
  return response.arrayBuffer()
}
