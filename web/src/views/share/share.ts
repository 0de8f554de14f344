import { html, nothing } from 'lit'
import { beyond } from '#beyond'
import { Fetched } from '#fetched'
import type { Change } from '../../session/announcer.ts'
import { text as pageText, texts } from '../../text/text.ts'
import { copyText } from '../parts/copy-text.ts'
import { SessionElement } from '../parts/session-element.ts'
import { sentences } from './sentences.ts'
import css from './share.css'

const text = texts(sentences)

/** The panel that copies a link to what is on the page, with the weights or without. */
export class ShareView extends SessionElement {
  static override room = 'share'
  static override sheets = [css]
  static override ignores: readonly Change[] = ['pointed', 'overlay']
  /** The whole address for a link's query. */
  address = (query: string) => `?${query}`
  /** More than the link, where there is more. */
  readonly #more = new Fetched(
    () => beyond.share?.(),
    () => this.requestUpdate(),
  )
  #withParameters = false
  #outcome = ''

  protected override begin() {
    this.#more.ask()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isOther = changes.has('state') || changes.has('opened')
    if (isOther) this.#outcome = ''
    return isOther
  }

  protected override render() {
    const query = this.session.link({ withParameters: this.#withParameters, isQuiet: true })
    const step = /(?:^|&)step=(\d+)/.exec(query)?.[1]
    const isChanged = !this.#withParameters && !step && (this.session.frame?.step ?? 0) > 0
    return html`
      <h2>${pageText('shell.shareTitle')}</h2>
      <p class="hint">${step ? text('steps', { step: Number(step) }) : text('about')}</p>
      <label class="switch">
        <input type="checkbox" .checked=${this.#withParameters || (isChanged && query.includes('weights='))} ?disabled=${isChanged} @change=${this.#toggleParameters}>
        <span>${text('withWeights')}</span>
      </label>
      ${query && (this.#withParameters || isChanged) ? this.#weightsTemplate(query) : nothing}
      ${query ? nothing : html`<p class="hint">${text('tooLong')}</p>`}
      <input class="address" readonly aria-label=${text('link')} .value=${this.address(query)}>
      <button type="button" class="primary" @click=${this.#copy}>${text('copy')}</button>
      <p class="hint" role="status">${this.#outcome}</p>
      ${this.#more.found?.moreTemplate(query)}${this.#more.failure}`
  }

  /** What a link with the weights as they are carries. */
  #weightsTemplate(query: string) {
    if (!/[&#]weights=/.test(query)) return html`<p class="hint">${text('noWeights')}</p>`
    return html`<p class="hint">${this.#withParameters ? nothing : text('changed')} ${text('weightsAlone')}</p>`
  }

  #toggleParameters = () => {
    this.#withParameters = !this.#withParameters
    this.#outcome = ''
    this.requestUpdate()
  }

  #copy = async () => {
    const isCopied = await copyText(this.querySelector<HTMLInputElement>('.address'))
    this.#outcome = text(isCopied ? 'copied' : 'notCopied')
    this.requestUpdate()
  }
}
