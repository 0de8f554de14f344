import { html } from 'lit'
import { live } from 'lit/directives/live.js'

/**
 * The <option>s of a <select>, which say themselves which of them is chosen: the menu could not take a value whose option
 * is yet to come.
 */
export const optionList = (options: { name: string; label: string }[], value: string) =>
  options.map(({ name, label }) => html`<option value=${name} .selected=${live(name === value)}>${label}</option>`)
