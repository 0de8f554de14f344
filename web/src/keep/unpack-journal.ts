import { dequal as isEqual } from 'dequal/lite'
import type { Parameter } from '../network/parameters.ts'
import { plainObject, refuseValue } from '../network/refuse.ts'
import type { Edit, PlainRun } from '../run/run.ts'
import type { Origin } from '../state/layer-edits.ts'
import type { State } from '../state/state.ts'
import { eachOf, finiteOf, wholeOf } from './numbers.ts'

type Entry = PlainRun['journal'][number]

const mostEdits = 20_000
const mostUnits = 100_000
const mostInputs = 10_000

interface Run {
  first: State
  states: State[]
  end: number
}

/** What was done to a run: every edit must be one of the network that those before it have left. */
export function journalIn(value: unknown, path: string, { first, states, end }: Run): Entry[] {
  let state = first
  let from = 0
  return eachOf(value, path, mostEdits, (item, at) => {
    const { step, edit } = plainObject(item, at, ['step', 'edit'])
    from = wholeOf(step, `${at}.step`, from, end)
    const done = editIn(edit, `${at}.edit`, state, states)
    if (done.do === 'apply') state = done.state
    return { step: from, edit: done }
  })
}

function editIn(value: unknown, path: string, before: State, states: State[]): Edit {
  const given = plainObject(value, path, ['do', 'state', 'origins', 'inputs', 'parameter', 'value'])
  if (given.do === 'apply') return applyIn(given, path, before, states)
  if (given.do !== 'setParameter')
    return refuseValue('choice', `${path}.do`, given.do, { names: 'apply, setParameter' })
  const [number] = finiteOf(given.value, `${path}.value`, 1)
  return { do: 'setParameter', parameter: parameterIn(given.parameter, `${path}.parameter`, before), value: number }
}

function applyIn(given: Record<string, unknown>, path: string, before: State, states: State[]): Edit {
  const state = states[wholeOf(given.state, `${path}.state`, 0, states.length - 1)]
  const { layers } = state.network
  const sizes = (one: State) => one.network.layers.map(({ units }) => units)
  if (given.origins === undefined && !isEqual(sizes(state), sizes(before)))
    refuseValue('layerCount', `${path}.origins`, layers.length, { count: before.network.layers.length })
  return {
    do: 'apply',
    state,
    ...(given.origins === undefined ? {} : { origins: originsIn(given.origins, `${path}.origins`, state, before) }),
    ...(given.inputs === undefined ? {} : { inputs: inputsIn(given.inputs, `${path}.inputs`) }),
  }
}

/** Where each unit comes from: one of the network before, or nowhere. */
function originsIn(value: unknown, path: string, { network: { layers } }: State, before: State): Origin[][] {
  const last = before.network.layers.length - 1
  const origins = eachOf(value, path, layers.length, (layer, at) =>
    eachOf(layer, at, mostUnits, (origin, place) =>
      originIn(origin, place, (from) => [0, last, (before.network.layers[from]?.units ?? 0) - 1]),
    ),
  )
  if (
    !isEqual(
      origins.map(({ length }) => length),
      layers.map(({ units }) => units),
    )
  )
    refuseValue('layerCount', path, origins.length, { count: layers.length })
  return origins
}

const inputsIn = (value: unknown, path: string) =>
  eachOf(value, path, mostInputs, (origin, place) => originIn(origin, place, () => [-1, -1, mostInputs]))

type Limits = [firstLayer: number, lastLayer: number, lastUnit: number]

function originIn(value: unknown, path: string, limits: (layer: number) => Limits): Origin {
  if (value === null) return null
  const given = plainObject(value, path, ['layer', 'unit'])
  const [first, last, unit] = limits(Number(given.layer))
  const layer = wholeOf(given.layer, `${path}.layer`, first, last)
  return { layer, unit: wholeOf(given.unit, `${path}.unit`, 0, unit) }
}

function parameterIn(value: unknown, path: string, { network: { layers } }: State): Parameter {
  const given = plainObject(value, path, ['layer', 'row', 'column', 'bias'])
  const layer = wholeOf(given.layer, `${path}.layer`, 0, layers.length - 1)
  const row = wholeOf(given.row, `${path}.row`, 0, layers[layer].units - 1)
  if (given.bias === true) return { layer, row, bias: true }
  const columns = layer ? layers[layer - 1].units : mostInputs // only the engine knows how many inputs there are
  return { layer, row, column: wholeOf(given.column, `${path}.column`, 0, columns - 1) }
}
