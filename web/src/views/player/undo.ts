import { html, nothing, render, svg } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { Edits, SessionLike } from '../../session/session-like.ts'
import { text } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import type { View } from '../parts/view.ts'

const keys = { undo: 'Control+Z', redo: 'Control+Shift+Z' }
const names = { undo: 'keyUndo', redo: 'keyRedo' } as const
const icons = {
  undo: svg`<path d="M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-2"/>`,
  redo: svg`<path d="m15 6 5 5-5 5M20 11H10a5 5 0 0 0 0 10h2"/>`,
}

/** Two buttons that take back the last edit and do it again. */
export class UndoView implements View {
  root: HTMLElement
  session: SessionLike

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
  }

  update(changes: ReadonlySet<Change>) {
    if (changes.has('edits')) render([this.#button('undo'), this.#button('redo')], this.root)
  }

  #button(name: keyof Edits) {
    const edit = this.session.edits[name]
    const what = edit ? text(`edits.${edit as 'set'}`) : ''
    const label = text(`edits.${name}`, { what })
    return html`
      <button type="button" class="quiet icon" aria-label=${label} title=${text('transport.withKey', { label, key: text(`transport.${names[name]}`) })}
        aria-keyshortcuts=${keys[name]} ${presses(() => this.session.run({ do: name }), !edit)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>
      </button>`
  }

  dispose() {
    render(nothing, this.root)
  }
}
