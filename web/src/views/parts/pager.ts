import { html } from 'lit'
import { text } from '../../text/text.ts'
import { signButton } from './buttons.ts'

/** The pages of a list that is too long to be shown at once. */

interface Page {
  /** The first that is shown. */
  first: number
  count: number
  /** How many are shown at a time. */
  length: number
}

/** The first index of a page, no further than the list reaches. */
export const firstOf = ({ first, count, length }: Page) =>
  Math.min(first, Math.floor(Math.max(0, count - 1) / length) * length)

/** Buttons that turn the pages. */
export const pager = (
  { first, count, length }: Page,
  { earlier, later }: { earlier: string; later: string },
  turn: (first: number) => unknown,
) => html`
  <div class="row-chooser">
    ${signButton('‹', earlier, () => turn(first - length), first === 0)}
    <span>${text('pager.range', { first: Math.min(count, first + 1), last: Math.min(count, first + length), count })}</span>
    ${signButton('›', later, () => turn(first + length), first + length >= count)}
  </div>`
