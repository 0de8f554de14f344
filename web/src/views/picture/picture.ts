import { html, nothing, render } from 'lit'
import { live } from 'lit/directives/live.js'
import type { DataInfo } from '../../data/prepare.ts'
import { neuronName, targetName } from '../../network/names.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'
import { type TextKey, text, texts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { setView, signButton } from '../parts/buttons.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { rowSentence } from '../parts/row/row-sentence.ts'
import { sharesTemplate } from '../parts/shares.ts'
import { throttle } from '../parts/throttle.ts'
import type { View } from '../parts/view.ts'
import { markPath } from '../plot/colour.ts'
import { classColour } from '../plot/marks.ts'
import { targetRange } from '../plot/scale.ts'
import { PlanePicture } from './plane.ts'
import { sentences } from './sentences.ts'

export { default as styles } from './picture.css'

const ownText = texts(sentences)
/** Names in the legend of a picture of several outputs. */
const mostNamed = 6

/** The pictures there are, by their titles. */
const titles = {
  image: 'picture.titleImage',
  plane: 'picture.titlePlane',
  curve: 'picture.titleCurve',
  scatter: 'picture.titleScatter',
  strips: 'picture.titleStrips',
} as const satisfies Record<string, TextKey>

interface Picture {
  update(changes: ReadonlySet<Change>): void
  draw(): void
  dispose(): void
}

type PictureClass = new (root: HTMLElement, session: SessionLike) => Picture

type Kind = keyof typeof titles

/** What was learnt, in the way that suits the data, with the selected row beneath. */
export class PictureView implements View {
  root: HTMLElement
  session: SessionLike
  body: HTMLElement
  observer: ResizeObserver
  #picture: Picture | null = null
  #kind: Kind | '' = ''
  #isDue = throttle(100)

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    render(
      html`<p class="picture-title"></p><div class="picture-body"></div><div class="picture-legend"></div>
      <div class="picture-row"></div>`,
      root,
    )
    this.body = this.#part('body')
    this.observer = new ResizeObserver(() => this.#picture?.draw())
    this.observer.observe(root)
  }

  #part(name: string) {
    return this.root.querySelector(`.picture-${name}`) as HTMLElement
  }

  update(changes: ReadonlySet<Change>) {
    const { data } = this.session
    if (!data) return
    const kind = kindOf(data)
    if (kind !== this.#kind) this.#turnTo(kind)
    else this.#picture?.update(changes)
    const isForced = changes.has('state') || changes.has('data')
    if (isForced) this.#drawLegend(data)
    if (isForced || changes.has('pointed')) this.#drawTitle(data)
    if (this.#isDue(isForced || !this.session.isRunning)) this.#drawRow(data)
  }

  /** Puts another picture in its place, once it is there. */
  async #turnTo(kind: Kind) {
    this.#kind = kind
    this.#picture?.dispose()
    this.#picture = null
    this.body.replaceChildren(document.createElement('div'))
    const Picture = await fetchPicture(kind)
    if (this.#kind !== kind) return
    this.#picture = new Picture(this.body.firstElementChild as HTMLElement, this.session)
    this.#picture.update(new Set(['state', 'data', 'frame']))
  }

  #drawTitle(data: DataInfo) {
    const { pointed } = this.session
    const isNeuron = pointed && 'unit' in pointed && pointed.layer >= 0 && data.featureNames.length === 2
    render(
      isNeuron ? neuronName(this.session, pointed.layer, pointed.unit) : text(titles[kindOf(data)]),
      this.#part('title'),
    )
  }

  #drawLegend(data: DataInfo) {
    const { view } = this.session.state
    const hasPlane = data.featureNames.length === 2 && !data.imageSide
    const hasPoints = !data.imageSide
    render(
      html`
      ${
        hasPoints && data.featureNames.length <= 2
          ? html`<ul class="legend">${data.classes.map(classTemplate)}</ul>`
          : nothing
      }
      ${
        data.task === 'regression' && data.outputNames.length > 1 && !hasPlane
          ? html`<ul class="legend">${data.outputNames.slice(0, mostNamed).map(classTemplate)}</ul>`
          : nothing
      }
      ${hasPlane && data.task === 'regression' ? scaleTemplate(data) : nothing}
      ${
        hasPoints
          ? html`<div class="picture-switches">
        ${data.test.X.shape[0] ? this.#switch('showTest', text('picture.showTest'), view.showTest) : nothing}
        ${
          hasPlane && data.classes.length
            ? this.#switch('discretize', text('picture.discretize'), view.discretize, text('picture.discretizeAbout'))
            : nothing
        }
      </div>`
          : nothing
      }
      ${view.discretize && hasPlane && data.classes.length ? html`<p>${text('picture.discretizeAbout')}</p>` : nothing}
      ${sharesTemplate(this.session)}
      ${hasPoints && data.featureNames.length <= 2 ? html`<p>${ownText('hint')}</p>` : nothing}`,
      this.#part('legend'),
    )
  }

  #switch(name: 'showTest' | 'discretize', label: string, value: boolean, words = '') {
    const change = (event: Event) => setView(this.session, { [name]: (event.target as HTMLInputElement).checked })
    return html`<label><input type="checkbox" .checked=${live(value)} @change=${change} ${about(words)}>${label}</label>`
  }

  /** What is on the network, with a way to others, and what comes of it. */
  #drawRow({ train }: DataInfo) {
    const { session } = this
    const { row, own, scope } = session.state.view
    const rows = train.X.shape[0]
    const go = (by: number) => chooseRow(session, (row + by + rows) % rows)
    const back = (label: string, press: () => unknown) =>
      html`<button type="button" class="link" @click=${press}>${label}</button>`
    const part = this.#part('row')
    keepFocus(
      part,
      () =>
        render(
          html`
      <div class="row-chooser">${
        scope === 'batch'
          ? html`<span>${ownText('ofBatch', { count: session.frame?.samples ?? 1 })}</span>
          ${back(ownText('thisRow'), () => setView(session, { scope: 'row' }))}`
          : own
            ? html`<span>${ownText('own')}</span>
          ${back(ownText('back', { row: row + 1 }), () => chooseRow(session, row))}`
            : html`
        ${signButton('‹', text('picture.previousRow'), () => go(-1))}
        <span>${text('picture.row', { row: row + 1, rows })}</span>
        ${signButton('›', text('picture.nextRow'), () => go(1))}`
      }
      </div>
      <p>${rowSentence(session)}</p>`,
          part,
        ),
      '.row-chooser button:last-child',
    )
  }

  dispose() {
    this.#kind = ''
    this.observer.disconnect()
    this.#picture?.dispose()
    render(nothing, this.root)
  }
}

async function fetchPicture(kind: Kind): Promise<PictureClass> {
  return kind === 'plane' ? PlanePicture : (await import('../late.ts'))[kind]
}

function kindOf({ imageSide, featureNames, task }: DataInfo): Kind {
  if (imageSide) return 'image'
  if (featureNames.length === 2) return 'plane'
  if (featureNames.length === 1) return 'curve'
  return task === 'regression' ? 'scatter' : 'strips'
}

const classTemplate = (name: string, k: number) => html`
  <li>
    <svg viewBox="-7 -7 14 14" aria-hidden="true">
      <path class=${classColour(k)} d=${markPath(k, 4.6)}></path>
    </svg>${name}
  </li>`

function scaleTemplate(data: DataInfo) {
  const { low, high } = targetRange(data)
  return html`
    <div class="scale">
      <span>${formatNumber(low, 3)}</span><span class="scale-bar"></span><span>${formatNumber(high, 3)}</span>
      <span>${data.outputNames.length > 1 ? data.outputNames[0] : targetName(data)}</span>
    </div>`
}
