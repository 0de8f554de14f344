import { html, noChange } from 'lit'
import { Directive, directive } from 'lit/directive.js'

/** What `presses` does to its button. */
class Presses extends Directive {
  /**
   * @param {import('lit/directive.js').ElementPart} part
   * @param {[press: (event: MouseEvent) => unknown, isDisabled?: boolean]} how
   */
  update({ element }, [press, isDisabled = false]) {
    element.setAttribute('aria-disabled', String(isDisabled))
    const button = /** @type {HTMLElement} */ (element)
    button.onclick = isDisabled ? null : press
    return noChange
  }

  /** @param {(event: MouseEvent) => unknown} _press @param {boolean} [_isDisabled] */
  render(_press, _isDisabled) {
    return noChange
  }
}

/**
 * What a button does: `<button ${presses(press, isDisabled)}>`. One that can do nothing for now says so and does
 * nothing, but keeps the focus, which a button that is really disabled would lose.
 */
export const presses = directive(Presses)

/**
 * A small round button with one sign on it.
 * @param {string} sign
 * @param {string} label what it does, for those who see only the sign, or cannot see it
 * @param {() => unknown} press
 * @param {boolean} [isDisabled]
 */
export const signButton = (sign, label, press, isDisabled = false) => html`
  <button type="button" class="tiny" aria-label=${label} title=${label} ${presses(press, isDisabled)}>${sign}</button>`

/**
 * Sets one value of how the page is looked at.
 * @param {import('../../types.d.ts').SessionLike} session
 * @param {keyof import('../../types.d.ts').ViewState} name
 * @param {unknown} value
 */
export const setView = (session, name, value) => session.run({ do: 'set', path: `view.${name}`, value })
