import { html, nothing } from 'lit'
import { texts } from '../../text/text.ts'
import { sentences } from './sentences.ts'

/** Where a table comes from: a field to paste into, a file that is chosen. */

const text = texts(sentences)

/** More is not put into the field: the browser would take long to lay it out. */
const mostShown = 20_000

interface Given {
  /** What could not be read, '' = nothing was tried. */
  refusal: string
  isBusy: boolean
  take: (source: string | File) => void
}

export function sourceTemplate({ refusal, isBusy, take }: Given) {
  const fieldOf = (event: Event) => (event.currentTarget as Element).closest('.table-source')?.querySelector('textarea')
  const readField = (event: Event) => take(fieldOf(event)?.value ?? '')
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData?.files ?? []
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    const field = fieldOf(event)
    if (!file && pasted.length <= mostShown) setTimeout(() => field?.value && take(field.value))
    else {
      event.preventDefault()
      take(file ?? pasted)
    }
  }
  const chooseFile = ({ currentTarget: input }: Event) => {
    if (!(input instanceof HTMLInputElement)) return
    const [file] = input.files ?? []
    input.value = '' // the same file can be chosen again
    if (file) take(file)
  }
  return html`
    <div class="table-source" aria-busy=${isBusy}>
      <label for="table-paste">${text('paste')}</label>
      <textarea id="table-paste" rows="7" spellcheck="false" autocomplete="off" aria-describedby="table-paste-about"
        placeholder=${text('example')} @paste=${paste}></textarea>
      <p class="hint" id="table-paste-about">${text('pasteHint')}</p>
      <div class="table-buttons">
        <button type="button" class="quiet" @click=${readField}>${text('read')}</button>
        <button type="button" class="quiet" @click=${({ currentTarget }: Event) =>
          (currentTarget as HTMLElement).parentElement
            ?.querySelector<HTMLInputElement>('input')
            ?.click()}>${text('choose')}</button>
        <input type="file" hidden aria-label=${text('choose')} accept=".csv,.tsv,.txt,.json,.data,text/*" @change=${chooseFile}>
      </div>
      <div role="status">${isBusy ? html`<p class="hint">${text('reading')}</p>` : refusal ? html`<p class="refusal">${refusal}</p>` : nothing}</div>
    </div>`
}
