import type {
  Static,
  TArray,
  TBoolean,
  TInteger,
  TLiteral,
  TNumber,
  TObject,
  TOptional,
  TProperties,
  TSchema,
  TString,
  TUnknown,
  TUnsafe,
} from '@sinclair/typebox'
import type { NumberLimit } from '../engine/catalog.ts'
import type { RuleCode, RuleValues } from '../network/rules.ts'

/**
 * What the description of the state is made of: nodes of a JSON schema, each with TypeBox's type of what it allows, and
 * how each says what is wrong. The nodes are plain: none of TypeBox's own code is needed to make them.
 */

const node = <Node extends TSchema>(schema: object) => schema as Node

/** Codes of rules whose sentence asks for no values. */
type PlainCode = { [Code in RuleCode]: keyof RuleValues<Code> extends never ? Code : never }[RuleCode]

/** By which rules a node refuses, where there is a better one than the usual. */
export interface Said {
  /** Something of another type. */
  type?: PlainCode
  /** A list that is too short or too long. */
  size?: PlainCode
  /** The same twice in a list. */
  once?: PlainCode
  /** Anything that is wrong within an object. */
  within?: PlainCode
}

/** The rules stand beside what the schema says, where no JSON shows them; so does a check that a schema cannot express. */
export const said = Symbol('said')
export const check = Symbol('check')

export const saying = <Node extends TSchema>(rules: Said, schema: Node): Node =>
  Object.assign(schema, { [said]: rules })

/** A node that a function checks. @param by returns what shares nothing with the value, or refuses it */
export const checkedBy = <Value>(by: (value: unknown, path: string) => Value, schema: object) =>
  node<TUnsafe<Value>>({ ...schema, [check]: by })

/** What stands in the schema alone: whatever holds it checks it. */
export const written = (schema: object) => node<TUnknown>(schema)

const isOptional = Symbol('optional')

/** What an object need not have. */
export const optional = <Node extends TSchema>(schema: Node) => node<TOptional<Node>>({ ...schema, [isOptional]: true })

/** An object with these properties and no others. */
export const object = <Properties extends TProperties>(properties: Properties) =>
  node<TObject<Properties>>({
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !(isOptional in properties[name])),
    additionalProperties: false,
  })

interface Size {
  minItems?: number
  maxItems?: number
  uniqueItems?: true
}

export const list = <Item extends TSchema>(items: Item, size: Size = {}) =>
  node<TArray<Item>>({ type: 'array', items, ...size })

export const flag = () => node<TBoolean>({ type: 'boolean' })

/** This value and no other. */
export const exactly = <const Value extends number | true>(value: Value) => node<TLiteral<Value>>({ const: value })

/** A whole number without an upper end. */
export const integerFrom = (minimum: number) => node<TInteger>({ type: 'integer', minimum })

/** A number that a limit allows. */
export const within = ({ minimum, maximum, exclusiveMinimum, integer }: NumberLimit, description?: string) =>
  node<TNumber>({
    type: integer ? 'integer' : 'number',
    ...(exclusiveMinimum ? { exclusiveMinimum: minimum } : { minimum }),
    maximum,
    description,
  })

/** A number that no table of the engine limits. */
export const numberFrom = (minimum: number, maximum: number, description: string, integer = true) =>
  within({ minimum, maximum, exclusiveMinimum: false, integer }, description)

/** One of several names. */
export const choice = <const Name extends string>(names: readonly Name[]) => node<TUnsafe<Name>>({ enum: names })

/** A text of a form. @param rule what refuses any other */
export const text = (rule: PlainCode, form: { pattern?: string; minLength?: number; maxLength?: number }) =>
  saying({ type: rule }, node<TString>({ type: 'string', ...form }))

export const orNull = <Node extends TSchema>(schema: Node) =>
  node<TUnsafe<Static<Node> | null>>({ anyOf: [schema, { type: 'null' }] })

/** One of two objects. */
export const either = <A extends TSchema, B extends TSchema>(a: A, b: B) =>
  node<TUnsafe<Static<A> | Static<B>>>({ anyOf: [a, b] })

/** Finite numbers, as many as there are. */
export const numbers = () => saying({ type: 'numbers' }, list(node<TNumber>({ type: 'number' })))
