import { html, nothing, render } from 'lit'
import { text } from '../../text/text.js'
import { keepFocus } from '../parts/keep-focus.js'

export { default as styles } from './notice.css'

/** @import { Change, Notice, SessionLike, View } from '../../types.d.ts' */

/** How refusals are worded: fetched with the first. */
const refusalWords = () => import('../parts/refusal/words.js')

/**
 * What the session has to say, as a line the reader can dismiss: why a change was refused, what was left out.
 * @implements {View}
 */
export class NoticeView {
  /** @type {Notice | null} */
  #latest = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    root.setAttribute('role', 'alert')
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (changes.has('notice')) this.#show(this.session.notice)
  }

  /** @param {Notice | null} notice */
  async #show(notice) {
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
