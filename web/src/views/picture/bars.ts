import { html, nothing } from 'lit'
import { classOf, shareOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import { formatNumber, formatShare } from '../../text/numbers.ts'
import { text, texts } from '../../text/text.ts'
import { outputsAreShares } from '../parts/chosen.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { styleMap } from '../parts/style-map.ts'
import { throttle } from '../parts/throttle.ts'
import css from './bars.css'
import { sentences } from './late-sentences.ts'

const pictureText = texts(sentences)

/** The current row's outputs as one bar per class, the true class marked. */
export class BarsPicture extends SessionElement {
  static override sheets = [css]
  #isDue = throttle(100)

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame } = this.session
    const outputs = frame?.layers[frame.layers.length - 1].activation
    if (!data || !frame || !outputs || !data.classes.length) return nothing
    const predicted = classOf(data.task, outputs)
    const actual = classOf(data.task, frame.target)
    const write = outputsAreShares(this.session) ? formatShare : (value: number) => formatNumber(value, 3)
    return html`
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
      })}</ul>`
  }
}

defineView('glassbox-bars', BarsPicture)
