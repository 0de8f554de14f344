import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import type { SetName } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { formatCount, formatShare } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { numberOf } from '../../parts/number.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { styleMap } from '../../parts/style-map.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { sentences as setNames } from '../../parts/tables/sentences.ts'
import { marked } from '../../parts/term/marked.ts'
import { throttle } from '../../parts/throttle.ts'
import css from './confusion.css'
import { sentences } from './sentences.ts'
import '../../plot/scatter.ts'

const text = texts(sentences)
const setName = texts(setNames)

/** Which classes are taken for which, in counts; for a number to predict, predicted against actual. */
export class ConfusionPanel extends SessionElement {
  static override sheets = [css]
  #isDue = throttle(250)

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(changes.has('data') || changes.has('state') || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame } = this.session
    if (!data || !frame) return nothing
    if (data.task !== 'regression') return html`<div class="confusions">${this.#matrices(data, frame)}</div>`
    return html`
      <div class="confusions">${this.#fit(frame)}</div>
      <glassbox-scatter class="confusion-scatter" .session=${this.session}></glassbox-scatter>`
  }

  #fit({ r2, testR2 }: Frame) {
    const write = numberOf(this.session)
    return html`<p>${marked(text('r2', { train: write(r2), test: write(testR2) }))}</p>`
  }

  #matrices({ classes, test }: DataInfo, { confusion }: Frame) {
    if (!confusion) return nothing
    const sets: SetName[] = test.X.shape[0] ? ['train', 'test'] : ['train']
    return sets.map((set) => matrixTemplate(setName(set), classes, confusion[set]))
  }
}

/** @param counts [actual][predicted] */
function matrixTemplate(caption: string, classes: string[], counts: number[][]) {
  return html`
    <div class="table-box" ${scrolls(caption)}>
      <table class="numbers confusion">
        <caption>${caption}: ${text('predictedDown')}</caption>
        <thead><tr><td></td>${classes.map((name) => html`<th scope="col">${name}</th>`)}
          <th scope="col" title=${text('recallAbout')}>${marked(text('recall'))}</th></tr></thead>
        <tbody>${counts.map((row, actual) => {
          const total = row.reduce((a, b) => a + b, 0)
          return html`
            <tr><th scope="row">${classes[actual]}</th>
              ${row.map(
                (count, predicted) => html`<td class=${kindOf(count, actual === predicted)}
                style=${styleMap({ '--share': String(total ? count / total : 0) })}>${formatCount(count)}</td>`,
              )}
              <td class="recall">${total ? formatShare(row[actual] / total) : '–'}</td></tr>`
        })}</tbody>
      </table>
    </div>`
}

const kindOf = (count: number, isRight: boolean) => (count === 0 ? 'none' : isRight ? 'right' : 'wrong')
