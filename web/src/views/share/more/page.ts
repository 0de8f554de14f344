import { html, nothing, type PropertyValues } from 'lit'
import type { Change } from '../../../session/announcer.ts'
import { dataLabel } from '../../../text/options/data.ts'
import { texts } from '../../../text/text.ts'
import { valueIn } from '../../parts/control.ts'
import { copyText } from '../../parts/copy-text.ts'
import labelled from '../../parts/fields/labelled.css'
import { optionList } from '../../parts/fields/options.ts'
import { panelNames } from '../../parts/part-names.ts'
import { rootOf } from '../../parts/root-of.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { styleMap } from '../../parts/style-map.ts'
import { frameAddress, type Kind, kinds, type Shared, siteOf } from './kinds.ts'
import css from './more.css'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What is shown of the network, and how high its frame is in the column of an article; what is higher scrolls in it. */
const looks = { all: 1000, core: 1250, network: 800, panel: 1000 }

type Look = keyof typeof looks

/** As wide as the column of an article, in pixels. */
const column = 720

/** In place of an address that nobody can know, where our scripts have been bundled into somebody else's. */
const elsewhere = 'https://example.org/glassbox/'

/** The snippet that puts the network into a page, for each kind of page, and how it will look there. */
export class PageShare extends SessionElement {
  declare link: string
  static override properties = { ...SessionElement.properties, link: { attribute: false } }
  static override sheets = [labelled, css]
  static override ignores: readonly Change[] = ['pointed', 'overlay', 'frame', 'history', 'running']
  #kind: Kind = 'script'
  #look: Look = 'all'
  #outcome = ''
  /** The address that is previewed, '' = none: a preview loads the whole page once more. */
  #previewed = ''

  constructor() {
    super()
    this.link = ''
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('link')) this.#outcome = ''
  }

  protected override render() {
    const shared = this.#shared()
    const kindsOffered = (Object.keys(kinds) as Kind[]).map((name) => ({ name, label: text(name) }))
    const looksOffered = (Object.keys(looks) as Look[]).map((name) => ({ name, label: text(name) }))
    const snippet = kinds[this.#kind](shared)
    const chooseKind = (event: Event) => this.#set(() => (this.#kind = valueIn(event) as Kind))
    const chooseLook = (event: Event) => this.#set(() => (this.#look = valueIn(event) as Look))
    return html`
      <label class="labelled"><span>${text('kind')}</span>
        <select @change=${chooseKind}>${optionList(kindsOffered, this.#kind)}</select></label>
      <p class="hint">${text(`${this.#kind}About`)}</p>
      ${
        this.#kind === 'figures'
          ? nothing
          : html`<label class="labelled"><span>${text('show')}</span>
        <select @change=${chooseLook}>${optionList(looksOffered, this.#look)}</select></label>`
      }
      <textarea class="share-snippet" readonly spellcheck="false" aria-label=${text('snippet')} rows=${rowsOf(snippet)} .value=${snippet}></textarea>
      ${shared.site === elsewhere ? html`<p class="hint">${text('noSite', { site: elsewhere })}</p>` : nothing}
      <div class="share-buttons">
        <button type="button" class="primary" @click=${this.#copy}>${text('copy')}</button>
        ${shared.site === elsewhere ? nothing : this.#previewButton(shared)}
      </div>
      <p class="hint" role="status">${this.#outcome}</p>
      ${this.#previewed ? this.#preview(shared) : nothing}`
  }

  #shared(): Shared {
    const { session, link } = this
    const { name } = session.state.data
    const [panel = 'neuron'] = Object.entries(panelNames).find(([, tab]) => tab === session.state.view.tab) ?? []
    const given = rootOf(this) as Partial<ShadowRoot>
    const parts = {
      all: given.host?.getAttribute('parts') ?? '',
      core: 'graph picture player story',
      network: 'graph player',
      panel: `graph player ${panel}`,
    }
    return {
      site: siteOf(new URL('./glassbox.single.js', import.meta.url).href) || elsewhere,
      link: link || `data=${name}`,
      parts: parts[this.#look],
      panel,
      title: text('frameTitle', { data: dataLabel(name) }),
      height: looks[this.#look],
    }
  }

  #previewButton(shared: Shared) {
    const address = frameAddress(shared)
    if (address === this.#previewed) return nothing
    const show = () => this.#set(() => (this.#previewed = address))
    return html`<button type="button" class="quiet" @click=${show}>${text(this.#previewed ? 'previewAnew' : 'preview')}</button>`
  }

  /** The frame at its size in an article, drawn smaller. */
  #preview({ height }: Shared) {
    const size = { '--share-scale': `${this.clientWidth / column}`, 'aspect-ratio': `${column} / ${height}` }
    return html`<div class="share-preview" style=${styleMap(size)}>
      <iframe title=${text('previewName')} src=${this.#previewed} width=${column} height=${height}></iframe></div>`
  }

  #set(change: () => void) {
    change()
    this.#outcome = ''
    this.requestUpdate()
  }

  #copy = async () => {
    const isCopied = await copyText(this.querySelector('textarea'))
    this.#outcome = text(isCopied ? 'copied' : 'notCopied')
    this.requestUpdate()
  }
}

/** Lines that a snippet takes: those that are too long are folded. */
const rowsOf = (snippet: string) =>
  Math.min(
    14,
    snippet.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 46)), 0),
  )
