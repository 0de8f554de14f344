import { html, nothing, render } from 'lit'
import { classOf, shareOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber, formatShare } from '../../text/numbers.ts'
import { text, texts } from '../../text/text.ts'
import { outputsAreShares } from '../parts/chosen.ts'
import { useStyle } from '../parts/late-style.ts'
import { styleMap } from '../parts/style-map.ts'
import { throttle } from '../parts/throttle.ts'
import css from './bars.css'
import { sentences } from './late-sentences.ts'

const pictureText = texts(sentences)

/** The current row's outputs as one bar per class, the true class marked. */
export class BarsPicture {
  root: HTMLElement
  session: SessionLike
  #isDue = throttle(100)

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    useStyle(root, css)
    this.session = session
  }

  update(changes: ReadonlySet<Change>) {
    if (this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)) this.draw()
  }

  draw() {
    const { data, frame } = this.session
    const outputs = frame?.layers[frame.layers.length - 1].activation
    if (!data || !frame || !outputs || !data.classes.length) return
    const predicted = classOf(data.task, outputs)
    const actual = classOf(data.task, frame.target)
    const write = outputsAreShares(this.session) ? formatShare : (value: number) => formatNumber(value, 3)
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
