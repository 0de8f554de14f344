import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Answer } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { costs } from '../../../text/options/costs.ts'
import { texts } from '../../../text/text.ts'
import { termOf } from '../../parts/cost-term/cost-term.ts'
import { frameNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { sharesTemplate } from '../../parts/shares.ts'
import { mark, marked } from '../../parts/term/marked.ts'
import { lettersTemplate } from '../../parts/terms/equation.ts'
import { roundedHint } from '../../parts/terms/rounded.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** The cost of a set: the sum of what its rows cost, divided by their number. @param answer null = not known yet */
export function meanTemplate(session: SessionLike, count: number, answer: Answer<'costs'> | null) {
  const write = numberOf(session)
  return html`
    <p class="cost-mean">
      <span>${text('mean_other', { count })}</span>
      <span>${text('sumOverRows_other', { sum: answer ? write(answer.costSum) : '…', count })}</span>
      <b data-value="mean">${write(answer?.cost ?? NaN)}</b>
    </p>`
}

/**
 * The convention by which the cost is counted, and the penalty beside it.
 * @param minimised undefined = not known yet
 */
export function footTemplate(
  session: SessionLike,
  data: DataInfo,
  frame: Frame,
  minimised: Answer<'minimised'> | undefined,
) {
  const { training } = session.state
  const { network } = frameNumbers(session, frame)
  const write = numberOf(session)
  const { targetScale, outputNames } = data
  return html`
    <div class="cost-foot">
      <div>
        <h2>${marked(mark(costs.label(training.cost), `costs:${training.cost}`))}</h2>
        ${lettersTemplate({ network, name: 'rowCost', at: { layer: network.layers.length - 1, unit: 0 } })}
        <p>${marked(text('about'))}</p>
        <p>${costs.description(training.cost)}</p>
        <p>${text('inWords', { term: termOf(session, data) })}</p>
        ${sharesTemplate(session)}
        ${roundedHint()}
        ${
          targetScale
            ? outputNames.map(
                (name, k) =>
                  html`<p>${text('standardised', {
                    name,
                    mean: write(targetScale.mean[k]),
                    deviation: write(targetScale.deviation[k]),
                  })}</p>`,
              )
            : nothing
        }
      </div>
      <div>
        <h2>${text('whole')}</h2>
        ${wholeTemplate(session, minimised)}
      </div>
    </div>`
}

/** Cost and penalty, and the two together. */
function wholeTemplate(session: SessionLike, minimised: Answer<'minimised'> | undefined) {
  const { l1, l2 } = session.state.training
  const write = numberOf(session)
  if (!minimised) return nothing
  const { cost, penalty, absolute, squared } = minimised
  const entry = (name: string, label: string, value: string, isPart = false) => html`
    <div class=${isPart ? 'part' : ''}><dt>${label}</dt><dd data-value=${name}>${value}</dd></div>`
  if (!l1 && !l2) {
    return html`<dl class="facts">${entry('total', text('cost'), write(cost))}</dl><p class="hint">${marked(text('noPenalty'))}</p>`
  }
  return html`
    <dl class="facts">
      ${entry('cost', text('cost'), write(cost))}
      ${l1 ? entry('l1', text('l1'), text('sumOf', { rate: l1, sum: write(absolute) }), true) : nothing}
      ${l2 ? entry('l2', text('l2'), text('sumOf', { rate: `${l2} ÷ 2`, sum: write(squared) }), true) : nothing}
      ${entry('penalty', text('penalty'), write(penalty))}
      ${entry('total', text('total'), write(cost + penalty))}
    </dl>
    <p class="hint">${marked(text('wholeAbout'))}</p>`
}
