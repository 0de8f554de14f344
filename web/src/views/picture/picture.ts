import { html, nothing, type PropertyValues } from 'lit'
import { live } from 'lit/directives/live.js'
import { beyond } from '#beyond'
import { Fetched } from '#fetched'
import type { DataInfo } from '../../data/prepare.ts'
import { neuronName } from '../../network/names.ts'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { setView, signButton } from '../parts/buttons.ts'
import { isTicked } from '../parts/control.ts'
import { idle } from '../parts/idle.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { rowSentence } from '../parts/row/row-sentence.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { sharesTemplate } from '../parts/shares.ts'
import { throttle } from '../parts/throttle.ts'
import { markPath } from '../plot/colour.ts'
import { classColour } from '../plot/marks.ts'
import css from './picture.css'
import { sentences } from './sentences.ts'
import './plane.ts'

const text = texts(sentences)
/** Names in the legend of a picture of several outputs. */
const mostNamed = 6

/** The pictures there are, by their titles; each is an element of its name. */
const titles = {
  image: 'titleImage',
  plane: 'titlePlane',
  curve: 'titleCurve',
  scatter: 'titleScatter',
  strips: 'titleStrips',
} as const

type Kind = keyof typeof titles

/** What was learnt, in the way that suits the data, with the selected row beneath. */
export class PictureView extends SessionElement {
  static override room = 'picture'
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  #picture: SessionElement | null = null
  #isDue = throttle(100)
  readonly #draw = new Fetched(
    () => beyond.draw?.(),
    () => this.requestUpdate(),
  )

  /** Its scales are needed a little later, and where the network is drawn they are there by then. */
  protected override async begin() {
    await idle()
    if (this.querySelector('glassbox-scale')) import('../plot/map-scale.ts')
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const { data, isRunning } = this.session
    if (!data) return false
    const isForced = ['state', 'data', 'pointed'].some((name) => changes.has(name as Change))
    return this.#isDue(isForced || !isRunning)
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.picture-row .row-chooser button:last-child')
  }

  protected override render() {
    const { data } = this.session
    return html`
      <p class="picture-title">${data ? this.#title(data) : nothing}</p>
      <div class="picture-body">${data ? this.#pictureOf(kindOf(data)) : nothing}</div>
      <div class="picture-legend">${data ? this.#legend(data) : nothing}</div>
      <div class="picture-row">${data ? this.#row(data) : nothing}</div>`
  }

  /** Most pictures are fetched when they are needed. */
  #pictureOf(kind: Kind) {
    const name = `glassbox-${kind}`
    if (!customElements.get(name)) {
      import('../late.ts').then(() => this.requestUpdate())
      return nothing
    }
    if (this.#picture?.localName !== name) {
      const made = document.createElement(name)
      this.#picture = made instanceof SessionElement ? made : null
    }
    if (this.#picture) this.#picture.session = this.session
    return this.#picture
  }

  #title(data: DataInfo) {
    const { pointed } = this.session
    const isNeuron = pointed && 'unit' in pointed && pointed.layer >= 0 && data.bases === 2
    return isNeuron ? neuronName(this.session, pointed.layer, pointed.unit) : text(titles[kindOf(data)])
  }

  #legend(data: DataInfo) {
    const { view } = this.session.state
    const hasPlane = data.bases === 2 && !data.imageSide
    const hasPoints = !data.imageSide
    return html`
      ${hasPoints && data.bases <= 2 ? html`<ul class="legend">${data.classes.map(classTemplate)}</ul>` : nothing}
      ${
        data.task === 'regression' && data.outputNames.length > 1 && !hasPlane
          ? html`<ul class="legend">${data.outputNames.slice(0, mostNamed).map(classTemplate)}</ul>`
          : nothing
      }
      ${hasPlane ? html`<glassbox-scale .session=${this.session}></glassbox-scale>` : nothing}
      ${data.bases > 1 ? html`<glassbox-scale of="neurons" .session=${this.session}></glassbox-scale>` : nothing}
      ${
        hasPoints
          ? html`<div class="picture-switches">
        ${data.test.X.shape[0] ? this.#switch('showTest', text('showTest'), view.showTest) : nothing}
        ${
          hasPlane && data.classes.length
            ? this.#switch('discretize', text('discretize'), view.discretize, text('discretizeAbout'))
            : nothing
        }
      </div>`
          : nothing
      }
      ${view.discretize && hasPlane && data.classes.length ? html`<p>${text('discretizeAbout')}</p>` : nothing}
      ${sharesTemplate(this.session)}
      ${hasPoints && data.bases <= 2 ? html`<p class="picture-hint">${text('hint')}</p>${this.#drawing()}` : nothing}`
  }

  /** The way to drawing points: fetched with the first press. */
  #drawing() {
    if (!('draw' in beyond)) return nothing
    const draw = async ({ currentTarget }: Event) => (await this.#draw.ask())?.draw(currentTarget, this.session)
    return html`<div><button type="button" class="quiet draw-points" @click=${draw}>${text('draw')}</button>${this.#draw.failure}</div>`
  }

  #switch(name: 'showTest' | 'discretize', label: string, value: boolean, words = '') {
    const change = (event: Event) => setView(this.session, { [name]: isTicked(event) })
    return html`<label><input type="checkbox" .checked=${live(value)} @change=${change} ${about(words)}>${label}</label>`
  }

  /** What is on the network, with a way to others, and what comes of it. */
  #row({ train }: DataInfo) {
    const { session } = this
    const { row, own, scope } = session.state.view
    const rows = train.X.shape[0]
    const go = (by: number) => chooseRow(session, (row + by + rows) % rows)
    const back = (label: string, press: () => unknown) =>
      html`<button type="button" class="link" @click=${press}>${label}</button>`
    return html`
      <div class="row-chooser">${
        scope === 'batch'
          ? html`<span>${text('ofBatch', { count: session.frame?.samples ?? 1 })}</span>
          ${back(text('thisRow'), () => setView(session, { scope: 'row' }))}`
          : own
            ? html`<span>${text('own')}</span>
          ${back(text('back', { row: row + 1 }), () => chooseRow(session, row))}`
            : html`
        ${signButton('‹', text('previousRow'), () => go(-1))}
        <span>${text('row', { row: row + 1, rows })}</span>
        ${signButton('›', text('nextRow'), () => go(1))}`
      }
      </div>
      <p>${rowSentence(session)}</p>`
  }
}

function kindOf({ imageSide, bases, task }: DataInfo): Kind {
  if (imageSide) return 'image'
  if (bases === 2) return 'plane'
  if (bases === 1) return 'curve'
  return task === 'regression' ? 'scatter' : 'strips'
}

const classTemplate = (name: string, k: number) => html`
  <li>
    <svg viewBox="-7 -7 14 14" aria-hidden="true">
      <path class=${classColour(k)} d=${markPath(k, 4.6)}></path>
    </svg>${name}
  </li>`

defineView('glassbox-picture', PictureView)
