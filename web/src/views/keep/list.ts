import { html, nothing } from 'lit'
import { notKept } from '../../keep/not-kept.ts'
import { changes, type Entry, list, remove, rename } from '../../keep/store.ts'
import { texts } from '../../text/text.ts'
import { SessionElement } from '../parts/session-element.ts'
import { sentences } from './sentences.ts'
import { entryWords } from './when.ts'
import { whyWords } from './words.ts'

const text = texts(sentences)

const titleOf = ({ name }: Entry) => name || text('lastOne')

/** The sessions that the browser keeps, to be opened, renamed and deleted. */
export class KeptList extends SessionElement {
  open: (id: string) => void = () => {}
  tell: (outcome: string) => void = () => {}
  /** null: not looked yet. */
  #entries: Entry[] | null = null
  #renamed = ''
  #why = ''

  protected override begin() {
    this.look()
    const { leave: signal } = this
    const around = this.closest('details')
    const lookAgain = () => (!around || around.open) && this.look()
    around?.addEventListener('toggle', lookAgain, { signal })
    changes.addEventListener('change', lookAgain, { signal })
    document.addEventListener('visibilitychange', lookAgain, { signal }) // other tabs keep something, too
  }

  protected override heed() {
    return false
  }

  async look() {
    try {
      // what is kept by itself comes last, so that nothing moves from under a finger when it does
      this.#entries = (await list()).sort((a, b) => Number(a.name === '') - Number(b.name === ''))
      this.#why = ''
    } catch (error) {
      this.#entries = []
      this.#why = whyWords(this.session, error)
    }
    this.requestUpdate()
  }

  protected override render() {
    const why = notKept.get(this.session)
    return html`
      ${why ? html`<p class="keep-said">${text('notByItself', { why: whyWords(this.session, why) })}</p>` : nothing}
      ${this.#entries ? this.#listTemplate(this.#entries) : nothing}`
  }

  #listTemplate(entries: Entry[]) {
    if (entries.length === 0) return html`<p class="hint">${this.#why || text('none')}</p>`
    return html`<ul class="keep-list">${entries.map((entry) => this.#entryTemplate(entry))}</ul>`
  }

  #entryTemplate(entry: Entry) {
    const name = titleOf(entry)
    const { id } = entry
    return html`<li>
      <div><strong>${name}</strong><br><span class="hint">${entryWords(entry)}</span></div>
      ${id === this.#renamed ? this.#renameTemplate(entry, name) : nothing}
      <div class="keep-row">
        <button type="button" class="quiet" aria-label=${text('openOne', { name })} @click=${() => this.open(id)}>${text('open')}</button>
        ${
          id === this.#renamed
            ? nothing
            : html`<button type="button" class="quiet" data-rename aria-label=${text('renameOne', { name })} @click=${() => this.#rename(id)}>${text('rename')}</button>`
        }
        <button type="button" class="quiet" aria-label=${text('removeOne', { name })} @click=${() => this.#remove(entry)}>${text('remove')}</button>
      </div></li>`
  }

  #renameTemplate(entry: Entry, name: string) {
    return html`<form class="keep-row" @submit=${(event: Event) => this.#keepName(event, entry)} @keydown=${this.#onKey}>
      <label class="labelled"><span>${text('newName', { name })}</span>
        <input maxlength="80" autocomplete="off" .value=${entry.name}></label>
      <button class="quiet">${text('keepName')}</button>
      <button type="button" class="quiet" @click=${this.#cancel}>${text('cancel')}</button></form>`
  }

  #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation() // it closes nothing else
    this.#cancel()
  }

  /** The name stays, and the focus goes back to where it came from. */
  #cancel = async () => {
    const at = this.#entries?.findIndex(({ id }) => id === this.#renamed) ?? -1
    this.#renamed = ''
    this.requestUpdate()
    await this.updateComplete
    this.querySelectorAll<HTMLElement>('.keep-list li')[at]?.querySelector<HTMLElement>('[data-rename]')?.focus()
  }

  async #rename(id: string) {
    this.#renamed = id
    this.requestUpdate()
    await this.updateComplete
    this.querySelector<HTMLInputElement>('.keep-list form input')?.focus()
  }

  async #keepName(event: Event, entry: Entry) {
    event.preventDefault()
    const name = (event.target as HTMLFormElement).querySelector('input')?.value.trim()
    this.#renamed = ''
    await this.#change(() => (name ? rename(entry, name) : Promise.resolve()))
  }

  #remove = (entry: Entry) =>
    this.#change(async () => {
      await remove(entry.id)
      this.tell(text('removed', { name: titleOf(entry) }))
    })

  async #change(work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      this.tell(whyWords(this.session, error))
    }
    await this.look()
  }
}
