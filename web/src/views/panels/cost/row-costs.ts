import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { asOutput } from '../../../network/units.ts'
import { evaluate } from '../../../quantities/evaluate.ts'
import { costTrees, type Outputs } from '../../../quantities/options/costs.ts'
import { quantity } from '../../../quantities/tree.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { outputTermOf } from '../../parts/cost-term/cost-term.ts'
import { numberOf } from '../../parts/number.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { ranked } from '../../parts/terms/ranked.ts'
import { sentences } from './sentences.ts'

/** How the several outputs of one row make up its cost: one line per output, their sum, and what it is divided by. */

const text = texts(sentences)

/** Of more outputs only those that cost most are told apart. */
const mostOutputs = 10

interface OneRow {
  row: number
  outputs: ArrayLike<number>
  /** In the unit of the data. */
  target: ArrayLike<number>
  cost: number
}

const costOf = ({ catalog, state }: SessionLike) => catalog.costs.find(({ name }) => name === state.training.cost)

/** What each output costs. */
function termsOf(session: SessionLike, data: DataInfo, { outputs, target }: OneRow) {
  const { training, network } = session.state
  const { layers } = network
  const at = (unit: number) => ({ layer: layers.length - 1, unit })
  const of: Outputs = {
    a: (unit) => quantity('activation', at(unit)),
    y: (unit) => quantity('target', at(unit)),
    count: data.outputNames.length,
    isPartner: costOf(session)?.partner === layers.at(-1)?.activation,
  }
  const operands = {
    quantity: (name: string, { unit }: { unit: number }) =>
      name === 'activation' ? outputs[unit] : asOutput(data, target[unit], unit),
    setting: () => NaN,
  }
  return data.outputNames.map((_, k) => evaluate(costTrees[training.cost].term(of, k), operands).value || 0)
}

export function rowCostsTemplate(session: SessionLike, data: DataInfo, one: OneRow) {
  const write = numberOf(session)
  const terms = termsOf(session, data, one)
  const total = terms.reduce((sum, term) => sum + term, 0)
  const all = terms.map((value, index) => ({ index, value }))
  const isLong = terms.length > mostOutputs
  const shown = isLong ? ranked(terms).slice(0, mostOutputs) : all
  const rest = total - shown.reduce((sum, { value }) => sum + value, 0)
  const isMean = costOf(session)?.isMeanOverOutputs
  const label = text('rowCaption', { row: one.row + 1 })
  return html`
    <div class="table-box cost-row" ${scrolls(label)}>
    <table class="numbers cost-outputs">
      <caption>${label}${isLong ? text('largest') : ''}</caption>
      <thead><tr>
        <th scope="col">${text('output')}</th><th scope="col">${text('predicted')}</th><th scope="col">${text('target')}</th>
        <th scope="col" class="difference">${text('difference')}</th><th scope="col">${outputTermOf(session)}</th>
      </tr></thead>
      <tbody>${shown.map(({ index, value }) => outputTemplate(session, data, one, index, value))}
        ${
          isLong
            ? html`<tr>${lineHead(text('others_other', { count: terms.length - shown.length }))}
          <td>${write(rest)}</td></tr>`
            : nothing
        }</tbody>
      <tfoot>
        ${isMean ? html`<tr>${lineHead(text('sum'))}<td data-value="outputs-sum">${write(total)}</td></tr>` : nothing}
        <tr>${lineHead(text(isMean ? 'dividedBy_other' : 'sumIsCost', { count: terms.length, row: one.row + 1 }))}
          <td data-value="row-cost">${write(one.cost)}</td></tr>
      </tfoot>
    </table>
    </div>`
}

/** The head of a line that has nothing but a cost; the column of differences may be left out. */
const lineHead = (label: string) => html`<th scope="row" colspan="3">${label}</th><td class="difference"></td>`

function outputTemplate(session: SessionLike, data: DataInfo, { outputs, target }: OneRow, k: number, term: number) {
  const write = numberOf(session)
  const wanted = asOutput(data, target[k], k)
  return html`
    <tr data-output=${k}>
      <th scope="row" class="name">${data.outputNames[k]}</th>
      <td>${write(outputs[k])}</td><td>${write(wanted)}</td><td class="difference">${write(outputs[k] - wanted)}</td>
      <td data-value="term">${write(term)}</td>
    </tr>`
}
