import fc from 'fast-check'
import { dataNames, goalOf } from '../../web/src/data/sources.ts'
import { descriptionOf } from '../../web/src/state/description.ts'
import { putAt } from '../../web/src/state/paths.ts'
import { presetState } from '../../web/src/state/presets.ts'

/** Any value that a node of the schema allows, ends of limits among them; nothing for what is made below. */
function allowedBy({ type, enum: names, minimum, exclusiveMinimum, maximum: max }) {
  const min = minimum ?? exclusiveMinimum
  if (type === 'integer') return fc.integer({ min, max })
  if (type === 'number')
    return fc.double({ min, max, minExcluded: minimum === undefined, noNaN: true }).map((x) => x + 0)
  if (type === 'boolean') return fc.boolean()
  return names && fc.constantFrom(...names)
}

const numbers = () =>
  fc.array(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    { minLength: 1, maxLength: 4 },
  )

/** Any state that is allowed, of any data. */
export function anyState(catalog) {
  const groups = Object.entries(descriptionOf(catalog).properties).filter(([, { properties }]) => properties)
  const nodes = groups.flatMap(([group, { properties }]) =>
    Object.entries(properties).map(([name, node]) => [`${group}.${name}`, allowedBy(node)]),
  )
  const anywhere = nodes.filter(([path, values]) => values && path !== 'data.name')
  const values = fc.record(Object.fromEntries(anywhere), { requiredKeys: [] })
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
