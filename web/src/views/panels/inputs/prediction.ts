import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { outputName } from '../../../network/names.ts'
import type { Sample } from '../../../network/rows.ts'
import { inTargetUnit } from '../../../network/units.ts'
import { classOf } from '../../../network/verdict.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { plainText } from '../../../quantities/plain.ts'
import { formulaOf } from '../../../quantities/quantities.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { costs } from '../../../text/options/costs.ts'
import { texts } from '../../../text/text.ts'
import { numberOf } from '../../parts/number.ts'
import { sharesTemplate } from '../../parts/shares.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { ofUnits } from '../../plot/wires.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Of very many outputs the largest are shown. */
const most = 12

/** The outputs beside the target, and the sample's cost. */
export function answerTemplate(session: SessionLike, data: DataInfo, sample: Sample, numbers: Numbers | null) {
  const write = numberOf(session)
  const last = session.state.network.layers.length - 1
  const outputs = numbers ? ofUnits(numbers, 'activation', last, 0) : data.outputNames.map(() => NaN)
  const formula = numbers && formulaOf(numbers.network, 'rowCost', { layer: last, unit: 0 })
  const shown = largest(outputs)
  const { targetScale } = data
  return html`
    <h2>${text('answer')}</h2>
    <div class="table-box" ${scrolls(text('answer'))}>
      <table class="numbers answer">
        <caption class="spoken">${text('answer')}</caption>
        <thead><tr>
          <th scope="col">${text('output')}</th>
          ${targetScale ? html`<th scope="col">${text('predictedSeen')}</th>` : nothing}
          <th scope="col">${text('predicted')}</th>
          <th scope="col">${text('actual')}</th>
        </tr></thead>
        <tbody>${shown.map(
          (k) => html`
          <tr>
            <th scope="row" class="own">${outputName(data, k)}</th>
            ${targetScale ? html`<td>${write(outputs[k])}</td>` : nothing}
            <td>${write(inTargetUnit(data, outputs[k], k))}</td>
            <td>${data.classes.length ? sample.target[k] : write(sample.target[k])}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>
    ${outputs.length > shown.length ? html`<p class="hint">${text('andMore', { count: shown.length })}</p>` : nothing}
    ${sharesTemplate(session)}
    ${data.classes.length && numbers ? verdictTemplate(data, outputs, sample.target) : nothing}
    <dl class="facts">
      <div><dt title=${formula ? text('costAbout', { label: costs.label(session.state.training.cost), formula: plainText(formula) }) : nothing}>${text('cost')}
        <small>${costs.label(session.state.training.cost)}</small></dt><dd data-value="cost">${write(numbers ? valueAt(numbers, 'cost', { layer: last, unit: 0 }) : NaN)}</dd></div>
    </dl>`
}

function verdictTemplate({ task, classes }: DataInfo, outputs: number[], target: number[]) {
  const [predicted, actual] = [classOf(task, outputs), classOf(task, target)]
  const isRight = predicted === actual
  return html`<p class="verdict">${text('verdict', { predicted: classes[predicted] })}
    <span class=${isRight ? 'right' : 'wrong'}>${text(isRight ? 'right' : 'wrongClass')}</span></p>`
}

/** Indices of the outputs that are shown, in their own order. */
function largest(outputs: number[]) {
  const indices = outputs.map((_, k) => k)
  if (indices.length <= most) return indices
  return indices.sort((a, b) => outputs[b] - outputs[a]).slice(0, most)
}
