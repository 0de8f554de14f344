import { html, svg } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { Edits } from '../../session/session-like.ts'
import { text } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'

const keys = { undo: 'Control+Z', redo: 'Control+Shift+Z' }
const names = { undo: 'keyUndo', redo: 'keyRedo' } as const
const icons = {
  undo: svg`<path d="M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-2"/>`,
  redo: svg`<path d="m15 6 5 5-5 5M20 11H10a5 5 0 0 0 0 10h2"/>`,
}

/** Two buttons that take back the last edit and do it again. */
export class UndoView extends SessionElement {
  static override room = 'undo'
  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('edits')
  }

  protected override render() {
    return [this.#button('undo'), this.#button('redo')]
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
}

defineView('glassbox-undo', UndoView)
