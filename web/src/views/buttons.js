import { html } from 'lit'

/**
 * A small round button with one sign on it.
 * @param {string} sign
 * @param {string} label what it does, for those who see only the sign, or cannot see it
 * @param {() => unknown} press
 * @param {boolean} [isDisabled]
 */
export const signButton = (sign, label, press, isDisabled = false) => html`
  <button type="button" class="tiny" aria-label=${label} title=${label} ?disabled=${isDisabled}
    @click=${press}>${sign}</button>`

/**
 * Sets one value of how the page is looked at.
 * @param {import('../model/types.d.ts').SessionLike} session
 * @param {keyof import('../model/types.d.ts').ViewState} name
 * @param {unknown} value
 */
export const setView = (session, name, value) => session.run({ do: 'set', path: `view.${name}`, value })
