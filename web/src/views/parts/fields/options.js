import { html } from 'lit'
import { live } from 'lit/directives/live.js'

/**
 * The <option>s of a <select>, which say themselves which of them is chosen: the menu could not take a value whose option
 * is yet to come.
 * @param {{ name: string, label: string }[]} options
 * @param {string} value
 */
export const optionList = (options, value) =>
  options.map(({ name, label }) => html`<option value=${name} .selected=${live(name === value)}>${label}</option>`)
