import createModule, { type MainModule } from '#wasm'
import { plainObject, refuseType } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import { toFiniteFlat } from '../network/rows.ts'
import type { Catalog } from './catalog.ts'
import { completeSettings, requireOption, requireType, type TrainerSettings } from './settings.ts'
import { Trainer } from './trainer.ts'

export { Trainer }

/** What fits features to a common scale. Deviation is the population standard deviation, 1 for a feature that never changes. */
interface Standardizer {
  mean: number[]
  deviation: number[]
  apply: (X: FlatRows) => FlatRows
}

/** The engine without a page: tables of options, data and trainers. Runs in browsers, workers and Node. */
export class Engine {
  /** Every option there is, straight from the engine's tables. */
  catalog: Catalog
  #module

  /**
   * Use loadEngine().
   * @param module the WebAssembly module
   */
  constructor(module: MainModule) {
    this.#module = module
    this.catalog = module.catalog()
  }

  /**
   * A network with its training.
   * @param settings what is left out takes the optimizer's and the catalogue's defaults
   * @param options kernel: how the arithmetic is done; 'plain' is the readable reference, slower, and for comparing:
   * the numbers agree to the last digits
   * @throws {TypeError} for an unknown key or a value of the wrong type
   * @throws {RangeError} for a value that is not allowed: `name: rule, got value`
   */
  createTrainer(settings: TrainerSettings, options: { kernel?: 'fast' | 'plain' } = {}) {
    const { kernel = 'fast' } = plainObject(options, 'options', ['kernel'])
    requireOption(kernel, 'kernel', this.catalog.kernels)
    return new Trainer(new this.#module.Trainer(completeSettings(settings, this.catalog), kernel), this.catalog)
  }

  /**
   * A generated data set: the same seed gives the same bits.
   * @param name one of catalog.datasets
   * @param options noise: default is the data set's own
   * @returns Y: one column of 0 and 1 for two classes, one-hot for more, else the value
   */
  generate(
    name: string,
    options: { samples?: number; noise?: number; seed?: number } = {},
  ): { X: FlatRows; Y: FlatRows } {
    requireOption(name, 'dataset', this.catalog.datasets)
    const suits = this.catalog.datasets.find((dataset) => dataset.name === name)?.noise
    const { samples = 500, noise = suits, seed = 1 } = plainObject(options, 'options', ['samples', 'noise', 'seed'])
    for (const [key, value] of Object.entries({ samples, noise, seed })) requireType(value, key, 'number')
    return this.#module.generate(name, samples as number, noise as number, seed as number)
  }

  /**
   * Chooses rows to hold out for testing, the same share of every class.
   * @param testShare 0 to 0.9
   * @returns row numbers, rising
   */
  split(Y: FlatRows | number[][], testShare: number, seed: number): { train: Int32Array; test: Int32Array } {
    requireType(testShare, 'testShare', 'number')
    requireType(seed, 'seed', 'number')
    return this.#module.split(toFiniteFlat(Y, 'Y'), testShare, seed)
  }

  /** Fits (x - mean) / deviation to the features of these rows. Fit it on the training set only. */
  standardizer(X: FlatRows | number[][]): Standardizer {
    const fitted = this.#module.fitStandardizer(toFiniteFlat(X, 'X'))
    return {
      mean: Array.from(fitted.mean),
      deviation: Array.from(fitted.deviation),
      apply: (rows) => this.#module.applyStandardizer(fitted, toFiniteFlat(rows, 'X', fitted.mean.length)),
    }
  }
}

/**
 * Loads the engine; it finds engine.wasm beside itself, in Node too.
 * @param options the wasm's bytes, where fetching them is not possible
 * @returns rejects with a sentence if engine.wasm is not there, not whole or not WebAssembly
 */
export async function loadEngine(options: { wasmBinary?: ArrayBuffer | Uint8Array } = {}): Promise<Engine> {
  const { wasmBinary } = plainObject(options, 'options', ['wasmBinary'])
  const isBytes = wasmBinary === undefined || wasmBinary instanceof ArrayBuffer || ArrayBuffer.isView(wasmBinary)
  if (!isBytes) refuseType('binary', 'wasmBinary', wasmBinary)
  const { href } = new URL('./engine.wasm', import.meta.url)
  try {
    return new Engine(await createModule({ wasmBinary }))
  } catch (cause) {
    const { fileFault } = await import('../text/file-fault.ts')
    if (!wasmBinary && /^https?:/.test(href)) throw await fileFault(href, reasonOf(cause), 'WebAssembly')
    throw new Error(`engine.wasm: must be the engine's WebAssembly, whole: ${reasonOf(cause)}`, { cause })
  }
}

/** What Emscripten says, without its advice to programmers. */
const reasonOf = (cause: unknown) =>
  String((cause as { message?: unknown })?.message ?? cause)
    .replace(/^Aborted\((.*)\)\.?.*$/s, '$1')
    .replace(/ Build with -sASSERTIONS.*$/s, '')
