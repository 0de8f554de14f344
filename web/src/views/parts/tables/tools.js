import { html } from 'lit'
import { texts } from '../../../text/text.js'
import { optionList } from '../fields/options.js'
import { sentences } from './sentences.js'

const text = texts(sentences)

/**
 * A small menu above a table.
 * @param {string} label
 * @param {string} value
 * @param {{ name: string, label: string }[]} options
 * @param {(chosen: string) => void} choose
 */
export const menu = (label, value, options, choose) => html`
  <label class="menu">${label} <select
    @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}
    >${optionList(options, value)}</select></label>`

/** Training set or test set. */
export const setOptions = () => [
  { name: 'train', label: text('train') },
  { name: 'test', label: text('test') },
]
