import { html, nothing } from 'lit'
import { featureName, targetName } from '../../../network/names.js'
import { rowAt } from '../../../network/rows.js'
import { asOutput, inTargetUnit } from '../../../network/units.js'
import { classOf, shareOf } from '../../../network/verdict.js'
import { formatShare, formatShort } from '../../../text/numbers.js'
import { texts } from '../../../text/text.js'
import { outputsAreShares } from '../../parts/chosen.js'
import { termOf } from '../../parts/cost-term/cost-term.js'
import { numberOf } from '../../parts/number.js'
import { sentences } from './sentences.js'

/**
 * The columns of the table of costs: what they are depends on the task, the outputs and the cost.
 *
 * @import { DataInfo, SessionLike } from '../../../types.d.ts'
 * @import { SetName } from '../../../network/rows.js'
 * @typedef {{ set: SetName, page: number[], outputs: Float64Array, costs: ArrayLike<number> }} Shown
 *   page: the rows shown; outputs: of all rows, flat; costs: of all rows
 * @typedef {{ head: unknown, cells: (row: number, outputs: Float64Array, target: Float64Array) => unknown,
 *   isCost?: boolean, over?: string, span?: number }} Column
 *   over: the output to which a group of `span` columns belongs, told by its first; the others have span 0
 */

const text = texts(sentences)

/** So many outputs stand side by side; more are folded. So many inputs are shown. */
const mostOutputs = 5
const mostInputs = 30

/** @param {SessionLike} session @param {DataInfo} data @param {Shown} shown @returns {Column[]} */
export function columnsOf(session, data, shown) {
  const write = numberOf(session)
  const own = data.task === 'regression' ? numberColumns(session, data) : classColumns(session, data)
  return [
    ...own,
    {
      isCost: true,
      head: html`<th scope="col" class="term">${termOf(session, data)}</th>`,
      cells: (row) => html`<td class="term" data-value="cost">${write(shown.costs[row] ?? NaN)}</td>`,
    },
    ...(data.classes.length ? [verdictColumn(data)] : []),
    ...inputColumns(data, shown.set),
  ]
}

/** Prediction, target, difference per output. @param {SessionLike} session @param {DataInfo} data @returns {Column[]} */
function numberColumns(session, data) {
  const { length } = data.outputNames
  if (length > mostOutputs) return [foldedColumn(session, data)]
  return data.outputNames.flatMap((name, k) => outputColumns(session, data, k, length > 1 ? name : undefined))
}

/**
 * @param {SessionLike} session @param {DataInfo} data @param {number} k @param {string} [over]
 * @returns {Column[]}
 */
function outputColumns(session, data, k, over) {
  const write = numberOf(session)
  const name = over === undefined && data.task === 'regression' ? html` <small>${targetName(data)}</small>` : nothing
  /** @type {Column[]} */
  const columns = [
    {
      head: html`<th scope="col">${text('predicted')}${name}</th>`,
      cells: (_, outputs) => html`<td>${write(inTargetUnit(data, outputs[k]))}</td>`,
    },
    {
      head: html`<th scope="col">${text('actual')}</th>`,
      cells: (_, __, target) => html`<td>${write(target[k])}</td>`,
    },
    {
      head: html`<th scope="col">${text('difference')}</th>`,
      cells: (_, outputs, target) => html`<td>${write(inTargetUnit(data, outputs[k]) - target[k])}</td>`,
    },
  ]
  if (data.targetScale) {
    columns.push({
      head: html`<th scope="col">${text('seenDifference')}</th>`,
      cells: (_, outputs, target) => html`<td>${write(outputs[k] - asOutput(data, target[k]))}</td>`,
    })
  }
  return over === undefined
    ? columns
    : columns.map((column, i) => (i ? { ...column, span: 0 } : { ...column, over, span: columns.length }))
}

/** Predicted and actual class, with the outputs that the cost is counted from. @param {SessionLike} session @param {DataInfo} data @returns {Column[]} */
function classColumns(session, data) {
  const write = numberOf(session)
  const { task, classes } = data
  const isShare = outputsAreShares(session)
  const share = (/** @type {Float64Array} */ outputs, /** @type {number} */ k) => shareOf(task, outputs, k)
  const { cost } = session.state.training
  const isSquare = cost !== 'binaryCrossEntropy' && cost !== 'softmaxCrossEntropy'
  const isMany = data.outputNames.length > 1
  return [
    {
      head: html`<th scope="col">${text('predicted')}</th>`,
      cells: (_, outputs) => html`<td class="name">${classes[classOf(task, outputs)]}</td>`,
    },
    ...(isMany
      ? [
          {
            head: html`<th scope="col">${text('output')}</th>`,
            cells: (/** @type {number} */ _, /** @type {Float64Array} */ outputs) => {
              const value = share(outputs, classOf(task, outputs))
              return html`<td>${isShare ? formatShare(value) : formatShort(value)}</td>`
            },
          },
        ]
      : []),
    {
      head: html`<th scope="col">${text('actual')}</th>`,
      cells: (_, __, target) => html`<td class="name">${classes[classOf(task, target)]}</td>`,
    },
    ...(isMany ? [] : oneOutput(session, data)),
    ...(isMany && (isSquare || cost === 'binaryCrossEntropy') ? [foldedColumn(session, data)] : []),
    ...(isSquare
      ? []
      : [
          {
            head: html`<th scope="col">${text('ofActual')}</th>`,
            cells: (/** @type {number} */ _, /** @type {Float64Array} */ outputs, /** @type {Float64Array} */ target) =>
              html`<td data-value="share">${write(share(outputs, classOf(task, target)))}</td>`,
          },
        ]),
  ]
}

/** The one output of a network that tells two classes apart. @param {SessionLike} session @param {DataInfo} data @returns {Column[]} */
function oneOutput(session, data) {
  const write = numberOf(session)
  return [
    {
      head: html`<th scope="col">${text('outputOf', { name: data.outputNames[0] })}</th>`,
      cells: (_, outputs) => html`<td data-value="output">${write(outputs[0])}</td>`,
    },
    { head: html`<th scope="col">${text('target')}</th>`, cells: (_, __, target) => html`<td>${target[0]}</td>` },
    {
      head: html`<th scope="col">${text('difference')}</th>`,
      cells: (_, outputs, target) => html`<td data-value="difference">${write(outputs[0] - target[0])}</td>`,
    },
  ]
}

/** All outputs of a row in one cell that opens. @param {SessionLike} session @param {DataInfo} data @returns {Column} */
function foldedColumn(session, data) {
  const write = numberOf(session)
  return {
    head: html`<th scope="col">${text('outputs')}</th>`,
    cells: (_, outputs, target) => html`<td><details><summary>${data.outputNames.length}</summary><ul>
      ${data.outputNames.slice(0, mostInputs).map(
        (name, k) =>
          html`<li>${text('outputLine', {
            name,
            output: write(outputs[k]),
            target: write(asOutput(data, target[k])),
            difference: write(outputs[k] - asOutput(data, target[k])),
          })}</li>`,
      )}</ul></details></td>`,
  }
}

/** @param {DataInfo} data @returns {Column} */
const verdictColumn = ({ task }) => ({
  head: html`<th scope="col">${text('verdict')}</th>`,
  cells: (_, outputs, target) => {
    const isRight = classOf(task, outputs) === classOf(task, target)
    return html`<td class=${isRight ? 'right' : 'wrong'}>${text(isRight ? 'right' : 'wrong')}</td>`
  },
})

/** The row's inputs, or their picture. @param {DataInfo} data @param {SetName} set @returns {Column[]} */
function inputColumns(data, set) {
  if (data.imageSide) {
    return [
      {
        head: html`<th scope="col">${text('picture')}</th>`,
        cells: (row) => html`<td><canvas class="row-image" data-row=${row} aria-hidden="true"></canvas></td>`,
      },
    ]
  }
  return data.featureNames.slice(0, mostInputs).map((_, i) => ({
    head: html`<th scope="col" class="of-input">${featureName(data, i)}</th>`,
    cells: (row) => html`<td>${formatShort(rowAt(data[set].X, row)[i])}</td>`,
  }))
}
