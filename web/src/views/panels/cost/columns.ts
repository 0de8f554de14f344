import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, targetName } from '../../../network/names.ts'
import { rowAt, type SetName } from '../../../network/rows.ts'
import { asOutput, inTargetUnit } from '../../../network/units.ts'
import { classOf, shareOf } from '../../../network/verdict.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatShare, formatShort } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { outputsAreShares } from '../../parts/chosen.ts'
import { termOf } from '../../parts/cost-term/cost-term.ts'
import { numberOf } from '../../parts/number.ts'
import { ranked } from '../../parts/terms/ranked.ts'
import { sentences } from './sentences.ts'

/**
 * The columns of the table of costs: what they are depends on the task, the outputs and the cost. Those that are
 * `spare` follow from the others or are seen elsewhere: where there is little room they are left out.
 */

export interface Shown {
  set: SetName
  /** The rows shown. */
  page: number[]
  /** Of all rows, flat. */
  outputs: Float64Array
  /** Of all rows. */
  costs: ArrayLike<number>
  /** The row that is told apart. */
  row: number | null
  /** What the number of a row does; nothing where it is no button. */
  choose?: (row: number) => unknown
}

export interface Column {
  head: unknown
  cells: (row: number, outputs: Float64Array, target: Float64Array) => unknown
}

const text = texts(sentences)

/** So many inputs are shown. */
const mostInputs = 30

export function columnsOf(session: SessionLike, data: DataInfo, shown: Shown): Column[] {
  const write = numberOf(session)
  const own = data.task === 'regression' ? numberColumns(session, data) : classColumns(session, data)
  return [
    ...own,
    {
      head: html`<th scope="col" class="term">${termOf(session, data).replaceAll('(', '(\u200b')}</th>`,
      cells: (row) => html`<td class="term" data-value="cost">${write(shown.costs[row] ?? NaN)}</td>`,
    },
    ...(data.classes.length ? [verdictColumn(data)] : []),
    ...inputColumns(data, shown.set),
  ]
}

/** Prediction, target and difference of one output; of several the one that is furthest off. */
function numberColumns(session: SessionLike, data: DataInfo): Column[] {
  const write = numberOf(session)
  if (data.outputNames.length > 1) return [furthestColumn(session, data)]
  const columns: Column[] = [
    {
      head: html`<th scope="col">${text('predicted')} <small>${targetName(data)}</small></th>`,
      cells: (_, outputs) => html`<td>${write(inTargetUnit(data, outputs[0]))}</td>`,
    },
    {
      head: html`<th scope="col">${text('actual')}</th>`,
      cells: (_, __, target) => html`<td>${write(target[0])}</td>`,
    },
    {
      head: html`<th scope="col" class="difference">${text('difference')}</th>`,
      cells: (_, outputs, target) =>
        html`<td class="difference">${write(inTargetUnit(data, outputs[0]) - target[0])}</td>`,
    },
  ]
  if (data.targetScale) {
    columns.push({
      head: html`<th scope="col" class="spare">${text('seenDifference')}</th>`,
      cells: (_, outputs, target) => html`<td class="spare">${write(outputs[0] - asOutput(data, target[0]))}</td>`,
    })
  }
  return columns
}

/** The output that is furthest off as the network sees it, and by how much in its own unit. */
function furthestColumn(session: SessionLike, data: DataInfo): Column {
  const write = numberOf(session)
  return {
    head: html`<th scope="col">${text('furthest')}</th>`,
    cells: (_, outputs, target) => {
      const differences = Array.from(outputs, (output, k) => output - asOutput(data, target[k], k))
      const [{ index }] = ranked(differences)
      const difference = inTargetUnit(data, outputs[index], index) - target[index]
      return html`<td><span class="name">${data.outputNames[index]}</span> ${write(difference)} ${data.outputUnits[index]}</td>`
    },
  }
}

/** Predicted and actual class, with the outputs that the cost is counted from. */
function classColumns(session: SessionLike, data: DataInfo): Column[] {
  const write = numberOf(session)
  const { task, classes } = data
  const isShare = outputsAreShares(session)
  const share = (outputs: Float64Array, k: number) => shareOf(task, outputs, k)
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
            head: html`<th scope="col" class="spare">${text('output')}</th>`,
            cells: (_: number, outputs: Float64Array) => {
              const value = share(outputs, classOf(task, outputs))
              return html`<td class="spare">${isShare ? formatShare(value) : formatShort(value)}</td>`
            },
          },
        ]
      : []),
    {
      head: html`<th scope="col">${text('actual')}</th>`,
      cells: (_, __, target) => html`<td class="name">${classes[classOf(task, target)]}</td>`,
    },
    ...(isMany ? [] : oneOutput(session, data, isSquare)),
    ...(isSquare
      ? []
      : [
          {
            head: html`<th scope="col">${text('ofActual')}</th>`,
            cells: (_: number, outputs: Float64Array, target: Float64Array) =>
              html`<td data-value="share">${write(share(outputs, classOf(task, target)))}</td>`,
          },
        ]),
  ]
}

/** The one output of a network that tells two classes apart, and what its cost is the square of. */
function oneOutput(session: SessionLike, data: DataInfo, isSquare: boolean): Column[] {
  const write = numberOf(session)
  const kind = isSquare ? nothing : 'spare'
  const output: Column = {
    head: html`<th scope="col" class=${kind}>${text('outputOf', { name: data.outputNames[0] })}</th>`,
    cells: (_, outputs) => html`<td class=${kind} data-value="output">${write(outputs[0])}</td>`,
  }
  if (!isSquare) return [output]
  return [
    output,
    {
      head: html`<th scope="col" class="spare">${text('target')}</th>`,
      cells: (_, __, target) => html`<td class="spare">${target[0]}</td>`,
    },
    {
      head: html`<th scope="col" class="spare">${text('difference')}</th>`,
      cells: (_, outputs, target) =>
        html`<td class="spare" data-value="difference">${write(outputs[0] - target[0])}</td>`,
    },
  ]
}

const verdictColumn = ({ task }: DataInfo): Column => ({
  head: html`<th scope="col" class="spare">${text('verdict')}</th>`,
  cells: (_, outputs, target) => {
    const isRight = classOf(task, outputs) === classOf(task, target)
    return html`<td class="spare ${isRight ? 'right' : 'wrong'}">${text(isRight ? 'right' : 'wrong')}</td>`
  },
})

/** The row's inputs, or their picture. */
function inputColumns(data: DataInfo, set: SetName): Column[] {
  if (data.imageSide) {
    return [
      {
        head: html`<th scope="col" class="spare">${text('picture')}</th>`,
        cells: (row) =>
          html`<td class="spare"><canvas class="row-image" data-row=${row} aria-hidden="true"></canvas></td>`,
      },
    ]
  }
  return data.featureNames.slice(0, mostInputs).map((_, i) => ({
    head: html`<th scope="col" class="of-input">${featureName(data, i)}</th>`,
    cells: (row) => html`<td class="of-input">${formatShort(rowAt(data[set].X, row)[i])}</td>`,
  }))
}
