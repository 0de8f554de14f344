import { nearest } from '../../network/nearly.ts'
import { isSameParameter, type Parameter } from '../../network/parameters.ts'
import { refuseType, refuseValue } from '../../network/refuse.ts'
import { type Field, fields } from '../fields.ts'
import { type LinkContext, written as valueWritten } from '../link-forms.ts'
import { nameOf } from '../paths.ts'
import { readers } from '../read-forms.ts'
import { numberIn, partsIn, refuseForm } from './read.ts'
import { parameterIn, writeParameter } from './references.ts'

/**
 * Changes, separated by semicolons: `1.W1,1=0.5; 1.B2=0; rate=0.1`. A setting has the key that it has in a link, or the
 * name that it has in a state. A change without `=` names what is to be changed, `1.W1,1`: its value comes from elsewhere.
 */

export type Change = { parameter: Parameter; value: number | null } | { path: string; value: unknown }

/** What is not set by itself: it is made with the network, or stands for more than one setting. */
const notSet = ['start', 'data.table', 'network.layers', 'held.locked', 'held.muted', 'step', 'seal', 'parameters']

const settable = fields.filter(({ path }) => !notSet.includes(path))

/** @param path what a refusal calls it @throws {TypeError | RangeError} when anything in it is wrong */
export function readChanges(written: unknown, path: string): Change[] {
  const changes = partsIn(written, /;/, path).map((part) => readChange(part, path))
  if (changes.length === 0) refuseValue('exactly', path, written, { count: form })
  changes.forEach((change, i) => {
    if (changes.slice(0, i).some((other) => isSame(change, other))) refuseValue('once', path, writeChange(change))
  })
  return changes
}

const form = 'changes separated by semicolons, as in 1.W1,1=0.5; 1.B2=0; rate=0.1'

function readChange(written: string, path: string): Change {
  const at = written.indexOf('=')
  const name = (at < 0 ? written : written.slice(0, at)).trim()
  const value = at < 0 ? null : written.slice(at + 1).trim()
  const parameter = parameterIn(name)
  if (parameter) return { parameter, value: value === null ? null : numberIn(value, path) }
  const field = settable.find(({ key, path }) => [key, nameOf(path)].includes(name))
  if (!field) {
    const meant = nearest(
      name,
      settable.flatMap(({ key, path }) => [key, nameOf(path)]),
    )
    if (meant) refuseType('nearlyKnown', path, name, { meant })
    refuseForm(form, path, written)
  }
  return { path: field.path, value: value === null ? null : valueIn(value, field) }
}

function valueIn(written: string, { path, form }: Field) {
  const value = readers[form](written, path, noContext)
  return typeof value !== 'number' || Number.isFinite(value) ? value : refuseValue('finiteNumber', path, written)
}

/** Only tables and weights are read by what stands around them. */
const noContext = {} as LinkContext

const isSame = (a: Change, b: Change) =>
  'parameter' in a ? 'parameter' in b && isSameParameter(a.parameter, b.parameter) : 'path' in b && a.path === b.path

export const writeChanges = (changes: Change[]) => changes.map(writeChange).join('; ')

function writeChange(change: Change): string {
  const { value } = change
  if ('parameter' in change) return withValue(writeParameter(change.parameter), value === null ? null : String(value))
  const { key, form } = fields.find(({ path }) => path === change.path) as Field
  return withValue(key, value === null ? null : valueWritten(form, value, noContext))
}

const withValue = (name: string, value: string | null) => (value === null ? name : `${name}=${value}`)
