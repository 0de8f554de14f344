import { html, nothing, render } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { Notice } from '../../session/notice.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { text } from '../../text/text.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import type { View } from '../parts/view.ts'

export { default as styles } from './notice.css'

/** How refusals are worded: fetched with the first. */
const refusalWords = () => import('../parts/refusal/words.ts')

/** What the session has to say, as a line the reader can dismiss: why a change was refused, what was left out. */
export class NoticeView implements View {
  root: HTMLElement
  session: SessionLike
  #latest: Notice | null = null

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    root.setAttribute('role', 'alert')
  }

  update(changes: ReadonlySet<Change>) {
    if (changes.has('notice')) this.#show(this.session.notice)
  }

  async #show(notice: Notice | null) {
    this.#latest = notice
    const words = notice?.refused ? (await refusalWords()).noticeWords(this.session, notice) : notice?.message
    if (this.#latest !== notice) return
    const template = !notice
      ? nothing
      : html`
      <p class=${notice.kind}>
        <span>${words}</span>
        <button type="button" class="close" aria-label=${text('notice.dismiss')}
          @click=${() => this.#show(null)}>×</button>
      </p>`
    keepFocus(this.root.parentElement ?? this.root, () => render(template, this.root), '.tools [popovertarget]')
  }

  dispose() {
    render(nothing, this.root)
  }
}
