import type { NumberLimit } from '../engine/catalog.ts'
import { sentences } from '../text/options/settings.ts'
import { nameOf } from './fields.ts'
import { columnName, type Kind, kinds, longestName, mostHeld, type Rule, word } from './kinds.ts'

/** What a JSON schema says of each kind of field. Kept apart from the kinds: no page needs it. */

type Schema = Record<string, unknown>

const listOfNumbers = { type: 'array', items: { type: 'number' } }

/** @returns all of them required */
const object = (properties: Record<string, Schema>, type?: string[]): Schema => ({
  type: type ?? 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** What a number is: by its own limit, or in the catalogue of sentences where the limit is the engine's. */
const describe = (path: string, limit: NumberLimit & { description?: string }) =>
  limit.description ?? sentences[nameOf(path) as keyof typeof sentences]

const orNull = ['object', 'null']
const index = { type: 'integer', minimum: 0 }

const schemas = new Map([
  [
    kinds.number,
    ({ path, limit, limit: { minimum, maximum, exclusiveMinimum, integer } }) => ({
      type: integer ? 'integer' : 'number',
      ...(exclusiveMinimum ? { exclusiveMinimum: minimum } : { minimum }),
      maximum,
      description: describe(path, limit),
    }),
  ],
  [kinds.flag, () => ({ type: 'boolean' })],
  [kinds.choice, ({ options }) => ({ enum: options })],
  [kinds.column, () => ({ type: ['string', 'null'], minLength: 1, maxLength: longestName })],
  [
    kinds.columns,
    () => ({
      type: ['array', 'null'],
      items: { type: 'string', minLength: 1, maxLength: longestName },
      minItems: 1,
      uniqueItems: true,
    }),
  ],
  [kinds.part, () => ({ type: 'string', pattern: word.source })],
  [kinds.neuron, () => object({ layer: { type: 'integer', minimum: -1 }, unit: index }, orNull)],
  [
    kinds.parameter,
    () => ({
      ...object({ layer: index, row: index, column: index, bias: { const: true } }, orNull),
      required: ['layer', 'row'],
      oneOf: [{ required: ['column'] }, { required: ['bias'] }, { type: 'null' }],
    }),
  ],
  [kinds.sample, () => object({ input: listOfNumbers, target: listOfNumbers }, orNull)],
  [
    kinds.table,
    ({ path, limit }) => {
      const names = { type: 'array', items: { type: 'string', pattern: columnName.source }, minItems: 1 }
      const rows = { type: 'array', items: listOfNumbers, minItems: 1, maxItems: limit.maximum }
      return { ...object({ inputs: names, outputs: names, rows }, orNull), description: describe(path, limit) }
    },
  ],
  [
    kinds.layers,
    ({
      catalog: {
        activations,
        limits: { layers, units },
      },
    }) => ({
      type: 'array',
      minItems: layers.minimum,
      maxItems: layers.maximum,
      items: object({
        units: { type: 'integer', minimum: units.minimum, maximum: units.maximum },
        activation: { enum: activations.map(({ name }) => name) },
      }),
    }),
  ],
  [
    kinds.parameters,
    () => ({
      type: 'array',
      items: object({ weights: { type: 'array', items: listOfNumbers }, bias: listOfNumbers }),
    }),
  ],
] as [Kind, (rule: Rule) => Schema][])

export function schemaOf(kind: Kind, rule: Rule): Schema {
  if (!kind.item) return (schemas.get(kind) as (rule: Rule) => Schema)(rule)
  const items = { ...schemaOf(kind.item, rule), type: 'object' }
  return { type: 'array', items, uniqueItems: true, maxItems: mostHeld }
}
