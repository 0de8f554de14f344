import { html, nothing } from 'lit'
import { openKept } from '../../keep/open.ts'
import { takeWorker } from '../../keep/page-worker.ts'
import { type Entry, list, read } from '../../keep/store.ts'
import { Unreadable } from '../../network/unreadable.ts'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { tellStory } from '../parts/page-events.ts'
import { SessionElement } from '../parts/session-element.ts'
import css from './keep.css'
import { sentences } from './sentences.ts'
import { nowWords, whatWords } from './when.ts'
import { whyWords } from './words.ts'

const text = texts(sentences)

/** A line that offers the last session to whoever comes back; then the way back. It goes when the reader goes another way. */
export class OfferView extends SessionElement {
  static override room = 'keep-offer'
  static override sheets = [css]
  entry!: Entry
  /** Told when the reader has gone on with it. */
  taken = () => {}
  #goBack: (() => Promise<void>) | null = null
  #outcome = ''
  #edits = 0

  protected override begin() {
    this.#edits = this.session.editCount
    document.addEventListener('visibilitychange', () => this.#look(), { signal: this.leave })
  }

  /** Another tab may have gone on with it, or have deleted it. */
  async #look() {
    if (this.#outcome || document.visibilityState === 'hidden') return
    const entry = await list().then(
      (all) => all.find(({ id }) => id === this.entry.id),
      () => this.entry,
    )
    if (this.#outcome) return
    if (!entry) return this.remove()
    this.entry = entry
    this.requestUpdate()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('edit') && !this.#goBack && this.session.editCount > this.#edits) this.remove()
    return false
  }

  protected override render() {
    const act = this.#goBack ? this.#back : this.#outcome ? null : this.#goOn
    return html`
      <p role="status">${this.#outcome || text('left', { what: whatWords(this.entry) })}</p>
      ${act ? html`<button type="button" class="quiet" @click=${act}>${text(this.#goBack ? 'goBack' : 'goOn')}</button>` : nothing}
      <button type="button" class="close" aria-label=${text('dismiss')} @click=${() => this.remove()}>×</button>`
  }

  #goOn = async () => {
    const { session } = this
    this.#edits = Infinity // its own
    try {
      const kept = await read(this.entry.id)
      if (!kept) throw new Unreadable('gone')
      const { goBack } = await openKept(session, kept, takeWorker, true)
      this.#goBack = goBack
      this.#outcome = text('wentOn', { what: nowWords(session) })
      tellStory(this, text('opened', { what: nowWords(session) }), false)
      this.taken()
    } catch (error) {
      this.#outcome = whyWords(session, error)
    }
    this.requestUpdate()
  }

  #back = async () => {
    await this.#goBack?.()
    tellStory(this, text('wentBack', { what: nowWords(this.session) }), true)
    this.remove()
  }
}
