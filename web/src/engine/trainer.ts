import type { LayerParameters } from '../network/layer-parameters.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import type { FlatRows, Rows } from '../network/rows.ts'
import { isFlat, toFiniteFlat, toFlat, toNumbers, toRows } from '../network/rows.ts'
import type { Task } from '../network/verdict.ts'
import type { Catalog } from './catalog.ts'
import type { CostSurface, GradientCheck, Measures, Memory, NextStep, Shock, Trace, TraceMeans } from './results.ts'
import {
  changedSettings,
  checkedParameter,
  finiteNumber,
  requireType,
  type TrainerSettings,
  wholeNumber,
} from './settings.ts'

/** A layer's part of a trace as the engine holds it. */
type NativeLayerTrace = Record<'Z' | 'activation' | 'delta' | 'slope' | 'weightGradient', FlatRows> &
  Record<'biasGradient' | 'meanZ' | 'meanActivation' | 'meanSlope', Float64Array>

/** Rows in the form in which rows were given. */
type Like<R extends Rows> = R extends FlatRows ? FlatRows : number[][]

/**
 * A network, its data and its training. Rows go in and out one row per sample, nested or flat as they were given.
 * A mistake is a TypeError (wrong type, unknown key) or a RangeError (value) that names the parameter, and changes
 * nothing. Call delete() when done: the engine's memory is not collected.
 */
export class Trainer {
  #native: import('#wasm').Trainer | null
  #catalog

  /** Use engine.createTrainer(). */
  constructor(native: import('#wasm').Trainer, catalog: Catalog) {
    this.#native = native
    this.#catalog = catalog
  }

  get #live() {
    if (!this.#native) refuseType('alive', 'trainer')
    return this.#native
  }

  /** The settings in force. */
  get settings(): Required<TrainerSettings> {
    return this.#live.settings()
  }

  /**
   * Changes training settings mid-run; the weights stay.
   * @param changes not inputs, layers, initializer, seed or precision
   */
  configure(changes: Partial<TrainerSettings>) {
    this.#live.configure(changedSettings(changes, this.settings, this.#catalog))
  }

  /**
   * Sets the rows to train on, and those to test on. The weights stay, the epoch starts again.
   * @param options task: what the targets are measured as; read off them when it is left out, so that numbers that
   * happen to be 0 and 1 count as classes
   */
  setData(X: Rows, Y: Rows, options: { testX?: Rows; testY?: Rows; task?: Task } = {}) {
    const { testX = [], testY = [], task = '' } = plainObject(options, 'options', ['testX', 'testY', 'task'])
    requireType(task, 'task', 'string')
    const [trainingX, trainingY] = this.#rows(X, Y)
    this.#live.setData(trainingX, trainingY, ...this.#rows(testX, testY, 'testX', 'testY'), task)
  }

  /**
   * Sets every weight and bias. Before the first step they become the ones reset() goes back to.
   * @param layers weights[r][c] joins input c to unit r
   */
  setParameters(layers: LayerParameters[]) {
    if (!Array.isArray(layers)) refuseType('parametersGiven', 'parameters', layers)
    this.#live.setParameters(Array.from(layers, checkedLayer))
  }

  /** Every weight and bias as they are, layer by layer. */
  parameters(): LayerParameters[] {
    return this.#live.parameters().map((layer: { weights: FlatRows; bias: Float64Array }) => ({
      weights: toRows(layer.weights),
      bias: Array.from(layer.bias),
    }))
  }

  /** All parameters in the engine's order: layer by layer, weights column by column, then bias. */
  parametersFlat(): Float64Array {
    return this.#live.parametersFlat()
  }

  /**
   * Sets every weight and bias, as setParameters().
   * @param parameters in the order of parametersFlat()
   */
  setParametersFlat(parameters: ArrayLike<number>) {
    this.#live.setParametersFlat(toNumbers(parameters, 'parameters'))
  }

  /** Sets one weight or bias; the optimizer's memory stays. */
  setParameter(parameter: Parameter, value: number) {
    this.#live.setParameter(checkedParameter(parameter), finiteNumber(value, 'value'))
  }

  /** These keep their value while the others learn. */
  lock(parameters: Parameter[] | Parameter) {
    this.#live.lock(listOf(parameters, checkedParameter))
  }

  /** These learn again. */
  unlock(parameters: Parameter[] | Parameter) {
    this.#live.unlock(listOf(parameters, checkedParameter))
  }

  /** Which parameters are locked. */
  locked(): Parameter[] {
    return this.#live.locked()
  }

  /** Silences these hidden neurons, and no others: they pass on 0 and learn nothing from the cost. */
  mute(units: Neuron[] | Neuron) {
    this.#live.mute(listOf(units, checkedUnit))
  }

  /** The outputs for any rows, the same bits for a row alone and among others. */
  predict<R extends Rows>(X: R): Like<R> {
    return like(X, this.#live.predict(toFlat(X, 'X', this.#widths()[0])))
  }

  /** Every layer's activation for any rows. */
  activations<R extends Rows>(X: R): Like<R>[] {
    return this.#live.activations(toFlat(X, 'X', this.#widths()[0])).map((layer: FlatRows) => like(X, layer))
  }

  /**
   * As activations(), for what is drawn: layer by layer and unit by unit, of each its numbers row by row.
   * @param into takes them: rows x units numbers
   * @param isOutputsAlone of the last layer only
   */
  activationsInto(X: Rows, into: Float32Array, isOutputsAlone = false) {
    const flat = toFlat(X, 'X', this.#widths()[0])
    const layers = this.settings.layers.slice(isOutputsAlone ? -1 : 0)
    const count = layers.reduce((sum, { units }) => sum + units, 0) * flat.shape[0]
    if (!(into instanceof Float32Array && into.length === count)) refuseValue('length', 'into', into, { count })
    this.#live[isOutputsAlone ? 'predictInto' : 'activationsInto'](flat, into)
  }

  /** The means over any rows, without the rest of their trace; changes nothing. Slopes of softmax are NaN. */
  traceMeans(X: Rows, Y: Rows): TraceMeans {
    return this.#live.traceMeans(...this.#rows(X, Y))
  }

  /** Z, activation, delta and gradients for any rows; changes nothing. */
  trace(X: Rows, Y: Rows): Trace {
    const { costSlope, layers, ...sums } = this.#live.trace(...this.#rows(X, Y))
    return {
      ...sums,
      costSlope: toRows(costSlope),
      layers: layers.map((layer: NativeLayerTrace) => ({
        Z: toRows(layer.Z),
        activation: toRows(layer.activation),
        delta: toRows(layer.delta),
        slope: toRows(layer.slope),
        weightGradient: toRows(layer.weightGradient),
        biasGradient: Array.from(layer.biasGradient),
        meanZ: Array.from(layer.meanZ),
        meanActivation: Array.from(layer.meanActivation),
        meanSlope: Array.from(layer.meanSlope),
      })),
    }
  }

  /** Over any rows, or over the training set. */
  evaluate(X?: Rows, Y?: Rows): Measures {
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.evaluate(rowsX, rowsY)
  }

  /**
   * Each row's own cost, without the penalty; their mean is the cost.
   * @param X default: the training set
   */
  costs(X?: Rows, Y?: Rows): Float64Array {
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.costs(rowsX, rowsY)
  }

  /** Over the test set; NaN without one. */
  evaluateTest(): Measures {
    return this.#live.evaluateTest()
  }

  /** Mean cost over the training set, without the penalty. */
  cost() {
    return this.evaluate().cost
  }
  /** Mean cost over the test set, without the penalty; NaN without one. */
  testCost() {
    return this.evaluateTest().cost
  }
  /**
   * Of the mean cost over any rows, or over the training set, without the penalty, in the order of parametersFlat(): bit
   * for bit what a step over these rows would go by.
   */
  gradient(X?: Rows, Y?: Rows): Float64Array {
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.gradient(rowsX, rowsY)
  }

  /** l1 * sum |weight| + l2 / 2 * sum weight^2, biases apart. */
  penalty(): number {
    return this.#live.penalty()
  }
  /** What the penalty is made of: the sums of |weight| and of weight^2. */
  weightSums(): { absolute: number; squared: number } {
    return this.#live.weightSums()
  }
  /** Share of the training set classified right; NaN for regression. */
  accuracy() {
    return this.evaluate().accuracy
  }
  /** Share of the test set classified right; NaN for regression, and without a test set. */
  testAccuracy() {
    return this.evaluateTest().accuracy
  }
  /** Coefficient of determination on the training set; NaN for classes. */
  r2() {
    return this.evaluate().r2
  }
  /** Coefficient of determination on the test set; NaN for classes, and without a test set. */
  testR2() {
    return this.evaluateTest().r2
  }
  /** confusion[actual][predicted] of the training set; null for regression. */
  confusion() {
    return this.evaluate().confusion
  }
  /** confusion[actual][predicted] of the test set; null for regression. */
  testConfusion() {
    return this.evaluateTest().confusion
  }

  /** Takes n steps: one batch each. */
  step(n = 1) {
    this.#live.step(wholeNumber(n, 'steps'))
  }

  /** Goes on to the end of the epoch, n times. */
  epoch(n = 1) {
    this.#live.epoch(wholeNumber(n, 'epochs'))
  }

  /** Steps taken. */
  get steps(): number {
    return this.#live.steps()
  }

  /** Passes over the training set, the present one in part. */
  get epochs(): number {
    return this.#live.epochs()
  }

  /** The rows of the training set that the next step will use. */
  nextBatch(): number[] {
    return Array.from(this.#live.nextBatch())
  }

  /**
   * The optimizer's memory and the last gradient computed: right after step() it is the one the optimizer used,
   * penalty and coupled weight decay included, 0 where locked.
   */
  memory(): Memory & { gradient: Float64Array } {
    return this.#live.memory()
  }

  /** What the next step will do, bit for bit. Changes nothing. */
  nextStep(): NextStep {
    return this.#live.nextStep()
  }

  /** Whether a step met a gradient too large for numbers. Steps then do nothing until reset() or new parameters. */
  hasDiverged() {
    return this.#live.hasDiverged()
  }

  /** Back to step 0 and the first weights. */
  reset() {
    this.#live.reset()
  }

  /** All that the next steps depend on, bit for bit, what is locked and muted too. */
  snapshot(): Uint8Array {
    return this.#live.snapshot()
  }

  /**
   * Goes back to what snapshot() has told.
   * @param snapshot of a trainer of the same layers, precision and number of samples
   */
  restore(snapshot: Uint8Array) {
    if (!(snapshot instanceof Uint8Array)) refuseType('bytes', 'snapshot', snapshot)
    this.#live.restore(snapshot)
  }

  /**
   * Changes one parameter by epsilon and puts it back: what happens to the cost, and to every activation.
   * @param X default: the training set
   * @param offsets from the present value, finite: the cost at each is told too
   * @returns its slopes are those at the present value, whatever epsilon is
   */
  shock(parameter: Parameter, epsilon: number, X?: Rows, Y?: Rows, offsets: number[] = []): Shock {
    const [at, nudge] = [checkedParameter(parameter), finiteNumber(epsilon, 'epsilon')]
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.shock(at, nudge, toNumbers(offsets, 'offsets'), rowsX, rowsY)
  }

  /** Backpropagation against central differences, for every parameter, or for `count` from the flat index `from` on. */
  gradientCheck(X?: Rows, Y?: Rows, slice: { from?: number; count?: number } = {}): GradientCheck {
    const { from = 0, count = 1e8 } = plainObject(slice, 'slice', ['from', 'count'])
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.gradientCheck(rowsX, rowsY, wholeNumber(from, 'from'), wholeNumber(count, 'count'))
  }

  /** The cost where two parameters take other values and all else stays. */
  costSurface(
    parameterA: Parameter,
    parameterB: Parameter,
    options: { rangeA: [number, number]; rangeB: [number, number]; resolution?: number; X?: Rows; Y?: Rows },
  ): CostSurface {
    const [a, b] = [checkedParameter(parameterA, 'parameterA'), checkedParameter(parameterB, 'parameterB')]
    const known = ['rangeA', 'rangeB', 'resolution', 'X', 'Y']
    const { rangeA, rangeB, resolution = 40, X, Y } = plainObject(options, 'options', known)
    const [rangeOfA, rangeOfB] = [checkedRange(rangeA, 'rangeA'), checkedRange(rangeB, 'rangeB')]
    const points = wholeNumber(resolution, 'resolution')
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    const surface = this.#live.costSurface(a, b, rangeOfA, rangeOfB, points, rowsX, rowsY)
    return { ...surface, cost: toRows(surface.cost) }
  }

  /** Frees the engine's memory; the trainer is of no use afterwards. */
  delete() {
    this.#live.delete()
    this.#native = null
  }

  #widths(): [inputs: number, outputs: number] {
    const { inputs, layers } = this.settings
    return [inputs, (layers.at(-1) as LayerSettings).units]
  }

  #rows(X: unknown, Y: unknown, nameX = 'X', nameY = 'Y'): [FlatRows, FlatRows] {
    const [inputs, outputs] = this.#widths()
    const [flatX, flatY] = [toFiniteFlat(X, nameX, inputs), toFiniteFlat(Y, nameY, outputs)]
    const [wanted, got] = [flatX.shape[0], flatY.shape[0]]
    if (wanted !== got) refuseValue('sameSamples', nameY, got, { other: nameX, count: wanted })
    return [flatX, flatY]
  }

  /** @returns null = the training set */
  #rowsOrNull(X: unknown, Y: unknown): [FlatRows, FlatRows] | [null, null] {
    return X === undefined && Y === undefined ? [null, null] : this.#rows(X, Y)
  }
}

/** Rows as they were given, nested or flat. */
function like<R extends Rows>(given: R, result: FlatRows) {
  return (isFlat(given) ? result : toRows(result)) as Like<R>
}

/** One or several, each checked. */
function listOf<T>(given: unknown, check: (item: unknown) => T): T[] {
  return Array.from(Array.isArray(given) ? given : [given], (item) => check(item))
}

function checkedUnit(given: unknown): Neuron {
  const { layer, unit } = plainObject(given, 'muted', ['layer', 'unit'])
  return { layer: wholeNumber(layer, 'layer'), unit: wholeNumber(unit, 'unit') }
}

function checkedLayer(given: unknown, l: number) {
  const { weights, bias } = plainObject(given, `layer ${l}`, ['weights', 'bias'])
  return {
    weights: toFiniteFlat(weights, 'weights'),
    bias: toNumbers(bias, 'bias'),
  }
}

function checkedRange(range: unknown, name: string) {
  if (!Array.isArray(range) || range.length !== 2) refuseType('range', name, range)
  return toNumbers(range, name)
}
