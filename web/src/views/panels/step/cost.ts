import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { classOf } from '../../../network/verdict.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { costs as costWords } from '../../../text/options/costs.ts'
import { capital } from '../../../text/text.ts'
import { termOf } from '../../parts/cost-term/cost-term.ts'
import { marked } from '../../parts/term/marked.ts'
import { equationTemplate, lettersTemplate } from '../../parts/terms/equation.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { ofUnits } from '../../plot/wires.ts'
import { headCell, indicesOf, pageOf, type StepContext, tableBox, text, turner } from './context.ts'
import type { Content } from './forward.ts'
import { comparison } from './story.ts'
import { costInNumbers } from './term.ts'

/** The second phase: predictions compared with their targets. */
const rowsAPage = 20
/** Of more outputs only those that matter to the row are shown. */
const mostOutputs = 4

export function costContent(context: StepContext): Content {
  const {
    session: {
      data,
      state: { training },
    },
    next: { rows, trace },
    numbers,
    number,
  } = context
  const mean = { ...numbers, name: 'cost', at: outputsIn(numbers) } as const
  const ofOneRow = { network: { ...numbers.network, rows: 1 }, name: 'rowCost', at: outputsIn(numbers) } as const
  return {
    title: text('costTitle'),
    sentence: text('costSentence_other', { count: rows.length }),
    body: data
      ? html`
      <div class="step-rule">${text('costFormula', { label: costWords.label(training.cost) })}
        ${lettersTemplate(ofOneRow)}</div>
      <div class=${context.moment.beat.kind === 'mean' ? '' : 'to-come'}>${equationTemplate(mean)}</div>
      ${roundedNote(mean, ...rowsShown(context))}
      ${wishTemplate(context)}
      ${costTable(context, data)}
      ${data.targetScale ? html`<p class="hint">${text('standardised')}</p>` : nothing}
      <p class="hint">${costWords.description(training.cost)}</p>
      ${trace.penalty > 0 ? html`<p class="hint">${marked(text('penalty', { penalty: number(trace.penalty) }))}</p>` : nothing}`
      : nothing,
  }
}

/** What one output should do for the row's cost to fall: that of the beat, else the one with the most to do. */
function wishTemplate(context: StepContext) {
  const { numbers, sample, moment } = context
  const { layer } = outputsIn(numbers)
  const sizes = ofUnits(numbers, 'delta', layer, sample).map(Math.abs)
  const unit = moment.beat.unit >= 0 ? moment.beat.unit : Math.max(0, sizes.indexOf(Math.max(...sizes)))
  return html`<p class="step-wish">${capital(comparison(context, unit))}</p>`
}

const pageIn = (context: StepContext) => pageOf(context, 'costs', context.next.rows.length, rowsAPage)

/** The costs of the rows that are on the page. */
const rowsShown = (context: StepContext) =>
  indicesOf(pageIn(context)).map((row) => ({
    ...context.numbers,
    name: 'rowCost' as const,
    at: { ...outputsIn(context.numbers), row },
  }))

function costTable(context: StepContext, data: DataInfo) {
  const {
    session,
    next: { rows },
    numbers,
    hasCosts,
    sample: followed,
  } = context
  const { write } = numbers
  const at = outputsIn(numbers)
  const page = pageIn(context)
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
          <td>${costInNumbers({ ...numbers, at: { ...at, row: sample } })}</td>
          <td>${hasCosts ? write(valueAt(numbers, 'rowCost', { ...at, row: sample })) : '…'}</td>
        </tr>`,
      )}</tbody>
      <tfoot><tr>
        <th scope="row" colspan=${columns.length + 2}>${text('mean')}</th>
        <td class=${context.moment.beat.kind === 'mean' ? '' : 'to-come'}>${write(valueAt(numbers, 'cost', at))}</td>
      </tr></tfoot>`,
    )}
    ${turner(context, page, text('costTable'))}`
}

/** Where what is said of all outputs lives. */
const outputsIn = ({ network: { layers } }: Numbers) => ({ layer: layers.length - 1, unit: 0 })

/** Predictions beside their targets: one column per output while they are few. */
function columnsOf(
  { numbers }: StepContext,
  { task, classes, outputNames }: DataInfo,
): { label: string; cell: (sample: number) => string }[] {
  const { layer } = outputsIn(numbers)
  const of = (name: 'activation' | 'target', sample: number) => ofUnits(numbers, name, layer, sample)
  const written = (name: 'activation' | 'target', sample: number, unit: number) =>
    numbers.write(valueAt(numbers, name, { layer, unit, row: sample }))
  const only = outputNames.length === 1
  const each = outputNames.map((name, output) => ({
    label: only ? text('prediction') : text('predictionOf', { name }),
    cell: (sample: number) => written('activation', sample, output),
  }))
  const actual = (sample: number) => classOf(task, of('target', sample))
  const actualClass = { label: text('actual'), cell: (sample: number) => classes[actual(sample)] }
  if (task === 'binary') return [...each, actualClass]
  const targets = outputNames.map((name, output) => ({
    label: only ? text('target') : text('targetOf', { name }),
    cell: (sample: number) => written('target', sample, output),
  }))
  if (task === 'regression') return [...each, ...targets]
  if (outputNames.length <= mostOutputs) return [...each, actualClass]
  return [
    { label: text('predicted'), cell: (sample) => classes[classOf(task, of('activation', sample))] },
    actualClass,
    { label: text('outputOfActual'), cell: (sample) => written('activation', sample, actual(sample)) },
  ]
}
