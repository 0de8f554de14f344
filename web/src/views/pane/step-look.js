import { html, nothing } from 'lit'
import { step as sentences } from '../../text/en/step.js'
import { texts } from '../../text/text.js'
import { signButton } from '../buttons.js'

/**
 * What every stop of the step panel is given to draw itself, and what they have in common.
 *
 * @import { SessionLike, Trace } from '../../model/types.d.ts'
 * @typedef {{ first: Float64Array, second: Float64Array }} Memory what an optimizer remembers of each parameter
 * @typedef {{
 *   rows: number[]
 *   trace: Trace & { X: number[][], Y: number[][] }
 *   before: Float64Array, gradient: Float64Array, after: Float64Array
 *   memory: Memory, memoryAfter: Memory, isDiverged: boolean
 * }} NextStep the worker's answer to 'nextStep': rows are places in the training set
 * @typedef {{
 *   session: SessionLike
 *   next: NextStep
 *   sample: number
 *   costs: Float64Array | null
 *   number: (value: number) => string
 *   chosen: Map<string, string>
 *   pages: Map<string, number>
 *   follow: (sample: number) => void
 *   redraw: () => void
 * }} Look
 * `sample` is followed through the phases, counted within the batch; `costs` each training row's own, null = not
 * known yet; `chosen` and `pages` are what the reader has set on tables, by their names
 */

export const text = texts(sentences)

/** With a capital, where it opens a sentence. @param {string} name */
export const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1)

/** @param {Look} look @param {string} name @param {string} value */
export function choose(look, name, value) {
  look.chosen.set(name, value)
  look.redraw()
}

/**
 * The page of a long list that is turned to: its first place and the one after its last.
 * @param {Look} look
 * @param {string} name
 * @param {number} count
 * @param {number} length
 */
export function pageOf({ pages }, name, count, length) {
  const wanted = pages.get(name) ?? 0
  const first = Math.min(wanted, Math.floor(Math.max(0, count - 1) / length) * length)
  return { name, first, end: Math.min(count, first + length), count, length }
}

/**
 * Buttons that turn the pages; nothing where there is but one.
 * @param {Look} look
 * @param {ReturnType<typeof pageOf>} page
 * @param {string} about what is turned
 */
export function pager(look, { name, first, end, count, length }, about) {
  if (count <= length) return nothing
  const turn = (/** @type {number} */ to) => {
    look.pages.set(name, to)
    look.redraw()
  }
  return html`
    <div class="row-chooser">
      ${signButton('‹', text('earlier', { name: about }), () => turn(first - length), first === 0)}
      <span>${text('range', { first: first + 1, last: end, count })}</span>
      ${signButton('›', text('later', { name: about }), () => turn(first + length), end === count)}
    </div>`
}

/**
 * A table in a box of its own that scrolls sideways where it is too wide.
 * @param {string} caption
 * @param {unknown} head the cells of its one head row
 * @param {unknown} body
 * @param {string} [kind] a class of the table
 */
export const tableBox = (caption, head, body, kind = '') => html`
  <div class="table-box" tabindex="0" role="region" aria-label=${caption}>
    <table class="numbers ${kind}">
      <caption>${caption}</caption>
      <thead><tr>${head}</tr></thead>
      ${body}
    </table>
  </div>`

/** @param {string} label @param {string} [kind] */
export const headCell = (label, kind = '') => html`<th scope="col" class=${kind}>${label}</th>`

/** Whole places from `first` up to `end`. @param {{ first: number, end: number }} page */
export const placesOf = ({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)
