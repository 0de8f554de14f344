import { plainObject, refuseType, refuseValue } from './refuse.js'
import { isFlat, toFiniteFlat, toFlat, toNumbers, toRows } from './rows.js'
import { changedSettings, checkedParameter, finiteNumber, requireType, wholeNumber } from './settings.js'

/**
 * @import { Catalog, FlatRows, LayerParameters, Neuron, Parameter, Rows, Trace, TrainerSettings } from './types.d.ts'
 *
 * @typedef {{ cost: number, accuracy: number, r2: number, confusion: number[][] | null }} Measures
 *   Mean cost without the penalty; accuracy is NaN for regression, r2 for classes; confusion[actual][predicted] counts.
 * @typedef {{ parameter: Parameter, gradient: number, slope: number, slopeError: number, slopeBelow: number, slopeAbove: number, hasCorner: boolean, difference: number, tolerance: number, disagreement: number }} SlopePair
 *   dCost/dParameter by backpropagation (gradient) and measured at the present value: five-point central difference (slope),
 *   which may be off by slopeError, and on one side only, which differ where the cost has a corner. difference of gradient and
 *   slope is relative to the larger of the two; disagreement is theirs over what measuring can tell, the larger of slopeError
 *   and tolerance times the larger slope: above 1 they disagree.
 * @typedef {SlopePair & { value: number, costBefore: number, costAfter: number, secant: number, changes: Float64Array[], values: Float64Array, costs: Float64Array, kinks: Neuron[] }} Shock
 *   Mean cost without the penalty, as it is and after the shock, their difference over the shock, and the cost at other
 *   values of the parameter; how far each unit's mean activation moved, by layer; the neurons it acts on whose Z stands,
 *   for any of the rows, at a corner of their activation.
 * @typedef {{ worst: SlopePair, checked: number }} GradientCheck
 * @typedef {{ first: Float64Array, second: Float64Array }} Memory
 *   What the optimizer keeps for each parameter (velocity, sums: its formula says), in the order of parametersFlat(); 0 where it keeps nothing.
 * @typedef {{ before: Float64Array, gradient: Float64Array, after: Float64Array, memory: Memory, memoryAfter: Memory, isDiverged: boolean }} NextStep
 *   Parameters before and after, the gradient as the optimizer uses it, its memory before and after; all in the order of
 *   parametersFlat(). Of a step that would diverge, after is before and the gradient may hold Infinity or NaN.
 * @typedef {{
 *   costSlope: Float64Array
 *   layers: { Z: Float64Array, activation: Float64Array, delta: Float64Array, slope: Float64Array }[]
 * }} TraceMeans a number a unit: its mean over the rows; costSlope, dCost/dActivation, one an output
 * @typedef {{ a: Float64Array, b: Float64Array, cost: number[][] }} CostSurface cost[index of b][index of a]
 */

/**
 * A network, its data and its training. Rows go in and out one row per sample, nested or flat as they were given.
 * A mistake is a TypeError (wrong type, unknown key) or a RangeError (value) that names the parameter, and changes
 * nothing. Call delete() when done: the engine's memory is not collected.
 */
export class Trainer {
  /** @type {import('#wasm').Trainer | null} */
  #native
  #catalog

  /** Use engine.createTrainer(). @param {import('#wasm').Trainer} native @param {Catalog} catalog */
  constructor(native, catalog) {
    this.#native = native
    this.#catalog = catalog
  }

  get #live() {
    if (!this.#native) throw new TypeError('trainer: must not be used after delete()')
    return this.#native
  }

  /** The settings in force. @returns {Required<TrainerSettings>} */
  get settings() {
    return this.#live.settings()
  }

  /**
   * Changes training settings mid-run; the weights stay.
   * @param {Partial<TrainerSettings>} changes not inputs, layers, initializer, seed or precision
   */
  configure(changes) {
    this.#live.configure(changedSettings(changes, this.settings, this.#catalog))
  }

  /**
   * Sets the rows to train on, and those to test on. The weights stay, the epoch starts again.
   * @param {Rows} X @param {Rows} Y @param {{ testX?: Rows, testY?: Rows, task?: import('./types.d.ts').Task }} [options]
   * task: what the targets are measured as; read off them when it is left out, so that numbers that happen to be 0 and 1
   * count as classes
   */
  setData(X, Y, options = {}) {
    const { testX = [], testY = [], task = '' } = plainObject(options, 'options', ['testX', 'testY', 'task'])
    requireType(task, 'task', 'string')
    const [trainingX, trainingY] = this.#rows(X, Y)
    this.#live.setData(
      trainingX,
      trainingY,
      ...this.#rows(testX, testY, 'testX', 'testY'),
      /** @type {string} */ (task),
    )
  }

  /**
   * Sets every weight and bias. Before the first step they become the ones reset() goes back to.
   * @param {LayerParameters[]} layers weights[r][c] joins input c to unit r
   */
  setParameters(layers) {
    if (!Array.isArray(layers)) refuseType('parameters', 'must be an array of { weights, bias }', layers)
    this.#live.setParameters(Array.from(layers, checkedLayer))
  }

  /** @returns {LayerParameters[]} */
  parameters() {
    return this.#live.parameters().map((/** @type {{ weights: FlatRows, bias: Float64Array }} */ layer) => ({
      weights: toRows(layer.weights),
      bias: Array.from(layer.bias),
    }))
  }

  /** All parameters in the engine's order: layer by layer, weights column by column, then bias. @returns {Float64Array} */
  parametersFlat() {
    return this.#live.parametersFlat()
  }

  /** @param {ArrayLike<number>} parameters in the order of parametersFlat() */
  setParametersFlat(parameters) {
    this.#live.setParametersFlat(toNumbers(parameters, 'parameters'))
  }

  /** Turns one dial; the optimizer's memory stays. @param {Parameter} parameter @param {number} value */
  setParameter(parameter, value) {
    this.#live.setParameter(checkedParameter(parameter), finiteNumber(value, 'value'))
  }

  /** These keep their value while the others learn. @param {Parameter[] | Parameter} parameters */
  lock(parameters) {
    this.#live.lock(listOf(parameters, checkedParameter))
  }

  /** @param {Parameter[] | Parameter} parameters */
  unlock(parameters) {
    this.#live.unlock(listOf(parameters, checkedParameter))
  }

  /** Which parameters are locked. @returns {Parameter[]} */
  locked() {
    return this.#live.locked()
  }

  /**
   * Silences these hidden neurons, and no others: they hand on 0 and learn nothing from the cost.
   * @param {Neuron[] | Neuron} units
   */
  mute(units) {
    this.#live.mute(listOf(units, checkedUnit))
  }

  /** The outputs for any rows, the same bits for a row alone and among others. @template {Rows} R @param {R} X @returns {R extends FlatRows ? FlatRows : number[][]} */
  predict(X) {
    return like(X, this.#live.predict(toFlat(X, 'X', this.#widths()[0])))
  }

  /** Every layer's activation for any rows. @template {Rows} R @param {R} X @returns {(R extends FlatRows ? FlatRows : number[][])[]} */
  activations(X) {
    return this.#live
      .activations(toFlat(X, 'X', this.#widths()[0]))
      .map((/** @type {FlatRows} */ layer) => like(X, layer))
  }

  /**
   * The means over any rows, without the rest of their trace; changes nothing. Slopes of softmax are NaN.
   * @param {Rows} X
   * @param {Rows} Y
   * @returns {TraceMeans}
   */
  traceMeans(X, Y) {
    return this.#live.traceMeans(...this.#rows(X, Y))
  }

  /** Z, activation, delta and gradients for any rows; changes nothing. @param {Rows} X @param {Rows} Y @returns {Trace} */
  trace(X, Y) {
    const { costSlope, layers, ...sums } = this.#live.trace(...this.#rows(X, Y))
    return {
      ...sums,
      costSlope: toRows(costSlope),
      layers: layers.map((/** @type {any} */ layer) => ({
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

  /** Over any rows, or over the training set. @param {Rows} [X] @param {Rows} [Y] @returns {Measures} */
  evaluate(X, Y) {
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.evaluate(rowsX, rowsY)
  }

  /** Each row's own cost, without the penalty; their mean is the cost. @param {Rows} [X] default: the training set @param {Rows} [Y] @returns {Float64Array} */
  costs(X, Y) {
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.costs(rowsX, rowsY)
  }

  /** Over the test set; NaN without one. @returns {Measures} */
  evaluateTest() {
    return this.#live.evaluateTest()
  }

  /** Mean cost over the training set, without the penalty. */
  cost() {
    return this.evaluate().cost
  }
  testCost() {
    return this.evaluateTest().cost
  }
  /**
   * Of the mean cost over any rows, or over the training set, without the penalty, in the order of parametersFlat(): bit
   * for bit what a step over these rows would go by. @param {Rows} [X] @param {Rows} [Y] @returns {Float64Array}
   */
  gradient(X, Y) {
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.gradient(rowsX, rowsY)
  }

  /** l1 * sum |weight| + l2 / 2 * sum weight^2, biases apart. @returns {number} */
  penalty() {
    return this.#live.penalty()
  }
  /** What the penalty is made of: the sums of |weight| and of weight^2. @returns {{ absolute: number, squared: number }} */
  weightSums() {
    return this.#live.weightSums()
  }
  /** Share of the training set classified right; NaN for regression. */
  accuracy() {
    return this.evaluate().accuracy
  }
  testAccuracy() {
    return this.evaluateTest().accuracy
  }
  /** Coefficient of determination on the training set; NaN for classes. */
  r2() {
    return this.evaluate().r2
  }
  testR2() {
    return this.evaluateTest().r2
  }
  /** confusion[actual][predicted] of the training set; null for regression. */
  confusion() {
    return this.evaluate().confusion
  }
  testConfusion() {
    return this.evaluateTest().confusion
  }

  /** Takes n steps: one batch each. @param {number} [n] */
  step(n = 1) {
    this.#live.step(wholeNumber(n, 'steps'))
  }

  /** Goes on to the end of the epoch, n times. @param {number} [n] */
  epoch(n = 1) {
    this.#live.epoch(wholeNumber(n, 'epochs'))
  }

  /** Steps taken. @returns {number} */
  get steps() {
    return this.#live.steps()
  }

  /** Passes over the training set, the present one in part. @returns {number} */
  get epochs() {
    return this.#live.epochs()
  }

  /** The rows of the training set that the next step will use. @returns {number[]} */
  nextBatch() {
    return Array.from(this.#live.nextBatch())
  }

  /**
   * The optimizer's memory and the last gradient computed: right after step() it is the one the optimizer used, penalty and
   * coupled weight decay included, 0 where locked.
   * @returns {Memory & { gradient: Float64Array }}
   */
  memory() {
    return this.#live.memory()
  }

  /** What the next step will do, bit for bit. Changes nothing. @returns {NextStep} */
  nextStep() {
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

  /** All that the next steps depend on, bit for bit, what is locked and muted too. @returns {Uint8Array} */
  snapshot() {
    return this.#live.snapshot()
  }

  /** @param {Uint8Array} snapshot of a trainer of the same layers, precision and number of samples */
  restore(snapshot) {
    if (!(snapshot instanceof Uint8Array)) refuseType('snapshot', 'must be a Uint8Array', snapshot)
    this.#live.restore(snapshot)
  }

  /**
   * Changes one parameter by epsilon and puts it back: what happens to the cost, and to every activation.
   * @param {Parameter} parameter @param {number} epsilon @param {Rows} [X] default: the training set @param {Rows} [Y]
   * @param {number[]} [offsets] from the present value, finite: the cost at each is told too
   * @returns {Shock} its slopes are those at the present value, whatever epsilon is
   */
  shock(parameter, epsilon, X, Y, offsets = []) {
    const [at, nudge] = [checkedParameter(parameter), finiteNumber(epsilon, 'epsilon')]
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.shock(at, nudge, toNumbers(offsets, 'offsets'), rowsX, rowsY)
  }

  /**
   * Backpropagation against central differences, for every parameter, or for `count` from the flat place `from` on.
   * @param {Rows} [X] @param {Rows} [Y] @param {{ from?: number, count?: number }} [slice]
   * @returns {GradientCheck}
   */
  gradientCheck(X, Y, slice = {}) {
    const { from = 0, count = 1e8 } = plainObject(slice, 'slice', ['from', 'count'])
    const [rowsX, rowsY] = this.#rowsOrNull(X, Y)
    return this.#live.gradientCheck(rowsX, rowsY, wholeNumber(from, 'from'), wholeNumber(count, 'count'))
  }

  /**
   * The cost where two parameters take other values and all else stays.
   * @param {Parameter} parameterA @param {Parameter} parameterB
   * @param {{ rangeA: [number, number], rangeB: [number, number], resolution?: number, X?: Rows, Y?: Rows }} options
   * @returns {CostSurface}
   */
  costSurface(parameterA, parameterB, options) {
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

  /** @returns {[inputs: number, outputs: number]} */
  #widths() {
    const { inputs, layers } = this.settings
    return [inputs, /** @type {import('./types.d.ts').LayerSettings} */ (layers.at(-1)).units]
  }

  /** @param {any} X @param {any} Y @param {string} [nameX] @param {string} [nameY] @returns {[FlatRows, FlatRows]} */
  #rows(X, Y, nameX = 'X', nameY = 'Y') {
    const [inputs, outputs] = this.#widths()
    const [flatX, flatY] = [toFiniteFlat(X, nameX, inputs), toFiniteFlat(Y, nameY, outputs)]
    const [wanted, got] = [flatX.shape[0], flatY.shape[0]]
    if (wanted !== got) refuseValue(nameY, `must have as many samples as ${nameX} (${wanted})`, got)
    return [flatX, flatY]
  }

  /** @param {any} X @param {any} Y @returns {[FlatRows, FlatRows] | [null, null]} null = the training set */
  #rowsOrNull(X, Y) {
    return X === undefined && Y === undefined ? [null, null] : this.#rows(X, Y)
  }
}

/** @param {Rows} given @param {FlatRows} result @returns {any} */
function like(given, result) {
  return isFlat(given) ? result : toRows(result)
}

/** One or several, each checked. @template T @param {unknown} given @param {(item: unknown) => T} check @returns {T[]} */
function listOf(given, check) {
  return Array.from(Array.isArray(given) ? given : [given], (item) => check(item))
}

/** @param {unknown} given @returns {Neuron} */
function checkedUnit(given) {
  const { layer, unit } = plainObject(given, 'muted', ['layer', 'unit'])
  return { layer: wholeNumber(layer, 'layer'), unit: wholeNumber(unit, 'unit') }
}

/** @param {unknown} given @param {number} l */
function checkedLayer(given, l) {
  const { weights, bias } = plainObject(given, `layer ${l}`, ['weights', 'bias'])
  return {
    weights: toFiniteFlat(/** @type {any} */ (weights), 'weights'),
    bias: toNumbers(/** @type {any} */ (bias), 'bias'),
  }
}

/** @param {unknown} range @param {string} name */
function checkedRange(range, name) {
  if (!Array.isArray(range) || range.length !== 2) refuseType(name, 'must be [low, high]', range)
  return toNumbers(range, name)
}
