import type { TSchema } from '@sinclair/typebox'
import { handName } from '../data/hand.ts'
import { plainObject, refuseType } from '../network/refuse.ts'
import type { Border } from './border.ts'
import { checked } from './check.ts'
import { descriptionOf, type State } from './description.ts'
import { requireFit } from './fit.ts'
import { withValues } from './paths.ts'
import { presetState } from './presets.ts'
import { type StartName, starts } from './starts.ts'

/** A state made whole from what is given of it and checked as a whole. Nothing is ever half applied. */

export type { State }
export type TrainingState = State['training']
export type ViewState = State['view']

/** The data that is meant where none is named. */
type Present = Pick<State['data'], 'name' | 'target' | 'table'>

/**
 * The whole state of which `partial` is a part: what is left out comes from the preset of its data, or, where it names a
 * starting point and no data, from that.
 * @param partial plain JSON, of any origin
 * @param present without it `data.name` must be there
 * @returns shares nothing with `partial`
 * @throws {TypeError} on unknown settings and wrong types
 * @throws {RangeError} on values that are not allowed or do not fit together
 */
export function completeState(partial: unknown, border: Border, present?: Present): State {
  const values = valuesIn(partial, border)
  const isOfStart = values.start !== undefined && values['data.name'] === undefined && !values['data.table']
  if (isOfStart) return stateWith(completeState(starts[values.start as StartName], border), partial, border)
  const { name, target, table } = dataOf(values, present)
  return fitting(withValues(presetState(border.catalog, name, target, table), values), border)
}

/**
 * A state with what is given of another instead; its own first weights are of its own layers.
 * @throws {TypeError | RangeError} as completeState()
 */
export function stateWith(state: State, partial: unknown, border: Border): State {
  const values = valuesIn(partial, border)
  const { parameters } = values['network.layers'] ? { parameters: undefined } : state
  return fitting(withValues(state, { parameters, ...values }), border)
}

function fitting(state: State, { catalog }: Border) {
  requireFit(state, catalog)
  return state
}

/** What is given of a state, by its paths. */
function valuesIn(partial: unknown, border: Border): Record<string, unknown> {
  const { properties } = descriptionOf(border)
  const given = plainObject(partial, 'state', Object.keys(properties))
  const values = Object.entries(properties).flatMap(([name, node]): [string, unknown][] => {
    if (given[name] === undefined) return []
    if (!('properties' in node)) return [[name, checked(node, given[name], name)]]
    const group = Object.entries(plainObject(given[name], name, Object.keys(node.properties)))
    const known = group.filter(([, value]) => value !== undefined)
    return known.map(([key, value]) => [`${name}.${key}`, checkedAt(`${name}.${key}`, value, border)])
  })
  return Object.fromEntries(values)
}

/** Rows of its own are data entered by hand, else the data at present is meant. */
function dataOf(values: Record<string, unknown>, present?: Present): Present {
  const given = {
    name: values['data.name'] as string | undefined,
    target: values['data.target'] as string | null | undefined,
    table: values['data.table'] as State['data']['table'] | undefined,
  }
  const isMeant = given.name === undefined && !given.table
  const meant = isMeant && present ? present : { name: given.table ? handName : undefined, target: null, table: null }
  return {
    name: given.name ?? meant.name ?? refuseType('name', 'data.name', given.name),
    target: given.target ?? meant.target,
    table: given.table ?? meant.table,
  }
}

/**
 * A value as State has it at a path.
 * @throws {TypeError | RangeError} when there is no such path, or another value must stand there
 */
export function checkedAt(path: string, value: unknown, border: Border): unknown {
  const node = path.split('.').reduce((found, name) => nodeIn(found, name, path), descriptionOf(border) as TSchema)
  return node.properties ? refuseType('setting', path) : checked(node, value, path)
}

function nodeIn({ items, properties = {} }: TSchema, name: string, path: string): TSchema {
  const node: TSchema | undefined = Object.hasOwn(properties, name) ? properties[name] : undefined
  return (/^\d+$/.test(name) ? items : node) ?? refuseType('setting', path)
}
