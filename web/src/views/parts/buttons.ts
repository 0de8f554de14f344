import { html, noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'
import type { SessionLike } from '../../session/session-like.ts'
import type { ViewState } from '../../state/state.ts'

/** What `presses` does to its button. */
class Presses extends Directive {
  update(
    { element }: ElementPart,
    [press, isDisabled = false]: [press: (event: MouseEvent) => unknown, isDisabled?: boolean],
  ) {
    element.setAttribute('aria-disabled', String(isDisabled))
    if (element instanceof HTMLElement) element.onclick = isDisabled ? null : press
    return noChange
  }

  render(_press: (event: MouseEvent) => unknown, _isDisabled?: boolean) {
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
 * @param label what it does, for those who see only the sign, or cannot see it
 */
export const signButton = (sign: string, label: string, press: () => unknown, isDisabled = false) => html`
  <button type="button" class="tiny" aria-label=${label} title=${label} ${presses(press, isDisabled)}>${sign}</button>`

/** Sets how the page is looked at. */
export const setView = (session: SessionLike, view: Partial<ViewState>) =>
  session.run({
    do: 'set',
    changes: Object.fromEntries(Object.entries(view).map(([name, value]) => [`view.${name}`, value])),
  })
