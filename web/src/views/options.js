import { html } from 'lit'

/**
 * The <option>s of a <select>.
 * @param {{ name: string, label: string }[]} options
 * @param {string} value
 */
export const optionList = (options, value) =>
  options.map(({ name, label }) => html`<option value=${name} ?selected=${name === value}>${label}</option>`)
