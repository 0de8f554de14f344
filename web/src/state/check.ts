import type { Static, TSchema } from '@sinclair/typebox'
import { dequal as isEqual } from 'dequal/lite'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import { check, type Said, said } from './nodes.ts'

/** A node of a JSON schema, as far as the description of the state uses them. */
interface Node {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Node[]
  properties?: Record<string, Node>
  required?: string[]
  items?: Node
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  [said]?: Said
  [check]?: (value: unknown, path: string) => unknown
}

/**
 * A value as a node of the description has it.
 * @param path what a refusal calls it
 * @returns shares nothing with the value
 * @throws {TypeError | RangeError} when the node does not allow it
 */
export const checked = <Schema extends TSchema>(schema: Schema, value: unknown, path: string) =>
  checkedBy(schema as Node, value, path) as Static<Schema>

function checkedBy(node: Node, value: unknown, path: string): unknown {
  if (node[check]) return node[check](value, path)
  if (node.anyOf) return oneOf(node, node.anyOf, value, path)
  if (node.enum) return option(node.enum, value, path)
  if (node.const !== undefined) return value === node.const ? value : refuseValue('version', path, value)
  if (node.type === 'object') return object(node, value, path)
  if (node.type === 'array') return list(node, value, path)
  if (node.type === 'string') return text(node, value, path)
  if (node.type === 'boolean') return typeof value === 'boolean' ? value : refuseType('flag', path, value)
  return number(node, value, path)
}

function oneOf(node: Node, nodes: Node[], value: unknown, path: string) {
  const others = nodes.filter(({ type }) => type !== 'null')
  if (value === null && others.length < nodes.length) return null
  if (others.length === 1) return checkedBy(others[0], value, path)
  const names = Object.keys(plainObject(value, path, keysOf(others)))
  const fitting = others.find((other) => names.every((name) => Object.hasOwn(other.properties ?? {}, name)))
  return object({ ...(fitting ?? others[0]), [said]: node[said] }, value, path)
}

const keysOf = (nodes: Node[]) => nodes.flatMap(({ properties = {} }) => Object.keys(properties))

function option(names: unknown[], value: unknown, path: string) {
  if (typeof value !== 'string') refuseType('name', path, value)
  return names.includes(value) ? value : refuseValue('choice', path, value, { names: names.join(', ') })
}

function object({ properties = {}, required = [], [said]: rules }: Node, value: unknown, path: string) {
  const given = plainObject(value, path, Object.keys(properties))
  const names = Object.keys(properties).filter((name) => given[name] !== undefined || required.includes(name))
  try {
    return Object.fromEntries(names.map((name) => [name, checkedBy(properties[name], given[name], `${path}.${name}`)]))
  } catch (error) {
    if (!rules?.within) throw error
    refuseValue(rules.within, path, value)
  }
}

function list(node: Node, value: unknown, path: string) {
  const { items = {}, uniqueItems, [said]: rules = {} } = node
  if (!Array.isArray(value)) refuseType(rules.type ?? 'list', path, value)
  requireSize(node, value, path)
  if (items.type === 'number') return finiteNumbers(value, path)
  const all = Array.from(value, (item, i) => checkedBy(items, item, `${path}.${i}`))
  if (uniqueItems && all.some((item, i) => all.findIndex((other) => isEqual(other, item)) < i))
    refuseValue(rules.once ?? 'once', path, value)
  return all
}

function requireSize({ minItems = 0, maxItems = Infinity, [said]: rules }: Node, value: unknown[], path: string) {
  const { length } = value
  if (length >= minItems && length <= maxItems) return
  if (rules?.size) refuseValue(rules.size, path, value)
  if (minItems === 0) refuseValue('most', `${path}.length`, length, { maximum: maxItems })
  refuseValue('whole', `${path}.length`, length, { minimum: minItems, maximum: maxItems })
}

/** Many of them, without a path for each. */
function finiteNumbers(value: unknown[], path: string) {
  const at = value.findIndex((item) => !Number.isFinite(item))
  return at < 0 ? [...value] : refuseType('finiteNumber', `${path}.${at}`, value[at])
}

function text(
  { pattern = '', minLength = 0, maxLength = Infinity, [said]: rules }: Node,
  value: unknown,
  path: string,
) {
  const rule = rules?.type ?? 'name'
  if (typeof value !== 'string') refuseType(rule, path, value)
  const isFitting = value.length >= minLength && value.length <= maxLength && new RegExp(pattern).test(value)
  return isFitting ? value : refuseValue(rule, path, value)
}

function number({ type, minimum, exclusiveMinimum, maximum = Infinity }: Node, value: unknown, path: string) {
  if (typeof value !== 'number' || Number.isNaN(value)) refuseType('number', path, value)
  const isInteger = type === 'integer'
  const from = exclusiveMinimum ?? minimum ?? -Infinity
  const isAllowed = value >= from && value !== exclusiveMinimum && value <= maximum
  if (isAllowed && (!isInteger || Number.isInteger(value))) return value
  const rule = isInteger ? 'whole' : exclusiveMinimum === undefined ? 'between' : 'above'
  refuseValue(rule, path, value, { minimum: from, maximum })
}
