import { Unreadable } from '../network/unreadable.ts'
import { sizeOf, type Tensor } from './tensor.ts'

/**
 * Numbers as people paste them: arrays of NumPy, as code or as printed; nested lists; what PyTorch prints of a
 * state_dict; rows of MATLAB, `[1 2; 3 4]`. Each pair of brackets that numbers begin in is an array, whatever is
 * around it; what stands before it in quotation marks or before = is its name.
 */

const mostCharacters = 4_000_000
const mostArrays = 1000

type Nested = number | Nested[]

/** @throws {Unreadable} */
export function readPasted(written: string): Tensor[] {
  if (written.length > mostCharacters) throw new Unreadable('longText', { most: mostCharacters })
  if (/\.\.\.|…/.test(written)) throw new Unreadable('truncated')
  const found: Tensor[] = []
  let from = 0
  for (const begin = /\[(?=\s*(?:[[\-+.\d]|nan|inf))/gi; ; ) {
    begin.lastIndex = from
    const at = begin.exec(written)?.index
    if (at === undefined) break
    const name = nameBefore(written.slice(Math.max(from, at - 300), at))
    const { value, end } = listAt(written, at)
    found.push(...tensorsIn(value, name))
    if (found.length > mostArrays) throw new Unreadable('manyTensors', { most: mostArrays })
    from = end
  }
  if (found.length === 0) throw new Unreadable('noArrays')
  return found
}

const called =
  /(?:'([^']{1,200})'|"([^"]{1,200})")\s*[,:]\s*(?:[\w.]+\(\s*)*$|([A-Za-z_][\w.]{0,199})\s*=\s*(?:[\w.]+\(\s*)*$/

function nameBefore(before: string): string {
  const [, single, double, variable] = called.exec(before) ?? []
  return single ?? double ?? variable ?? ''
}

const token = /\s*(?:([[\]();,])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?![\w.])|([-+]?(?:nan|inf(?:inity)?))\b)/iy

/** The list that begins at a bracket; semicolons part its rows. */
function listAt(written: string, at: number): { value: Nested[]; end: number } {
  const open: { items: Nested[]; rows: Nested[][] }[] = []
  for (let from = at; ; ) {
    token.lastIndex = from
    const [whole, mark, number, other] = token.exec(written) ?? []
    if (whole === undefined) throw new Unreadable('notANumber', { text: written.slice(from, from + 20).trim() })
    from += whole.length
    if (other !== undefined) throw new Unreadable('notFinitePasted', { text: other })
    const inner = open.at(-1)
    if (number !== undefined) inner?.items.push(numberOf(number))
    else if (mark === '[' || mark === '(') open.push({ items: [], rows: [] })
    else if (mark === ';' && inner) inner.rows.push(inner.items.splice(0))
    else if (mark === ']' || mark === ')') {
      const { items, rows } = open.pop() as { items: Nested[]; rows: Nested[][] }
      const value = rows.length ? [...rows, items].filter(({ length }) => length > 0) : items
      const outer = open.at(-1)
      if (!outer) return { value, end: from }
      outer.items.push(value)
    }
    if (open.length > 8) throw new Unreadable('deep')
  }
}

function numberOf(written: string): number {
  const number = Number(written)
  if (!Number.isFinite(number)) throw new Unreadable('notFinitePasted', { text: written })
  return number
}

/** One array, or several in a list of lists that are not all alike. */
function tensorsIn(value: Nested[], name: string): Tensor[] {
  const shape = shapeOf(value)
  if (shape && shape.length <= 2) return [{ name, shape, data: Float64Array.from(flat(value)) }]
  const lists = value.filter((item): item is Nested[] => Array.isArray(item))
  if (lists.length < value.length || value.length === 0) throw new Unreadable('ragged')
  return lists.flatMap((list) => tensorsIn(list, ''))
}

const flat = (value: Nested): number[] => (typeof value === 'number' ? [value] : value.flatMap(flat))

/** Null where rows differ. */
function shapeOf(value: Nested): number[] | null {
  if (typeof value === 'number') return []
  const shapes = value.map(shapeOf)
  const [first] = shapes
  if (!first || shapes.some((shape) => shape?.join() !== first.join()) || sizeOf(first) === 0) return null
  return [value.length, ...first]
}
