import { dequal as isEqual } from 'dequal/lite'
import { refuseValue } from '../network/refuse.ts'
import { wordsOf } from '../network/words-of.ts'
import type { Command } from './commands.ts'
import { fields } from './fields.ts'
import { valueAt } from './paths.ts'
import type { State } from './state.ts'

/**
 * What an author fixes for readers, as words: `data`, `network` and `training` are all of these, `weights` are the weights
 * and biases, which are still learnt, and what a link calls a setting is that setting alone, such as `layers`, `rate`, `seed`.
 */

/**
 * Refuses, by throwing, what a reader may not change.
 * @param after what the state would become; left out where only weights or the training change
 */
export type Guard = (command: Command, before: State, after?: State) => void

const groups = ['data', 'network', 'training']

/** What a word stands for, as paths of the state. */
export function pathsOf(word: string): string[] {
  if (word === 'weights') return ['parameters', 'held.locked', 'held.muted']
  const isMeant = groups.includes(word)
    ? ({ path }: { path: string }) => path.startsWith(`${word}.`)
    : ({ path, key }: { path: string; key: string }) => key === word && !path.startsWith('view.')
  return fields.filter(isMeant).map(({ path }) => path)
}

/** All words that can be fixed. */
export const fixable = [
  ...new Set([
    ...groups,
    'weights',
    ...fields.filter(({ path }) => path.includes('.') && !path.startsWith('view.')).map(({ key }) => key),
  ]),
]

/** Refuses what readers may not change. @param fixed words */
export function guardOf(fixed: string): Guard | null {
  const paths = new Set(wordsOf(fixed).flatMap(pathsOf))
  if (paths.size === 0) return null
  return (command, before, after) => {
    if (command.do === 'setParameter' && paths.has('parameters')) refuseValue('fixedHere', 'parameters')
    const other = [...paths].find((path) => after && !isEqual(valueAt(after, path), valueAt(before, path)))
    if (other) refuseValue('fixedHere', other)
  }
}
