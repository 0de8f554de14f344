import { refuseType, refuseValue } from '../network/refuse.ts'
import type { Command } from '../state/commands.ts'
import { fields } from '../state/fields.ts'
import { nameOf } from '../state/paths.ts'
import type { Refused } from './notice.ts'
import type { Request } from './protocol.ts'

/** What kind a command is; those that the worker carries out, as requests; and where a refusal belongs on the page. */

/** Commands that the worker is told as they are. */
const simple: Command['do'][] = ['pause', 'reset', 'undo', 'redo']

const isSimple = (command: Command): command is Command & { do: 'pause' | 'reset' | 'undo' | 'redo' } =>
  simple.includes(command.do)

/** Whether the worker carries it out; all other commands, but for what is only shown, change the state. */
export const isOrder = ({ do: name }: Command) =>
  [...simple, 'play', 'step', 'epoch', 'goTo', 'setParameter'].includes(name)

/** Whether it changes the state or brings back another one. */
export const isEdit = (command: Command) =>
  command.do === 'undo' ||
  command.do === 'redo' ||
  command.do === 'goTo' ||
  !(isOrder(command) || command.do === 'point' || command.do === 'overlay')

/** Whether it changes no more than what is shown. */
export const isViewChange = (command: Command) => changesOnly(command, /^(view|stop)\./)

/** Whether it does no more than open a tab or a place in the film of a step. */
export const isOpening = (command: Command) => changesOnly(command, /^view\.(tab|at)$/)

const changesOnly = (command: Command, paths: RegExp) =>
  command.do === 'set' && Object.keys(command.changes ?? {}).every((path) => paths.test(path))

/** Whether something is edited by it: settings, network, data, weights. */
export const isChange = (command: Command) =>
  (isEdit(command) && command.do !== 'goTo' && !isViewChange(command)) ||
  command.do === 'setParameter' ||
  command.do === 'reset'

/** Whether something of any origin is a command at all. */
export const isCommand = (command: unknown): command is Command =>
  typeof command === 'object' && command !== null && 'do' in command && typeof command.do === 'string'

/** Most steps that one command can ask for. */
const mostSteps = 1_000_000

/**
 * @param command an order
 * @throws {TypeError | RangeError} when it asks for what cannot be
 */
export function requestFor(command: Command): Request {
  if (isSimple(command)) return { type: command.do }
  if (command.do === 'play') return { type: 'play', isSlowAtFirst: command.isSlowAtFirst === true }
  if (command.do === 'goTo') return { type: 'goTo', step: command.step, run: command.run }
  if (command.do === 'step' || command.do === 'epoch') {
    const { count = 1 } = command
    const isCount = Number.isInteger(count) && count >= 1 && count <= mostSteps
    if (!isCount) refuseValue('whole', 'count', count, { minimum: 1, maximum: mostSteps })
    return { type: command.do, count }
  }
  const { parameter, value, goesOn } = command as Extract<Command, { do: 'setParameter' }>
  if (typeof parameter !== 'object' || parameter === null) {
    refuseType('parameterGiven', 'parameter', parameter)
  }
  if (typeof value !== 'number') refuseType('number', 'value', value)
  return { type: 'setParameter', parameter, value, goesOn }
}

/**
 * The path of the control that a refusal belongs to: what was being set, else what was refused.
 * @param name of what was refused
 * @returns '' = the page
 */
export function whereOf(name: string, command: Command): string {
  if (command.do === 'set' && Object.keys(command.changes ?? {}).length === 1) return Object.keys(command.changes)[0]
  return fields.find(({ path }) => path === name || nameOf(path) === name)?.path ?? ''
}

/** Where the values of a command come from. */
export function sourceOf(command: Command): Pick<Refused, 'from' | 'parameter'> {
  if (command.do === 'setParameter') {
    const { parameter } = command
    const isPlace = Number.isInteger(parameter?.layer) && Number.isInteger(parameter?.row)
    return { from: 'typed', ...(isPlace ? { parameter } : {}) }
  }
  if (command.do === 'load') return { from: 'state' }
  return { from: command.do === 'set' ? 'typed' : 'asked' }
}
