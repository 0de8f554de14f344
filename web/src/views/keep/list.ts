import { html, nothing } from 'lit'
import { type Entry, list, remove, rename } from '../../keep/store.ts'
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
  #entries: Entry[] = []
  #renamed = ''
  #why = ''

  protected override begin() {
    this.look()
    const around = this.closest('details')
    around?.addEventListener('toggle', () => around.open && this.look(), { signal: this.leave })
  }

  protected override heed() {
    return false
  }

  async look() {
    try {
      this.#entries = await list()
      this.#why = ''
    } catch (error) {
      this.#entries = []
      this.#why = whyWords(this.session, error)
    }
    this.requestUpdate()
  }

  protected override render() {
    if (this.#entries.length === 0) return html`<p class="hint">${this.#why || text('none')}</p>`
    return html`<ul class="keep-list">${this.#entries.map((entry) => this.#entryTemplate(entry))}</ul>`
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
            : html`<button type="button" class="quiet" aria-label=${text('renameOne', { name })} @click=${() => this.#rename(id)}>${text('rename')}</button>`
        }
        <button type="button" class="quiet" aria-label=${text('removeOne', { name })} @click=${() => this.#remove(entry)}>${text('remove')}</button>
      </div></li>`
  }

  #renameTemplate(entry: Entry, name: string) {
    return html`<form class="keep-row" @submit=${(event: Event) => this.#keepName(event, entry)}>
      <label class="keep-field"><span>${text('newName', { name })}</span>
        <input maxlength="80" autocomplete="off" .value=${entry.name}></label>
      <button class="quiet">${text('keepName')}</button></form>`
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
