import { html, nothing, render } from 'lit'
import { live } from 'lit/directives/live.js'
import { neuronName, targetName } from '../../network/names.js'
import { formatNumber } from '../../text/numbers.js'
import { text, texts } from '../../text/text.js'
import { about } from '../parts/about.js'
import { setView, signButton } from '../parts/buttons.js'
import { keepFocus } from '../parts/keep-focus.js'
import { chooseRow } from '../parts/row/feed.js'
import { rowSentence } from '../parts/row/row-sentence.js'
import { sharesTemplate } from '../parts/shares.js'
import { throttle } from '../parts/throttle.js'
import { markPath } from '../plot/colour.js'
import { classColour } from '../plot/marks.js'
import { targetRange } from '../plot/scale.js'
import { PlanePicture } from './plane.js'
import { sentences } from './sentences.js'

export { default as styles } from './picture.css'

const ownText = texts(sentences)
/** Names in the legend of a picture of several outputs. */
const mostNamed = 6

/** The pictures there are, by their titles. @satisfies {Record<string, import('../../text/text.js').TextKey>} */
const titles = /** @type {const} */ ({
  image: 'picture.titleImage',
  plane: 'picture.titlePlane',
  curve: 'picture.titleCurve',
  scatter: 'picture.titleScatter',
  strips: 'picture.titleStrips',
})

/**
 * What was learnt, in the way that suits the data, with the selected row beneath.
 * @implements {View}
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../types.d.ts').DataInfo} DataInfo
 * @typedef {import('../../types.d.ts').View} View
 * @typedef {import('../../types.d.ts').Change} Change
 * @typedef {{ update(changes: ReadonlySet<Change>): void, draw(): void, dispose(): void }} Picture
 * @typedef {new (root: HTMLElement, session: SessionLike) => Picture} PictureClass
 * @typedef {keyof typeof titles} Kind
 */
export class PictureView {
  /** @type {Picture | null} */
  #picture = null
  /** @type {Kind | ''} */
  #kind = ''
  #isDue = throttle(100)

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
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

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`.picture-${name}`))
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
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

  /** Puts another picture in its place, once it is there. @param {Kind} kind */
  async #turnTo(kind) {
    this.#kind = kind
    this.#picture?.dispose()
    this.#picture = null
    this.body.replaceChildren(document.createElement('div'))
    const Picture = await fetchPicture(kind)
    if (this.#kind !== kind) return
    this.#picture = new Picture(/** @type {HTMLElement} */ (this.body.firstElementChild), this.session)
    this.#picture.update(new Set(['state', 'data', 'frame']))
  }

  /** @param {DataInfo} data */
  #drawTitle(data) {
    const { pointed } = this.session
    const isNeuron = pointed && 'unit' in pointed && pointed.layer >= 0 && data.featureNames.length === 2
    render(
      isNeuron ? neuronName(this.session, pointed.layer, pointed.unit) : text(titles[kindOf(data)]),
      this.#part('title'),
    )
  }

  /** @param {DataInfo} data */
  #drawLegend(data) {
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

  /** @param {'showTest' | 'discretize'} name @param {string} label @param {boolean} value @param {string} [words] */
  #switch(name, label, value, words = '') {
    const change = (/** @type {Event} */ event) =>
      setView(this.session, name, /** @type {HTMLInputElement} */ (event.target).checked)
    return html`<label><input type="checkbox" .checked=${live(value)} @change=${change} ${about(words)}>${label}</label>`
  }

  /** What is on the network, with a way to others, and what comes of it. @param {DataInfo} data */
  #drawRow({ train }) {
    const { session } = this
    const { row, own, scope } = session.state.view
    const rows = train.X.shape[0]
    const go = (/** @type {number} */ by) => chooseRow(session, (row + by + rows) % rows)
    const back = (/** @type {string} */ label, /** @type {() => unknown} */ press) =>
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
          ${back(ownText('thisRow'), () => setView(session, 'scope', 'row'))}`
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

/** @param {Kind} kind @returns {Promise<PictureClass>} */
async function fetchPicture(kind) {
  return kind === 'plane' ? PlanePicture : (await import('../late.js'))[kind]
}

/** @param {DataInfo} data @returns {Kind} */
function kindOf({ imageSide, featureNames, task }) {
  if (imageSide) return 'image'
  if (featureNames.length === 2) return 'plane'
  if (featureNames.length === 1) return 'curve'
  return task === 'regression' ? 'scatter' : 'strips'
}

/** @param {string} name @param {number} k */
const classTemplate = (name, k) => html`
  <li>
    <svg viewBox="-7 -7 14 14" aria-hidden="true">
      <path class=${classColour(k)} d=${markPath(k, 4.6)}></path>
    </svg>${name}
  </li>`

/** @param {DataInfo} data */
function scaleTemplate(data) {
  const { low, high } = targetRange(data)
  return html`
    <div class="scale">
      <span>${formatNumber(low, 3)}</span><span class="scale-bar"></span><span>${formatNumber(high, 3)}</span>
      <span>${data.outputNames.length > 1 ? data.outputNames[0] : targetName(data)}</span>
    </div>`
}
