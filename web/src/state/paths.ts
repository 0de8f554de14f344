import type { State } from './description.ts'

/** The values of a state by their paths, such as 'training.learningRate' and 'step'. */

/** The last word of a path: the name under which the engine knows the setting. */
export const nameOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** The value at a path of a state or of a part of one; undefined where there is none. */
export const valueAt = (state: unknown, path: string) =>
  path
    .split('.')
    .reduce((value: unknown, key) => (isOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined), state)

const isOwn = (value: unknown, key: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, key)

/**
 * Puts a value at a path, making the group on its way.
 * @param state a state or a part of one
 * @param path of a value of State
 */
export function putAt(state: object, path: string, value: unknown) {
  const whole = state as Record<string, unknown>
  const [group, name] = path.split('.')
  if (name === undefined) whole[group] = value
  else {
    whole[group] ??= {}
    ;(whole[group] as Record<string, unknown>)[name] = value
  }
}

/** A state with other values at some paths, sharing all other parts with it. @param changes undefined takes a value away */
export function withValues(state: State, changes: Record<string, unknown>): State {
  const next: Record<string, unknown> = { ...state }
  for (const group of new Set(Object.keys(changes).map((path) => path.split('.')[0])))
    if (typeof next[group] === 'object' && !Array.isArray(next[group])) next[group] = { ...next[group] }
  for (const [path, value] of Object.entries(changes)) {
    if (value === undefined) delete next[path]
    else putAt(next, path, value)
  }
  return next as State
}
