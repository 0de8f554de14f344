import { html, nothing, type PropertyValues } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { Notice } from '../../session/notice.ts'
import { text } from '../../text/text.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import css from './notice.css'

/** How refusals are worded: fetched with the first. */
const refusalWords = () => import('../parts/refusal/words.ts')

/** What the session has to say, as a line the reader can dismiss: why a change was refused, what was left out. */
export class NoticeView extends SessionElement {
  static override room = 'notice'
  static override sheets = [css]
  #latest: Notice | null = null
  #words = ''

  protected override begin() {
    this.role = 'alert'
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('notice')) this.#show(this.session.notice)
    return this.#latest?.offer?.until !== undefined
  }

  async #show(notice: Notice | null) {
    this.#latest = notice
    const { session } = this
    const words = notice?.refused ? (await refusalWords()).noticeWords(session, notice) : (notice?.message ?? '')
    if (this.#latest !== notice) return
    this.#words = words
    this.requestUpdate()
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this.parentElement ?? this, () => super.update(changed), '.tools [popovertarget]')
  }

  protected override render() {
    const { kind, offer, others = [] } = this.#latest ?? {}
    return kind && this.#words
      ? html`
      <p class=${kind}>
        <span>${this.#words}</span>
        ${
          offer &&
          html`${offer.until && html`<progress aria-label=${this.#words} max=${offer.until} .value=${this.session.frame?.step ?? 0}></progress>`}
        <button type="button" class="quiet" @click=${offer.act}>${offer.label}</button>`
        }
        ${others.map(({ label, act }) => html`<button type="button" class="quiet" @click=${act}>${label}</button>`)}
        <button type="button" class="close" aria-label=${text('notice.dismiss')}
          @click=${() => this.#show(null)}>×</button>
      </p>`
      : nothing
  }
}

defineView('glassbox-notice', NoticeView)
