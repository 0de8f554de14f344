/** What keeps a session, in the browser and as a file, and brings one back: fetched when Share is opened. */
import { html, nothing } from 'lit'
import { entryOf } from '../../keep/entry.ts'
import { ending, isSessionFile, mostCharacters, readFile, stateIn, writeFile } from '../../keep/file.ts'
import { openKept } from '../../keep/open.ts'
import { packMoment } from '../../keep/pack.ts'
import { takeWorker } from '../../keep/page-worker.ts'
import { newId, put, read } from '../../keep/store.ts'
import { Unreadable } from '../../network/unreadable.ts'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import labelled from '../parts/fields/labelled.css'
import { tellStory } from '../parts/page-events.ts'
import { maySave, save } from '../parts/save.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import css from './keep.css'
import { KeptList } from './list.ts'
import { sentences } from './sentences.ts'
import { WeightsView } from './weights.ts'
import { nowWords, whatWords } from './when.ts'
import { whyWords } from './words.ts'

const text = texts(sentences)

export const keepTemplate = () => html`
  <details name="share"><summary>${text('title')}</summary><glassbox-keep></glassbox-keep></details>`

/** Bytes of the largest file that is read. */
const mostBytes = mostCharacters

export class KeepView extends SessionElement {
  static override room = 'keep'
  static override sheets = [labelled, css]
  static override ignores: readonly Change[] = ['pointed', 'overlay', 'opened', 'history', 'running', 'frame', 'notice']
  #name = ''
  #outcome = ''
  #goBack: (() => Promise<void>) | null = null
  #isBusy = false

  protected override begin() {
    const { leave: signal } = this
    const panel = this.closest<HTMLElement>('.panel') ?? this
    const mark = (isOver: boolean) => this.classList.toggle('keep-drop', isOver)
    panel.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        mark(true)
      },
      { signal },
    )
    panel.addEventListener('dragleave', () => mark(false), { signal })
    panel.addEventListener(
      'drop',
      (event) => {
        const [file] = event.dataTransfer?.files ?? []
        mark(false)
        if (!file) return
        event.preventDefault()
        this.#show()
        this.#open(file)
      },
      { signal },
    )
  }

  protected override render() {
    return html`
      <p class="hint">${text('carries')}</p>
      <p class="keep-said" role="status" ?hidden=${!this.#outcome}>${this.#outcome}</p>
      ${this.#goBack ? html`<button type="button" class="quiet" @click=${this.#back}>${text('goBack')}</button>` : nothing}
      <h3>${text('file')}</h3>
      <div class="keep-row">
        ${
          maySave()
            ? html`<button type="button" class="primary" ${presses(this.#saveFile, this.#isBusy)}>${text('saveFile')}</button>`
            : html`<p class="hint">${text('mayNotSave')}</p>`
        }
        <label class="quiet keep-file"><span>${text('openFile')}</span>
          <input type="file" accept=".json,.safetensors,.txt,.npy" @change=${this.#choose}></label>
      </div>
      <p class="hint">${text('dropHere')}</p>
      <h3>${text('here')}</h3>
      <p class="hint">${text('hereAbout')}</p>
      <form class="keep-row" @submit=${this.#keep}>
        <label class="labelled"><span>${text('name')}</span>
          <input maxlength="80" autocomplete="off" .value=${this.#name} @input=${this.#type}></label>
        <button class="quiet" ?disabled=${this.#isBusy}>${text('save')}</button>
      </form>
      <glassbox-kept-list .open=${this.#openEntry} .tell=${this.#tell}></glassbox-kept-list>
      <glassbox-keep-weights></glassbox-keep-weights>`
  }

  get #list() {
    return this.querySelector<KeptList>('glassbox-kept-list')
  }

  #show() {
    const around = this.closest('details')
    if (around) around.open = true
  }

  #type = (event: Event) => {
    this.#name = (event.target as HTMLInputElement).value
  }

  #keep = (event: Event) => {
    event.preventDefault()
    const { session } = this
    return this.#try(async () => {
      const entry = entryOf(session, { id: newId() })
      const name = this.#name.trim() || whatWords(entry)
      await put({ ...entry, name }, packMoment(this.#moment()))
      this.#name = ''
      this.#tell(text('saved', { name }))
      await this.#list?.look()
    })
  }

  /** Rejects where what is missing could not be computed anew when it is opened. */
  #moment() {
    const moment = this.session.moment()
    if (!moment.checkpoint && (this.session.frame?.step ?? 0) > 0) throw new Error(text('noMoment'))
    return moment
  }

  #saveFile = () =>
    this.#try(async () => {
      const { data, step } = entryOf(this.session, { id: '' })
      const name = `glassbox-${data}-${step}${ending}`
      save(name, new Blob([writeFile(packMoment(this.#moment()))], { type: 'application/json' }))
      this.#tell(text('savedFile', { name }))
    })

  #choose = (event: Event) => {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    if (file) this.#open(file)
    input.value = ''
  }

  /** A session is opened, anything else is taken for weights. */
  #open(file: File) {
    return this.#try(async () => {
      if (file.size > mostBytes) throw new Unreadable('tooLarge')
      const head = await file.slice(0, 200).text()
      if (isSessionFile(head)) return this.#take(readFile(await file.text()))
      const { state, weights } = await filed(file)
      if (state) await this.#load(state)
      else this.querySelector<WeightsView>('glassbox-keep-weights')?.look(weights)
    })
  }

  /** A state as plain JSON: an edit like any other. */
  async #load(state: unknown) {
    const { ok, message } = await this.session.run({ do: 'load', state })
    this.#tell(ok ? text('opened', { what: nowWords(this.session) }) : text('refused', { why: message }))
  }

  #openEntry = (id: string) =>
    this.#try(async () => {
      const kept = await read(id)
      if (!kept) throw new Unreadable('gone')
      await this.#take(kept, true)
    })

  async #take(kept: unknown, isOurs = false) {
    this.#tell(text('opening'))
    const { proof, goBack } = await openKept(this.session, kept, takeWorker, isOurs)
    const what = nowWords(this.session)
    this.#goBack = goBack
    tellStory(this, text('opened', { what }), false)
    this.#tell(
      proof === 'other' ? text('openedWeights') : text(proof === 'untold' ? 'openedUntold' : 'opened', { what }),
    )
  }

  #back = () =>
    this.#try(async () => {
      const goBack = this.#goBack
      this.#goBack = null
      await goBack?.()
      tellStory(this, text('wentBack', { what: nowWords(this.session) }), true)
      this.#tell('')
    })

  async #try(work: () => Promise<void>) {
    this.#isBusy = true
    this.requestUpdate()
    try {
      await work()
    } catch (error) {
      this.#tell(whyWords(this.session, error))
    }
    this.#isBusy = false
    this.requestUpdate()
  }

  #tell = (outcome: string) => {
    this.#outcome = outcome
    this.requestUpdate()
  }
}

/** What a file holds that is not a session's. */
async function filed(file: File): Promise<{ state?: unknown; weights: ArrayBuffer | string }> {
  const bytes = await file.arrayBuffer()
  if (/\.safetensors$/i.test(file.name)) return { weights: bytes }
  const written = new TextDecoder().decode(bytes)
  const state = stateIn(written)
  return state ? { state, weights: '' } : { weights: written }
}

defineView('glassbox-keep', KeepView)
defineView('glassbox-kept-list', KeptList)
defineView('glassbox-keep-weights', WeightsView)
