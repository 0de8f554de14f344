import type { Static } from '@sinclair/typebox'
import type { RowStore } from '../data/row-store.ts'
import { dataNames } from '../data/sources.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { Border } from './border.ts'
import {
  choice,
  either,
  exactly,
  flag,
  integerFrom,
  list,
  numberFrom,
  numbers,
  object,
  optional,
  orNull,
  saying,
  text,
  within,
} from './nodes.ts'
import { startNames } from './starts.ts'
import { tabNames } from './tab-names.ts'
import { tableNode } from './table.ts'

/**
 * State v1, described once: its type, the check of every value and its JSON schema come from here. A new setting is a
 * line here and one in fields.ts, which says how a link writes it. Limits and options are the engine's wherever the
 * engine has them.
 */

type Description = ReturnType<typeof describe>

/** All that a reader can set. */
export type State = Static<Description>

const names = <Name extends string>(options: { name: Name }[]) => options.map(({ name }) => name)

const index = () => integerFrom(0)

/** A neuron, counted from 0; layer -1 = an input. */
const neuron = () => saying({ within: 'neuronAt' }, object({ layer: integerFrom(-1), unit: index() }))

/** A weight or a bias, counted from 0. */
const parameter = () =>
  saying(
    { within: 'parameterAt' },
    either(
      object({ layer: index(), row: index(), column: index() }),
      object({ layer: index(), row: index(), bias: exactly(true) }),
    ),
  )

const mostHeld = 10_000
const mostColumns = 4096
const column = (rule: 'column' | 'columnName') => text(rule, { minLength: 1, maxLength: 200 })

const mostTerms = 20
const term = () =>
  either(
    object({ product: list(column('columnName'), { minItems: 2, maxItems: 6 }) }),
    object({ sine: column('columnName') }),
  )

function describeData(border: Border) {
  const { catalog } = border
  const { samples, noise, testShare, seed } = catalog.limits
  return object({
    name: choice(dataNames(catalog)),
    /** Generators only, like noise. */
    samples: within(samples),
    noise: within(noise),
    /** Share of the rows held out for the test set. */
    testShare: within(testShare),
    seed: within(seed),
    /** Names of the columns in use; null = the usual ones. Tables only. */
    features: orNull(
      saying(
        { type: 'columns', size: 'someColumn', once: 'columnsOnce' },
        list(column('columnName'), { minItems: 1, maxItems: mostColumns, uniqueItems: true }),
      ),
    ),
    /** Features made of others, such as x·x or sin(πx), which are inputs after these; absent or null: none. */
    derived: optional(orNull(list(term(), { maxItems: mostTerms }))),
    /** Name of the column to predict; null = the table's own. */
    target: orNull(column('column')),
    standardize: flag(),
    /** With the inputs, where the target is a number; absent: those of shipped tables are, those of one's own are not. */
    standardizeTargets: optional(flag()),
    /** The table of data 'hand', null with any other data. */
    table: orNull(tableNode(border)),
  })
}

function describeNetwork({ limits, activations, initializers, precisions }: Catalog) {
  const layer = object({ units: within(limits.units), activation: choice(names(activations)) })
  const { minimum, maximum } = limits.layers
  return object({
    /** Hidden layers, then the output layer; the output layer's units follow the data. */
    layers: saying({ type: 'listOfLayers' }, list(layer, { minItems: minimum, maxItems: maximum })),
    initializer: choice(names(initializers)),
    seed: within(limits.seed),
    precision: choice(precisions),
  })
}

function describeTraining({ limits, costs, optimizers }: Catalog) {
  return object({
    cost: choice(names(costs)),
    optimizer: choice(names(optimizers)),
    learningRate: within(limits.learningRate),
    momentum: within(limits.momentum),
    beta1: within(limits.beta1),
    beta2: within(limits.beta2),
    epsilon: within(limits.epsilon),
    rho: within(limits.rho),
    weightDecay: within(limits.weightDecay),
    l1: within(limits.l1),
    l2: within(limits.l2),
    batchSize: within(limits.batchSize),
    shuffle: flag(),
  })
}

function describeView({ limits }: Catalog) {
  return object({
    speed: numberFrom(0, 1000, 'Steps a second while playing; 0 is as fast as the machine goes.', false),
    logScale: flag(),
    row: numberFrom(0, limits.samples.maximum - 1, 'The row of the training set whose values are shown.'),
    /** A sample of the reader's own on the neurons instead of the row. */
    own: orNull(object({ input: numbers(), target: numbers() })),
    /** Numbers are of one row, or means over the batch of the next step. */
    scope: choice(['row', 'batch']),
    digits: numberFrom(3, 15, 'Significant digits of numbers in the pane.'),
    /** Regions as hard classes rather than shades. */
    discretize: flag(),
    showTest: flag(),
    selected: orNull(neuron()),
    /** The chosen weight or bias, and the one it is set against in the cost surface. */
    parameter: orNull(parameter()),
    against: orNull(parameter()),
    /** Open tab of the pane under the transport. */
    tab: choice(tabNames),
    /** How far the step that comes next is shown, such as backward.1; null = not at all. See views/panels/step/film.ts. */
    at: orNull(text('moment', { pattern: '^(start|cost|update|(for|back)ward\\.\\d+)(~[\\d.]+)?$' })),
  })
}

/** When playing stops by itself: looked at after every epoch; null, or left out, is no rule. */
const describeStop = () =>
  object({
    cost: optional(orNull(numberFrom(0, 1e9, 'Stop when the cost has come down to this.', false))),
    testCost: optional(orNull(numberFrom(0, 1e9, 'Stop when the test cost has come down to this.', false))),
    accuracy: optional(orNull(numberFrom(0, 1, 'Stop when this share of the training rows is right.', false))),
    testAccuracy: optional(orNull(numberFrom(0, 1, 'Stop when this share of the test rows is right.', false))),
    epochs: optional(orNull(numberFrom(1, 1_000_000, 'Stop after so many epochs.'))),
    patience: optional(
      orNull(numberFrom(1, 1_000_000, 'Stop when the test cost has not come down for so many epochs.')),
    ),
  })

function describe(border: Border) {
  const { catalog } = border
  const rowsOfNumbers = saying({ type: 'listOfRows' }, list(numbers()))
  return object({
    v: exactly(1),
    /** The starting point that it still is, whatever has been trained: its question stands on the page. */
    start: optional(choice(startNames)),
    data: describeData(border),
    network: describeNetwork(catalog),
    training: describeTraining(catalog),
    view: describeView(catalog),
    /** What the reader holds still: these keep their value while the others learn; these pass on nothing. */
    held: object({
      locked: list(parameter(), { uniqueItems: true, maxItems: mostHeld }),
      muted: list(neuron(), { uniqueItems: true, maxItems: mostHeld }),
    }),
    stop: optional(describeStop()),
    /** Steps to take from the first weights when the state is loaded. */
    step: optional(numberFrom(0, 1_000_000, 'Steps to take before the state is shown.')),
    /** Which engine took them, and the checksum of the weights that they led to: tells whether the digits are the same. */
    seal: optional(text('seal', { pattern: '^\\d{1,4}\\.[\\da-z]{6}$' })),
    /** The first weights, those of step 0; absent when the initializer and its seed make them. */
    parameters: optional(saying({ type: 'listOfLayers' }, list(object({ weights: rowsOfNumbers, bias: numbers() })))),
  })
}

const descriptions: WeakMap<RowStore, Description> = new WeakMap()

/** The description with the limits and options of an engine; a store has one engine. */
export function descriptionOf(border: Border): Description {
  const known = descriptions.get(border.rows) ?? describe(border)
  descriptions.set(border.rows, known)
  return known
}
