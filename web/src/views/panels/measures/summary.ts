import { html, nothing } from 'lit'
import type { SetName } from '../../../network/rows.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { marked } from '../../parts/term/marked.ts'
import { type MeasuresContext, setName, share, text, unitOf } from './context.ts'
import type { AmountNumbers, ClassNumbers } from './numbers.ts'

/** All measures of both sets side by side. */

/** A measure by its name, and how it is read off the numbers of a set. */
interface Line<Numbers> {
  name: Parameters<typeof text>[0]
  of: (numbers: Numbers) => string
  /** Behind the name. */
  unit?: string
}

const classLines: Line<ClassNumbers>[] = [
  { name: 'accuracy', of: ({ macro }) => share(macro.accuracy) },
  { name: 'meanPrecision', of: ({ macro }) => share(macro.precision) },
  { name: 'meanRecall', of: ({ macro }) => share(macro.recall) },
  { name: 'meanF1', of: ({ macro }) => share(macro.f1) },
]

export function classSummary(context: MeasuresContext, found: Partial<Record<SetName, ClassNumbers>>) {
  const { write } = context
  const lines = [...classLines]
  const isDefined = (set: SetName) =>
    found[set]?.scores.every(({ precision, recall, f1 }) => !Number.isNaN(precision + recall + f1)) ?? true
  const { roc, calibration } = found.train ?? {}
  if (roc) lines.push({ name: 'area', of: (numbers) => write(numbers.roc?.area ?? NaN) })
  if (calibration) lines.push({ name: 'calibrationError', of: (numbers) => share(numbers.calibration?.error ?? NaN) })
  return html`
    ${summary(context, found, lines)}
    ${isDefined('train') && isDefined('test') ? nothing : html`<p class="hint">${text('undefined')}</p>`}`
}

export function amountSummary(context: MeasuresContext, found: Partial<Record<SetName, AmountNumbers>>) {
  const { write } = context
  const of = (name: keyof AmountNumbers['fit']) => ({
    name,
    of: ({ fit }: AmountNumbers) => write(fit[name]),
    unit: name === 'r2' ? '' : unitOf(context),
  })
  return summary(context, found, [of('r2'), of('meanAbsolute'), of('rootMeanSquare'), of('meanResidual')])
}

function summary<Numbers>({ sets }: MeasuresContext, found: Partial<Record<SetName, Numbers>>, lines: Line<Numbers>[]) {
  const cell = (line: Line<Numbers>, set: SetName) => {
    const numbers = found[set]
    return numbers ? line.of(numbers) : '–'
  }
  return html`
    <div class="table-box" ${scrolls(text('all'))}>
      <table class="numbers measures-all">
        <caption class="spoken">${text('all')}</caption>
        <thead><tr><th scope="col">${text('measure')}</th>${sets.map((set) => html`<th scope="col">${setName(set)}</th>`)}</tr></thead>
        <tbody>${lines.map(
          (line) => html`
          <tr><th scope="row">${marked(text(line.name))}${line.unit ? ` (${line.unit})` : nothing}</th>
            ${sets.map((set) => html`<td>${cell(line, set)}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div>`
}
