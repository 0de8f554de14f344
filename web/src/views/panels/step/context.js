import { html, nothing } from 'lit'
import { isAt } from '../../../network/pointed.js'
import { texts } from '../../../text/text.js'
import { setView } from '../../parts/buttons.js'
import { firstOf, pager } from '../../parts/pager.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { sentences } from './sentences.js'

/**
 * What every stop of the step panel is given to draw itself, and what they have in common.
 *
 * @import { Neuron, Parameter, SessionLike, Trace } from '../../../types.d.ts'
 * @typedef {{ first: Float64Array, second: Float64Array }} Memory what an optimizer remembers of each parameter
 * @typedef {{
 *   rows: number[]
 *   trace: Trace & { X: number[][], Y: number[][] }
 *   before: Float64Array, gradient: Float64Array, after: Float64Array
 *   memory: Memory, memoryAfter: Memory, isDiverged: boolean
 * }} NextStep the worker's answer to 'nextStep': rows are rows of the training set
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
 * }} StepContext
 * `sample` is followed through the phases, counted within the batch; `costs` each training row's own, null = not
 * known yet; `chosen` and `pages` are what the reader has set on tables, by their names
 */

export const text = texts(sentences)

/** @param {StepContext} context @param {string} name @param {string} value */
export function choose(context, name, value) {
  context.chosen.set(name, value)
  context.redraw()
}

/**
 * The page of a long list that is turned to: its first index and the one after its last.
 * @param {StepContext} context
 * @param {string} name
 * @param {number} count
 * @param {number} length
 */
export function pageOf({ pages }, name, count, length) {
  const first = firstOf({ first: pages.get(name) ?? 0, count, length })
  return { name, first, end: Math.min(count, first + length), count, length }
}

/**
 * Buttons that turn the pages; nothing where there is but one.
 * @param {StepContext} context
 * @param {ReturnType<typeof pageOf>} page
 * @param {string} about what is turned
 */
export function turner(context, page, about) {
  if (page.count <= page.length) return nothing
  return pager(page, { earlier: text('earlier', { name: about }), later: text('later', { name: about }) }, (to) => {
    context.pages.set(page.name, to)
    context.redraw()
  })
}

/**
 * A table in a box of its own that scrolls sideways where it is too wide.
 * @param {string} caption
 * @param {unknown} head the cells of its one head row
 * @param {unknown} body
 * @param {string} [kind] a class of the table
 */
export const tableBox = (caption, head, body, kind = '') => html`
  <div class="table-box" ${scrolls(caption)}>
    <table class="numbers ${kind}">
      <caption>${caption}</caption>
      <thead><tr>${head}</tr></thead>
      ${body}
    </table>
  </div>`

/** @param {string} label @param {string} [kind] */
export const headCell = (label, kind = '') => html`<th scope="col" class=${kind}>${label}</th>`

/** Indices from `first` up to `end`. @param {{ first: number, end: number }} page */
export const indicesOf = ({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)

/** The column that a parameter's row names in its data. @param {Parameter} parameter */
export const columnOf = (parameter) => ('bias' in parameter ? 'bias' : parameter.column)

/**
 * A name that chooses its neuron, or lets it go.
 * @param {SessionLike} session @param {Neuron} at @param {string} label @param {string} [opens] id of what it opens
 */
export function neuronButton(session, at, label, opens) {
  const isChosen = isAt(session.state.view.selected, at)
  return html`<button type="button" class="name-button" aria-pressed=${opens ? nothing : String(isChosen)}
    aria-expanded=${opens ? String(isChosen) : nothing} aria-controls=${opens && isChosen ? opens : nothing}
    @click=${() => setView(session, 'selected', isChosen ? null : at)}>${label}</button>`
}
