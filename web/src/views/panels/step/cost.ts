import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { classOf } from '../../../network/verdict.ts'
import type { Frame } from '../../../session/frame.ts'
import { costs as costWords } from '../../../text/options/costs.ts'
import { termOf } from '../../parts/cost-term/cost-term.ts'
import { networkIn, traceValues } from '../../parts/maths/values.ts'
import { headCell, indicesOf, pageOf, type StepContext, tableBox, text, turner } from './context.ts'
import type { Content } from './forward.ts'
import { costInNumbers } from './term.ts'

/** The second phase: predictions compared with their targets. */
const rowsAPage = 20
/** Of more outputs only those that matter to the row are shown. */
const mostOutputs = 4
/** Terms of a mean that are written out. */
const mostTerms = 4

export function costContent(context: StepContext): Content {
  const {
    session: {
      data,
      state: { training },
      catalog,
    },
    next: { rows, trace },
    number,
  } = context
  const cost = catalog.costs.find(({ name }) => name === training.cost)
  return {
    title: text('costTitle'),
    sentence: text('costSentence_other', { count: rows.length }),
    body: data
      ? html`
      <p class="step-rule">${text('costFormula', { label: costWords.label(training.cost) })}
        <span class="formula">${costWords.formula(cost)}</span></p>
      <p class="hint">${costWords.description(training.cost)}</p>
      ${costTable(context, data)}
      ${data.targetScale ? html`<p class="hint">${text('standardised')}</p>` : nothing}
      <p class="step-mean">${meanSentence(context)}</p>
      <p class="hint">${
        trace.penalty > 0 ? text('penalty', { penalty: number(trace.penalty) }) : text('noPenalty')
      }</p>`
      : nothing,
  }
}

/** '(0.25 + 0.31 + …) / 10 = 0.28'. */
function meanSentence({ next: { rows, trace }, costs, number }: StepContext) {
  const terms = rows.slice(0, mostTerms).map((row) => (costs ? number(costs[row]) : '…'))
  if (rows.length > mostTerms) terms.push('…')
  return text('meanOf', { terms: terms.join(' + '), count: rows.length, mean: number(trace.cost) })
}

function costTable(context: StepContext, data: DataInfo) {
  const {
    session,
    next: { rows, trace },
    costs,
    number,
    sample: followed,
  } = context
  const page = pageOf(context, 'costs', rows.length, rowsAPage)
  const columns = columnsOf(context, data)
  return html`
    ${tableBox(
      text('costTable'),
      html`
      ${headCell(text('row'))}${columns.map(({ label }) => headCell(label))}
      ${headCell(termOf(session, data))}${headCell(text('ofRow'))}`,
      html`
      <tbody>${indicesOf(page).map(
        (sample) => html`
        <tr aria-current=${sample === followed ? 'true' : nothing}>
          <th scope="row">${rows[sample] + 1}</th>
          ${columns.map(({ cell }) => html`<td>${cell(sample)}</td>`)}
          <td>${termText(context, sample)}</td>
          <td>${costs ? number(costs[rows[sample]]) : '…'}</td>
        </tr>`,
      )}</tbody>
      <tfoot><tr>
        <th scope="row" colspan=${columns.length + 2}>${text('mean')}</th><td>${number(trace.cost)}</td>
      </tr></tfoot>`,
    )}
    ${turner(context, page, text('costTable'))}`
}

/** A row's own cost before it is worked out. */
function termText({ session, next: { trace }, number: write }: StepContext, sample: number) {
  const frame = session.frame as Frame
  const network = networkIn(session, frame, trace.X.length)
  const at = { layer: frame.layers.length - 1, unit: 0, row: sample }
  return costInNumbers({ network, values: traceValues(frame, trace), at, write })
}

/** Predictions beside their targets: one column per output while they are few. */
function columnsOf(
  {
    next: {
      trace: { layers, Y },
    },
    number,
  }: StepContext,
  { task, classes, outputNames }: DataInfo,
): { label: string; cell: (sample: number) => string }[] {
  const outputs = layers[layers.length - 1].activation
  const only = outputNames.length === 1
  const each = outputNames.map((name, output) => ({
    label: only ? text('prediction') : text('predictionOf', { name }),
    cell: (sample: number) => number(outputs[sample][output]),
  }))
  const actual = (sample: number) => classOf(task, Y[sample])
  const actualClass = { label: text('actual'), cell: (sample: number) => classes[actual(sample)] }
  if (task === 'binary') return [...each, actualClass]
  const targets = outputNames.map((name, output) => ({
    label: only ? text('target') : text('targetOf', { name }),
    cell: (sample: number) => number(Y[sample][output]),
  }))
  if (task === 'regression') return [...each, ...targets]
  if (outputNames.length <= mostOutputs) return [...each, actualClass]
  return [
    { label: text('predicted'), cell: (sample) => classes[classOf(task, outputs[sample])] },
    actualClass,
    { label: text('outputOfActual'), cell: (sample) => number(outputs[sample][actual(sample)]) },
  ]
}
