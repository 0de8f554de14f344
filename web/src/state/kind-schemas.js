import { columnName, kinds, longestName, mostHeld, word } from './kinds.js'

/**
 * What a JSON schema says of each kind of field. Kept apart from the kinds: no page needs it.
 *
 * @import { Kind, Rule } from './kinds.js'
 * @typedef {Record<string, unknown>} Schema
 */

const listOfNumbers = { type: 'array', items: { type: 'number' } }

/** @param {Record<string, Schema>} properties @param {string[]} [type] @returns {Schema} all of them required */
const object = (properties, type) => ({
  type: type ?? 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const orNull = ['object', 'null']
const index = { type: 'integer', minimum: 0 }

const schemas = new Map(
  /** @type {[Kind, (rule: Rule) => Schema][]} */ ([
    [
      kinds.number,
      ({ limit: { minimum, maximum, exclusiveMinimum, integer, description } }) => ({
        type: integer ? 'integer' : 'number',
        ...(exclusiveMinimum ? { exclusiveMinimum: minimum } : { minimum }),
        maximum,
        description,
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
      ({ limit }) => {
        const names = { type: 'array', items: { type: 'string', pattern: columnName.source }, minItems: 1 }
        const rows = { type: 'array', items: listOfNumbers, minItems: 1, maxItems: limit.maximum }
        return { ...object({ inputs: names, outputs: names, rows }, orNull), description: limit.description }
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
  ]),
)

/** @param {Kind} kind @param {Rule} rule @returns {Schema} */
export function schemaOf(kind, rule) {
  if (!kind.item) return /** @type {(rule: Rule) => Schema} */ (schemas.get(kind))(rule)
  const items = { ...schemaOf(kind.item, rule), type: 'object' }
  return { type: 'array', items, uniqueItems: true, maxItems: mostHeld }
}
