import fc from 'fast-check'
import { dataNames, goalOf } from '../../web/src/data/sources.ts'
import { fields, putAt, ruleFor } from '../../web/src/state/fields.ts'
import { presetState } from '../../web/src/state/presets.ts'

/** Numbers that a limit allows, its ends among them. */
function numberWithin({ minimum, maximum, exclusiveMinimum, integer }) {
  if (integer) return fc.integer({ min: minimum, max: maximum })
  return fc.double({ min: minimum, max: maximum, minExcluded: exclusiveMinimum, noNaN: true }).map((value) => value + 0)
}

const numbers = () =>
  fc.array(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    { minLength: 1, maxLength: 4 },
  )

/** Any state that is allowed, of any data. */
export function anyState(catalog) {
  const numberFields = fields.filter(
    ({ path, isOptional }) => !isOptional && typeof presetAt(catalog, path) === 'number',
  )
  const flags = fields.filter(({ path }) => typeof presetAt(catalog, path) === 'boolean')
  const choices = fields.filter((field) => field.options && field.path !== 'data.name')
  const values = fc.record(
    Object.fromEntries([
      ...numberFields.map((field) => [field.path, numberWithin(ruleFor(field, catalog).limit)]),
      ...flags.map(({ path }) => [path, fc.boolean()]),
      ...choices.map((field) => [field.path, fc.constantFrom(...field.options(catalog))]),
    ]),
    { requiredKeys: [] },
  )
  const hidden = fc.array(
    fc.record(
      {
        units: fc.integer({ min: 1, max: 12 }),
        activation: fc.constantFrom(...catalog.activations.map(({ name }) => name)),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 4 },
  )
  return fc
    .record({
      name: fc.constantFrom(...dataNames(catalog)),
      values,
      hidden,
      step: fc.option(fc.nat(1_000_000), { nil: undefined }),
      own: fc.option(fc.record({ input: numbers(), target: numbers() }, { noNullPrototype: true })),
    })
    .map(({ name, values, hidden, step, own }) => {
      const state = presetState(catalog, name)
      for (const [path, value] of Object.entries(values)) putAt(state, path, value)
      const { outputs } = goalOf(catalog, state.data)
      state.network.layers = [...hidden, { units: outputs, activation: 'sigmoid' }]
      state.view.own = own
      state.view.parameter = { layer: 0, row: 0, column: 3 }
      state.held.locked = [
        { layer: hidden.length, row: 0, bias: true },
        { layer: 0, row: 0, column: 1 },
      ]
      state.held.muted = hidden.map((_, layer) => ({ layer, unit: 0 }))
      if (step !== undefined) state.step = step
      return state
    })
}

/** @param {string} path */
const presetAt = (catalog, path) => path.split('.').reduce((value, key) => value?.[key], presetState(catalog, 'iris'))
