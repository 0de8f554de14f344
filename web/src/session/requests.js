import { refuseType, refuseValue } from '../network/refuse.js'
import { fields, nameOf } from '../state/fields.js'

/**
 * What kind a command is; those that the worker carries out, as requests; and where a refusal belongs on the page.
 * @import { Command, Refused } from '../types.d.ts'
 * @import { Request } from './protocol.js'
 */

/** Commands that the worker is told as they are. */
const simple = ['play', 'pause', 'reset', 'undo', 'redo']

/** Whether the worker carries it out; all other commands, but for what is only shown, change the state. @param {Command} command */
export const isOrder = ({ do: name }) => [...simple, 'step', 'epoch', 'setParameter'].includes(name)

/** Whether it changes the state or brings back another one. @param {Command} command */
export const isEdit = (command) =>
  command.do === 'undo' ||
  command.do === 'redo' ||
  !(isOrder(command) || command.do === 'point' || command.do === 'overlay')

/** Whether it changes no more than what is shown. @param {Command} command */
export const isViewChange = (command) => command.do === 'set' && String(command.path).startsWith('view.')

/** Whether something is edited by it: settings, network, data, weights. @param {Command} command */
export const isChange = (command) =>
  (isEdit(command) && !isViewChange(command)) || command.do === 'setParameter' || command.do === 'reset'

/** Whether something of any origin is a command at all. @param {unknown} command @returns {command is Command} */
export const isCommand = (command) =>
  typeof command === 'object' && command !== null && 'do' in command && typeof command.do === 'string'

/** Most steps that one command can ask for. */
const mostSteps = 1_000_000

/**
 * @param {Command} command an order
 * @returns {Request}
 * @throws {TypeError | RangeError} when it asks for what cannot be
 */
export function requestFor(command) {
  if (simple.includes(command.do)) return /** @type {Request} */ ({ do: command.do })
  if (command.do === 'step' || command.do === 'epoch') {
    const { count = 1 } = command
    const isCount = Number.isInteger(count) && count >= 1 && count <= mostSteps
    if (!isCount) refuseValue('count', `must be a whole number from 1 to ${mostSteps}`, count)
    return { do: command.do, count }
  }
  const { parameter, value, goesOn } = /** @type {Extract<Command, { do: 'setParameter' }>} */ (command)
  if (typeof parameter !== 'object' || parameter === null) {
    refuseType('parameter', 'must be { layer, row, column } or { layer, row, bias: true }', parameter)
  }
  if (typeof value !== 'number') refuseType('value', 'must be a number', value)
  return { do: 'setParameter', parameter, value, goesOn }
}

/**
 * The path of the control that a refusal belongs to: what was being set, else what the sentence begins with.
 * @param {string} message `name: rule, got value`
 * @param {Command} command
 * @returns {string} '' = the page
 */
export function whereOf(message, command) {
  if (command.do === 'set') return String(command.path)
  const name = message.slice(0, message.indexOf(':'))
  return fields.find(({ path }) => path === name || nameOf(path) === name)?.path ?? ''
}

/**
 * Where the values of a command come from.
 * @param {Command} command
 * @returns {Pick<Refused, 'from' | 'parameter'>}
 */
export function sourceOf(command) {
  if (command.do === 'setParameter') {
    const { parameter } = command
    const isPlace = Number.isInteger(parameter?.layer) && Number.isInteger(parameter?.row)
    return { from: 'typed', ...(isPlace ? { parameter } : {}) }
  }
  if (command.do === 'load') return { from: 'state' }
  return { from: command.do === 'set' ? 'typed' : 'asked' }
}
