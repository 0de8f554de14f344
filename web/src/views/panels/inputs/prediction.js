import { html, nothing } from 'lit'
import { targetName } from '../../../network/names.js'
import { inTargetUnit } from '../../../network/units.js'
import { classOf } from '../../../network/verdict.js'
import { texts } from '../../../text/text.js'
import { numberOf } from '../../parts/number.js'
import { sharesTemplate } from '../../parts/shares.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { sentences } from './sentences.js'

/**
 * @import { DataInfo, SessionLike, Trace } from '../../../types.d.ts'
 * @typedef {Trace & { X: number[][] }} Answered
 */

const text = texts(sentences)

/** Of very many outputs the largest are shown. */
const most = 12

/**
 * The outputs beside the target, and the sample's cost.
 * @param {SessionLike} session
 * @param {DataInfo} data
 * @param {import('../../../types.d.ts').Sample} sample
 * @param {Answered | null} answered
 */
export function answerTemplate(session, data, sample, answered) {
  const write = numberOf(session)
  const outputs = answered?.layers[answered.layers.length - 1].activation[0] ?? data.outputNames.map(() => NaN)
  const cost = session.catalog.costs.find(({ name }) => name === session.state.training.cost)
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
            <th scope="row" class="own">${data.task === 'regression' && outputs.length === 1 ? targetName(data) : data.outputNames[k]}</th>
            ${targetScale ? html`<td>${write(outputs[k])}</td>` : nothing}
            <td>${write(inTargetUnit(data, outputs[k]))}</td>
            <td>${data.classes.length ? sample.target[k] : write(sample.target[k])}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>
    ${outputs.length > shown.length ? html`<p class="hint">${text('andMore', { count: shown.length })}</p>` : nothing}
    ${sharesTemplate(session)}
    ${data.classes.length && answered ? verdictTemplate(data, outputs, sample.target) : nothing}
    <dl class="facts">
      <div><dt title=${text('costAbout', { label: cost?.label ?? '', formula: cost?.formula ?? '' })}>${text('cost')}
        <small>${cost?.label}</small></dt><dd data-value="cost">${write(answered?.cost ?? NaN)}</dd></div>
    </dl>`
}

/** @param {DataInfo} data @param {number[]} outputs @param {number[]} target */
function verdictTemplate({ task, classes }, outputs, target) {
  const [predicted, actual] = [classOf(task, outputs), classOf(task, target)]
  const isRight = predicted === actual
  return html`<p class="verdict">${text('verdict', { predicted: classes[predicted] })}
    <span class=${isRight ? 'right' : 'wrong'}>${text(isRight ? 'right' : 'wrongClass')}</span></p>`
}

/** Indices of the outputs that are shown, in their own order. @param {number[]} outputs */
function largest(outputs) {
  const indices = outputs.map((_, k) => k)
  if (indices.length <= most) return indices
  return indices.sort((a, b) => outputs[b] - outputs[a]).slice(0, most)
}
