import { html, nothing, render } from 'lit'
import { formatCount, formatShare } from '../../../text/numbers.js'
import { texts } from '../../../text/text.js'
import { numberOf } from '../../parts/number.js'
import { styleMap } from '../../parts/style-map.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { sentences as setNames } from '../../parts/tables/sentences.js'
import { throttle } from '../../parts/throttle.js'
import { ScatterPicture } from '../../plot/scatter.js'
import { sentences } from './sentences.js'

const text = texts(sentences)
const setName = texts(setNames)

/**
 * Which classes are taken for which, in counts; for a number to predict, predicted against actual.
 * @typedef {import('../../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../../types.d.ts').Change} Change
 */
export class ConfusionPanel {
  #isDue = throttle(250)
  /** @type {ScatterPicture | null} */
  #scatter = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    render(html`<div class="confusions"></div><div class="pane-scatter"></div>`, root)
    const [tables, scatter] = /** @type {HTMLElement[]} */ ([...root.children])
    this.tables = tables
    this.scatter = scatter
    this.observer = new ResizeObserver(() => this.#scatter?.fit())
    this.observer.observe(root)
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const { data, frame, isRunning } = this.session
    if (!data || !frame) return
    const isNumber = data.task === 'regression'
    if (isNumber) {
      this.#scatter ??= new ScatterPicture(this.scatter, this.session)
      this.#scatter.update()
    } else {
      this.#scatter?.dispose()
      this.#scatter = null
    }
    if (!this.#isDue(changes.has('data') || changes.has('state') || !isRunning)) return
    render(isNumber ? this.#fit(frame) : this.#matrices(data, frame), this.tables)
  }

  /** @param {import('../../../types.d.ts').Frame} frame */
  #fit({ r2, testR2 }) {
    const write = numberOf(this.session)
    return html`<p>${text('r2', { train: write(r2), test: write(testR2) })}</p>`
  }

  /** @param {import('../../../types.d.ts').DataInfo} data @param {import('../../../types.d.ts').Frame} frame */
  #matrices({ classes, test }, { confusion }) {
    if (!confusion) return nothing
    /** @type {import('../../../network/rows.js').SetName[]} */
    const sets = test.X.shape[0] ? ['train', 'test'] : ['train']
    return sets.map((set) => matrixTemplate(setName(set), classes, confusion[set]))
  }

  dispose() {
    this.observer.disconnect()
    this.#scatter?.dispose()
    render(nothing, this.root)
  }
}

/** @param {string} caption @param {string[]} classes @param {number[][]} counts [actual][predicted] */
function matrixTemplate(caption, classes, counts) {
  return html`
    <div class="table-box" ${scrolls(caption)}>
      <table class="numbers confusion">
        <caption>${caption}: ${text('predictedDown')}</caption>
        <thead><tr><td></td>${classes.map((name) => html`<th scope="col">${name}</th>`)}
          <th scope="col" title=${text('recallAbout')}>${text('recall')}</th></tr></thead>
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

/** @param {number} count @param {boolean} isRight */
const kindOf = (count, isRight) => (count === 0 ? 'none' : isRight ? 'right' : 'wrong')
