import { html, nothing, render } from 'lit'
import { classOf, shareOf } from '../../network/verdict.js'
import { formatNumber, formatShare } from '../../text/numbers.js'
import { text, texts } from '../../text/text.js'
import { outputsAreShares } from '../parts/chosen.js'
import { useStyle } from '../parts/late-style.js'
import { styleMap } from '../parts/style-map.js'
import { throttle } from '../parts/throttle.js'
import css from './bars.css'
import { sentences } from './late-sentences.js'

const pictureText = texts(sentences)

/**
 * The current row's outputs as one bar per class, the true class marked.
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../types.d.ts').Change} Change
 */
export class BarsPicture {
  #isDue = throttle(100)

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    useStyle(root, css)
    this.session = session
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)) this.draw()
  }

  draw() {
    const { data, frame } = this.session
    const outputs = frame?.layers[frame.layers.length - 1].activation
    if (!data || !frame || !outputs || !data.classes.length) return
    const predicted = classOf(data.task, outputs)
    const actual = classOf(data.task, frame.target)
    const write = outputsAreShares(this.session) ? formatShare : (/** @type {number} */ value) => formatNumber(value, 3)
    render(
      html`
      <ul class="bars" aria-label=${pictureText('bars')}>${data.classes.map((name, k) => {
        const share = shareOf(data.task, outputs, k)
        const width = `${Math.min(1, Math.max(0, share)) * 100}%`
        return html`
          <li class=${k === predicted ? 'predicted' : ''}>
            <span class="bar-name" title=${name}>${name}</span>
            <span class="bar"><span style=${styleMap({ width })}></span></span>
            <span class="bar-value">${write(share)}</span>
            <span class="bar-actual">${k === actual ? text('graph.actualClass') : nothing}</span>
          </li>`
      })}</ul>`,
      this.root,
    )
  }

  dispose() {
    render(nothing, this.root)
  }
}
