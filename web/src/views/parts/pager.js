import { html } from 'lit'
import { text } from '../../text/text.js'
import { signButton } from './buttons.js'

/**
 * The pages of a list that is too long to be shown at once.
 * @typedef {{ first: number, count: number, length: number }} Page `first` shown of `count`, `length` at a time
 */

/** The first index of a page, no further than the list reaches. @param {Page} page */
export const firstOf = ({ first, count, length }) =>
  Math.min(first, Math.floor(Math.max(0, count - 1) / length) * length)

/**
 * Buttons that turn the pages.
 * @param {Page} page
 * @param {{ earlier: string, later: string }} labels
 * @param {(first: number) => unknown} turn
 */
export const pager = ({ first, count, length }, { earlier, later }, turn) => html`
  <div class="row-chooser">
    ${signButton('‹', earlier, () => turn(first - length), first === 0)}
    <span>${text('pager.range', { first: Math.min(count, first + 1), last: Math.min(count, first + length), count })}</span>
    ${signButton('›', later, () => turn(first + length), first + length >= count)}
  </div>`
