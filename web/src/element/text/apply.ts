import type { Outcome, SessionLike } from '../../session/session-like.ts'
import type { Command } from '../../state/commands.ts'
import { nameOf as lastWord } from '../../state/paths.ts'
import type { Change } from '../../state/written/changes.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { dataLabels, settingLabels } from '../../views/parts/fields/sentences.ts'
import { said } from '../said.ts'
import { aboutOf, isThere, nameOf } from './readings.ts'
import { sentences } from './sentences.ts'

/** Written changes, made in a session. */

const text = texts(sentences)

/** What is under way, by session: the changes of one press stay together. */
const turns: WeakMap<SessionLike, Promise<Outcome>> = new WeakMap()

/** Makes all changes as one edit, which one undo takes back, or none of them. @returns in the reader's words */
export function applyChanges(session: SessionLike, changes: readonly Change[]): Promise<Outcome> {
  const before: Promise<unknown> = turns.get(session) ?? Promise.resolve()
  const turn = before.then(() => apply(session, changes))
  turns.set(session, turn)
  return turn
}

async function apply(session: SessionLike, changes: readonly Change[]): Promise<Outcome> {
  const commands = commandsFor(changes)
  for (const [i, command] of commands.entries()) {
    const isWeight = command.do === 'setParameter'
    // By now all settings are made: whatever weight the network lacks is known before the first one is set.
    const lost = isWeight ? changes.find((change) => isLost(session, change)) : undefined
    const { ok } = lost
      ? { ok: false }
      : await session.run(i > 0 && isWeight ? { ...command, goesOn: true } : command, true)
    if (ok) continue
    const message = lost ? aboutOf(session, lost) : await said(session)
    if (i > 0) await session.run({ do: 'undo' }, true)
    return { ok, message }
  }
  return { ok: true, message: doneWords(session, changes) }
}

type Weight = Extract<Change, { parameter: unknown }>

const isLost = (session: SessionLike, change: Change): change is Weight =>
  'parameter' in change && !isThere(session, change)

/** Settings first, since what they change the weights may lie in. */
function commandsFor(changes: readonly Change[]): Command[] {
  const settings = changes.flatMap((change) => ('path' in change ? [[change.path, change.value]] : []))
  const weights = changes.flatMap((change) =>
    'parameter' in change ? { do: 'setParameter' as const, ...change, value: Number(change.value) } : [],
  )
  return settings.length > 0 ? [{ do: 'set', changes: Object.fromEntries(settings) }, ...weights] : weights
}

/** More than these are only counted. */
const mostTold = 4

function doneWords(session: SessionLike, changes: readonly Change[]) {
  if (changes.length > mostTold) return text('done_other', { count: changes.length })
  return changes.map((change) => text('set', { name: labelOf(session, change), value: valueWords(change) })).join(' ')
}

/** What a change is of, as readers call it. */
export function labelOf(session: SessionLike, change: Change): string {
  if ('parameter' in change) return nameOf(session, change)
  const labels: Record<string, string> = change.path.startsWith('data.') ? dataLabels : settingLabels
  const name = lastWord(change.path)
  return Object.hasOwn(labels, name) ? texts(labels)(name) : name
}

const valueWords = ({ value }: Change) => (typeof value === 'number' ? plainNumber(value) : String(value))

/** As it was written, with a real minus, unless that would be long. */
export function plainNumber(value: number) {
  const plain = String(value).replaceAll('-', '−')
  return plain.length <= 8 ? plain : formatNumber(value)
}
