import { html, nothing } from 'lit'
import { type ExportKind, exportAs, kinds } from '../../export/export.ts'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { copyText } from '../parts/copy-text.ts'
import { maySave, save } from '../parts/save.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { sentences } from './sentences.ts'
import css from './take.css'

const text = texts(sentences)

/** What is offered, beneath the heading of each group. */
const groups = {
  code: ['notebook', 'pytorch', 'keras', 'numpy', 'javascript', 'cpp', 'cHeader'],
  weights: ['onnx', 'safetensors', 'json'],
  numbers: ['history', 'predictions'],
} as const satisfies Record<string, ExportKind[]>

/** The network as code or as a file: kind by kind what it holds, to be copied or downloaded. */
export class TakeView extends SessionElement {
  static override room = 'take'
  static override sheets = [css]
  static override ignores: readonly Change[] = ['pointed', 'overlay', 'frame', 'history', 'opened', 'running']
  /** Of which kind the outcome is. */
  #asked: ExportKind | null = null
  #outcome = ''
  #isBusy = false
  /** What the browser did not let be copied. */
  #text = ''

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('state')) this.#tell(null, '')
    return changes.has('state')
  }

  protected override render() {
    return html`
      <p class="hint">${text('about')}</p>
      ${Object.entries(groups).map(
        ([group, names]) => html`
        <h3>${text(group as keyof typeof groups)}</h3>
        <ul class="take-kinds">${names.map((kind) => this.#kindTemplate(kind))}</ul>`,
      )}
      ${maySave() ? nothing : html`<p class="hint">${text('mayNotSave')}</p>`}`
  }

  #kindTemplate(kind: ExportKind) {
    const name = text(kind)
    const isAsked = this.#asked === kind
    const isCode = 'isCode' in kinds[kind]
    return html`<li class="take-kind">
      <h4>${name}</h4>
      <p class="hint">${text(`${kind}About`)}</p>
      <div class="take-buttons">
        ${isCode ? html`<button type="button" class="quiet" aria-label=${text('copyKind', { kind: name })} ${presses(() => this.#copy(kind), this.#isBusy)}>${text('copy')}</button>` : nothing}
        ${maySave() ? html`<button type="button" class="quiet" aria-label=${text('downloadKind', { kind: name })} ${presses(() => this.#download(kind), this.#isBusy)}>${text('download')}</button>` : nothing}
      </div>
      <p class="hint" role="status">${isAsked ? this.#outcome : nothing}</p>
      ${isAsked && this.#text ? html`<textarea class="take-text" readonly rows="6" spellcheck="false" aria-label=${name} .value=${this.#text}></textarea>` : nothing}
    </li>`
  }

  #copy(kind: ExportKind) {
    return this.#make(kind, async ({ text: written = '' }) => {
      try {
        await navigator.clipboard.writeText(written)
        return text('copied', { name: text(kind) })
      } catch {
        this.#text = written
        this.requestUpdate()
        await this.updateComplete
        await copyText(this.querySelector('.take-text'))
        return text('notCopied')
      }
    })
  }

  #download(kind: ExportKind) {
    return this.#make(kind, async ({ name, type, text: written, bytes }) => {
      save(name, new Blob([written ?? (bytes as Uint8Array<ArrayBuffer>)], { type }))
      return text('saved', { name })
    })
  }

  async #make(kind: ExportKind, use: (file: Awaited<ReturnType<typeof exportAs>>) => Promise<string>) {
    this.#tell(kind, text('making'), true)
    try {
      this.#tell(kind, await use(await exportAs(this.session, kind)))
    } catch (error) {
      this.#tell(kind, text('notMade', { message: (error as Error).message }))
    }
  }

  #tell(kind: ExportKind | null, outcome: string, isBusy = false) {
    if (isBusy || kind === null) this.#text = ''
    this.#asked = kind
    this.#outcome = outcome
    this.#isBusy = isBusy
    this.requestUpdate()
  }
}

defineView('glassbox-take', TakeView)
