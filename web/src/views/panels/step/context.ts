import { html, nothing } from 'lit'
import { isAt, type Neuron } from '../../../network/pointed.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import type { Answer } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import type { Moment } from './film.ts'
import { sentences } from './sentences.ts'

/** What every stop of the step panel is given to draw itself, and what they have in common. */

export type NextStep = Answer<'nextStep'>

export interface StepContext {
  session: SessionLike
  next: NextStep
  /** The row that is followed through the phases, counted within the batch. */
  sample: number
  /** Of the step. */
  numbers: Numbers
  /** Of the film. */
  moment: Moment
  /** Whether each row's cost is known yet. */
  hasCosts: boolean
  /** The cost of the batch once the step is taken; null = not known yet. */
  costAfter: number | null
  number: (value: number) => string
  /** What the reader has set on tables, by their names. */
  chosen: Map<string, string>
  /** The pages that tables are turned to, by their names. */
  pages: Map<string, number>
  follow: (sample: number) => void
  /** Tells of a neuron of the layer at hand. */
  open: (at: Neuron) => void
  redraw: () => void
}

export const text = texts(sentences)

export function choose(context: StepContext, name: string, value: string) {
  context.chosen.set(name, value)
  context.redraw()
}

/** The page of a long list that is turned to: its first index and the one after its last. */
export function pageOf({ pages }: StepContext, name: string, count: number, length: number) {
  const first = firstOf({ first: pages.get(name) ?? 0, count, length })
  return { name, first, end: Math.min(count, first + length), count, length }
}

/**
 * Buttons that turn the pages; nothing where there is but one.
 * @param about what is turned
 */
export function turner(context: StepContext, page: ReturnType<typeof pageOf>, about: string) {
  if (page.count <= page.length) return nothing
  return pager(page, { earlier: text('earlier', { name: about }), later: text('later', { name: about }) }, (to) => {
    context.pages.set(page.name, to)
    context.redraw()
  })
}

/**
 * A table in a box of its own that scrolls sideways where it is too wide.
 * @param head the cells of its one head row
 * @param kind a class of the table
 */
export const tableBox = (caption: string, head: unknown, body: unknown, kind = '') => html`
  <div class="table-box" ${scrolls(caption)}>
    <table class="numbers ${kind}">
      <caption>${caption}</caption>
      <thead><tr>${head}</tr></thead>
      ${body}
    </table>
  </div>`

export const headCell = (label: string, kind = '') => html`<th scope="col" class=${kind}>${label}</th>`

/** Indices from `first` up to `end`. */
export const indicesOf = ({ first, end }: { first: number; end: number }) =>
  Array.from({ length: end - first }, (_, i) => first + i)

/** A name that chooses its neuron, or lets it go. */
export function neuronButton(session: SessionLike, at: Neuron, label: string) {
  const isChosen = isAt(session.state.view.selected, at)
  return html`<button type="button" class="name-button" aria-pressed=${String(isChosen)}
    @click=${() => setView(session, { selected: isChosen ? null : at })}>${label}</button>`
}
