import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, parameterName } from '../../../network/names.ts'
import type { QuantityName } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { dial } from '../../parts/dial/dial.ts'
import { numberOf } from '../../parts/number.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { rootOf } from '../../parts/root-of.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { type Beta, bySize } from './betas.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)
const pageLength = 20

/** The coefficients of a regression of several features, the largest first. */
export class CoefficientTable {
  session: SessionLike
  root: HTMLElement
  redraw: () => void
  #first = 0
  /** Features in the order they stand in: kept while it trains, and while the pointer or the focus is in the table. */
  #order: number[] = []

  constructor(session: SessionLike, root: HTMLElement, redraw: () => void) {
    this.session = session
    this.root = root
    this.redraw = redraw
  }

  template(
    data: DataInfo,
    betas: Beta[],
    numbers: Numbers | null,
    { isLogistic, sample }: { isLogistic: boolean; sample: string },
  ) {
    this.#sort(betas)
    const write = numberOf(this.session)
    const most = betas.reduce((size, { beta }) => Math.max(size, Math.abs(beta)), 1e-12)
    const value = (name: QuantityName, from?: number) =>
      numbers ? valueAt(numbers, name, { layer: 0, unit: 0, from, row: 0 }) : NaN
    return html`
      ${betas.length > pageLength ? this.#pager(betas.length) : nothing}
      <div class="table-box" ${scrolls(text('coefficients'))}>
        <table class="numbers coefficients">
          <caption>${text('coefficients')}</caption>
          <thead><tr>
            <th scope="col">${text('input')}</th><th scope="col">${text('beta')}</th><td></td>
            ${isLogistic ? html`<th scope="col">${text('odds')}</th>` : nothing}
            ${
              data.inputScale || data.targetScale
                ? html`<th scope="col">${text('perUnit')}</th>
              ${isLogistic ? html`<th scope="col">${text('oddsUnit')}</th>` : nothing}`
                : nothing
            }
            <th scope="col" class="of-input">${text('x', { sample })}</th>
            <th scope="col">${text('term')}</th>
          </tr></thead>
          <tbody>
            ${this.#order.slice(this.#first, this.#first + pageLength).map((feature) => {
              const x = numbers ? valueAt(numbers, 'input', { layer: -1, unit: feature, row: 0 }) : NaN
              return this.#row(data, betas[feature], { x, term: value('signal', feature) }, isLogistic, most)
            })}
            <tr class="intercept">
              <th scope="row">${text('interceptRow')}</th>
              <td>${dial(this.session, { layer: 0, row: 0, bias: true }, { label: text('interceptRow') })}</td>
              <td colspan=${2 + this.#extra(data, isLogistic)}></td>
              <td>${write(value('bias'))}</td>
            </tr>
          </tbody>
          <tfoot><tr>
            <th scope="row">${text('total')} = ${text(isLogistic ? 'z' : data.targetScale ? 'zSeen' : 'zLinear')}</th>
            <td colspan=${3 + this.#extra(data, isLogistic)}></td>
            <td data-value="z">${write(value('sum'))}</td>
          </tr></tfoot>
        </table>
      </div>`
  }

  /** Columns of odds and own units. */
  #extra({ inputScale, targetScale }: DataInfo, isLogistic: boolean) {
    const count = Number(isLogistic)
    return inputScale || targetScale ? 2 * count + 1 : count
  }

  #row(
    data: DataInfo,
    { feature, beta, perUnit, odds, oddsPerUnit }: Beta,
    { x, term }: { x: number; term: number },
    isLogistic: boolean,
    most: number,
  ) {
    const write = numberOf(this.session)
    const sign = beta < 0 ? 'negative' : 'positive'
    const name = featureName(data, feature)
    const weight = { layer: 0, row: 0, column: feature }
    return html`
      <tr data-feature=${feature}>
        <th scope="row" class="of-input">${name} <small>${parameterName(this.session, weight)}</small></th>
        <td class=${sign}>${dial(this.session, weight, { label: text('betaOf', { name }) })}</td>
        ${signedBar(beta, most)}
        ${isLogistic ? html`<td>${write(odds)}</td>` : nothing}
        ${
          data.inputScale || data.targetScale
            ? html`<td class=${sign}>${write(perUnit)}</td>
          ${isLogistic ? html`<td>${write(oddsPerUnit)}</td>` : nothing}`
            : nothing
        }
        <td>${write(x)}</td>
        <td data-value="term">${write(term)}</td>
      </tr>`
  }

  #sort(betas: Beta[]) {
    const { activeElement } = rootOf(this.root)
    const isHeld = this.session.isRunning || activeElement?.closest('.coefficients')
    if (this.#order.length === betas.length && isHeld) return
    this.#order = bySize(betas)
    this.#first = firstOf({ first: this.#first, count: betas.length, length: pageLength })
  }

  #pager(count: number) {
    const page = { first: this.#first, count, length: pageLength }
    const turn = (to: number) => {
      this.#first = to
      this.redraw()
    }
    return html`<div class="pane-tools">${pager(page, { earlier: text('previous'), later: text('next') }, turn)}</div>`
  }
}
