import { html, nothing, render, svg } from 'lit'
import { text } from '../../text/text.js'
import { presses } from '../parts/buttons.js'

/** @import { Change, Edits, SessionLike, View } from '../../types.d.ts' */

const keys = { undo: 'Control+Z', redo: 'Control+Shift+Z' }
const icons = {
  undo: svg`<path d="M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-2"/>`,
  redo: svg`<path d="m15 6 5 5-5 5M20 11H10a5 5 0 0 0 0 10h2"/>`,
}

/**
 * Two buttons that take back the last edit and do it again.
 * @implements {View}
 */
export class UndoView {
  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (changes.has('edits')) render([this.#button('undo'), this.#button('redo')], this.root)
  }

  /** @param {keyof Edits} name */
  #button(name) {
    const edit = this.session.edits[name]
    const what = edit ? text(`edits.${/** @type {'set'} */ (edit)}`) : ''
    const label = text(`edits.${name}`, { what })
    return html`
      <button type="button" class="quiet icon" aria-label=${label} title="${label} (${keys[name]})"
        aria-keyshortcuts=${keys[name]} ${presses(() => this.session.run({ do: name }), !edit)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>
      </button>`
  }

  dispose() {
    render(nothing, this.root)
  }
}
