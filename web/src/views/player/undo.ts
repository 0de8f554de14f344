import { html, nothing, svg } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { Edits } from '../../session/session-like.ts'
import { text, texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { sentences } from '../parts/transport-sentences.ts'
import css from './undo.css'

const transportText = texts(sentences)

const keys = { undo: 'Control+Z', redo: 'Control+Shift+Z' }
const names = { undo: 'keyUndo', redo: 'keyRedo' } as const
const icons = {
  undo: svg`<path d="M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-2"/>`,
  redo: svg`<path d="m15 6 5 5-5 5M20 11H10a5 5 0 0 0 0 10h2"/>`,
}

/** Two buttons that take back the last edit and do it again, each with what that is. */
export class UndoView extends SessionElement {
  static override room = 'undo'
  static override sheets = [css]
  /** The words of an edit are fetched with the first. */
  #wayWords: typeof import('../late.ts').wayWords | null = null
  /** The steps taken since an edit are counted while training runs. */
  #isDue = throttle(500)

  protected override heed(changes: ReadonlySet<Change>) {
    const { edits, isRunning } = this.session
    if (!edits.undo && !edits.redo) return changes.has('edits')
    if (!this.#wayWords) this.#fetchWords()
    return this.#isDue(!isRunning || changes.has('edits'))
  }

  async #fetchWords() {
    this.#wayWords = (await import('../late.ts')).wayWords
    this.requestUpdate()
  }

  protected override render() {
    return [this.#button('undo'), this.#button('redo')]
  }

  #button(name: keyof Edits) {
    const words = this.#wayWords?.(this.session, name)
    const label = words || text(`edits.${name}`)
    return html`
      <button type="button" class="quiet icon" aria-label=${label} title=${transportText('withKey', { label, key: transportText(names[name]) })}
        aria-keyshortcuts=${keys[name]} ${presses(() => this.session.run({ do: name }), !this.session.edits[name])}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>
        ${words ? html`<span>${words}</span>` : nothing}
      </button>`
  }
}

defineView('glassbox-undo', UndoView)
