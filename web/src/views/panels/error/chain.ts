import { html, nothing } from 'lit'
import { neuronName } from '../../../network/names.ts'
import { isSameParameter, parameterName } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { asOutput } from '../../../network/units.ts'
import type { Explained } from '../../../quantities/explained.ts'
import { engineValue } from '../../../quantities/values.ts'
import type { Frame } from '../../../session/frame.ts'
import type { TracedRows } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { texts } from '../../../text/text.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { frameValues, networkIn, traceValues } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { equationTemplate } from '../../parts/terms/equation.ts'
import { type Rule, ruleOf, sharedOf, type Term, termsOf } from '../../parts/terms/passed-back.ts'
import { largestOf } from '../../plot/scale.ts'
import { sentences } from './sentences.ts'

/** The chain rule behind one delta, with its numbers: f'(Z), the cost's slope and delta itself are the engine's. */

const text = texts(sentences)
const mostRows = 12

const activationOf = ({ catalog }: SessionLike, name: string) =>
  catalog.activations.find((option) => option.name === name) ?? catalog.activations[0]

const costOf = ({ catalog, state: { training } }: SessionLike) =>
  catalog.costs.find(({ name }) => name === training.cost) ?? catalog.costs[0]

/** From the next layer back to a hidden neuron, or to an input. */
export function hiddenTemplate(session: SessionLike, frame: Frame, at: Neuron) {
  const terms = termsOf(frame, at)
  const most = largestOf(terms.map(({ term }) => term))
  const number = numberOf(session)
  const sum = terms.reduce((all, { term }) => all + term, 0)
  return html`
    ${at.layer < 0 ? html`<p class="hint">${text('input')}</p>` : deltaTemplate(session, frame, at)}
    <p class="hint">${text('feeds_other', { count: terms.length })}</p>
    <div class="table-box tall" ${scrolls(text('chain'))}>
      <table class="numbers">
        <caption class="spoken">${text('chain')}</caption>
        <thead><tr>
          <th scope="col">${text('weight')}</th><th scope="col">${text('to')}</th><th scope="col">${text('value')}</th>
          <th scope="col">${text('itsDelta')}</th><th scope="col">${text('term')}</th><td></td>
        </tr></thead>
        <tbody>${terms.map((term) => termTemplate(session, frame, term, most))}</tbody>
        <tfoot>
          <tr><th scope="row" colspan="4">${text(at.layer < 0 ? 'arrives' : 'sum')}</th><td>${number(sum)}</td>
            <td></td></tr>
          ${at.layer < 0 ? nothing : finishTemplate(session, frame, at)}
        </tfoot>
      </table>
    </div>`
}

/** How delta arises, of one row with its numbers; of an activation of one neuron alone with what comes back to it. */
function deltaTemplate(session: SessionLike, frame: Frame, at: Neuron) {
  const explained: Explained = {
    network: networkIn(session, frame, 1),
    values: frameValues(frame, session.data),
    name: 'delta',
    at,
    written: isElementwise(session, frame, at.layer) ? ['arriving'] : [],
    write: numberOf(session),
  }
  return equationTemplate(explained, frame.samples > 1)
}

function termTemplate(session: SessionLike, frame: Frame, term: Term, most: number) {
  const number = numberOf(session)
  const { pointed } = session
  const { layer, row, column, weight, delta } = term
  const isPointed = pointed && 'column' in pointed && isSameParameter(pointed, term)
  return html`
    <tr class=${isPointed ? 'pointed' : ''} data-layer=${layer} data-row=${row} data-column=${column}>
      <th scope="row">${parameterName(term)}</th>
      <td class="${layerClass(layer, frame.layers.length)} of-neuron">${neuronName(session, layer, row)}</td>
      <td class=${weight < 0 ? 'negative' : 'positive'}>${number(weight)}</td>
      <td class="is-delta">${number(delta)}</td><td>${number(term.term)}</td>${signedBar(term.term, most)}
    </tr>`
}

const isElementwise = (session: SessionLike, { layers }: Frame, layer: number) =>
  activationOf(session, layers[layer].activationName).elementwise

/** From the sum to delta. */
function finishTemplate(session: SessionLike, frame: Frame, { layer, unit }: Neuron) {
  const number = numberOf(session)
  const { Z, activation, delta, slope, activationName } = frame.layers[layer]
  const line = (label: string, value: number, kind = '') => html`
    <tr class=${kind}><th scope="row" colspan="4">${label}</th><td>${number(value)}</td><td></td></tr>`
  const result = line(text('delta'), delta[unit], 'result')
  if (session.state.held.muted.some((muted) => muted.layer === layer && muted.unit === unit)) {
    return html`${line(text('slopeOff'), 0)}${result}`
  }
  if (frame.samples > 1) return result
  if (!isElementwise(session, frame, layer)) {
    const values = frameValues(frame, session.data)
    const sums = Array.from(activation, (_, k) => engineValue(values, 'arriving', { layer, unit: k }))
    return html`${line(text('shared'), sharedOf(activation, sums))}
      ${line(text('timesActivation'), activation[unit])}${result}`
  }
  return html`
    ${line(text('slope', { name: activations.label(activationName), Z: number(Z[unit]) }), slope[unit])}${result}`
}

/** From the prediction to an output's delta. */
export function outputTemplate(session: SessionLike, frame: Frame, { layer, unit }: Neuron) {
  const number = numberOf(session)
  const { activationName, units } = frame.layers[layer]
  const cost = costOf(session)
  const kind = activationOf(session, activationName)
  const rule = ruleOf(cost, kind, session.catalog.activations)
  const isMean = cost.isMeanOverOutputs && units > 1
  const lines = outputLines(session, frame, { layer, unit }, rule, isMean)
  return html`
    ${deltaTemplate(session, frame, { layer, unit })}
    <p class="hint">${text(`${rule}About`, { activation: activations.label(kind.name), cost: costs.label(cost.name), formula: costs.formula(cost) })}</p>
    <div class="table-box" ${scrolls(text('calculation'))}>
      <table class="numbers calculation">
        <caption class="spoken">${text('calculation')}</caption>
        <tbody>${lines.map(
          ([label, value], i) => html`
          <tr class=${i === lines.length - 1 ? 'result' : ''}>
            <th scope="row">${label}</th><td>${number(value)}</td></tr>`,
        )}
        </tbody>
      </table>
    </div>`
}

/** The numbers of the rule, one after the other. Means over a batch are told as far as the rule holds for means. */
function outputLines(
  session: SessionLike,
  { layers, target, costSlope, samples }: Frame,
  { layer, unit }: Neuron,
  rule: Rule,
  isMean: boolean,
): [label: string, value: number][] {
  const { data } = session
  const { Z, activation, delta, slope, activationName, units } = layers[layer]
  const actual = data ? asOutput(data, target[unit]) : NaN
  const result: [string, number][] = [[text('delta'), delta[unit]]]
  const prediction: [string, number][] = [
    [text('activation'), activation[unit]],
    [text('actual'), actual],
    [text('difference'), activation[unit] - actual],
  ]
  if (rule === 'partner') return [...prediction, ...(isMean ? [over(units)] : []), ...result]
  const ofCost = text(rule === 'logits' ? 'costSlopeLogits' : 'costSlope', { cost: costs.label(costOf(session).name) })
  const first = rule === 'logits' ? prediction.slice(0, 2) : prediction
  if (samples > 1) return [...first, [ofCost, costSlope[unit]], ...result]
  if (rule === 'tied') {
    return [
      ...first,
      [ofCost, costSlope[unit]],
      [text('sharedOutput'), sharedOf(activation, costSlope)],
      [text('timesActivation'), activation[unit]],
      ...result,
    ]
  }
  const values = { name: activations.label(activationName), Z: numberOf(session)(Z[unit]) }
  return [...first, [ofCost, costSlope[unit]], [text('slope', values), slope[unit]], ...result]
}

/** @param count of outputs */
const over = (count: number): [string, number] => [text('over'), count]

/** The rule for each row of the batch, where it cannot be finished with means. */
export function rowsTemplate(session: SessionLike, frame: Frame, trace: TracedRows, at: Neuron) {
  const { layer, unit } = at
  const traced = trace.layers[layer]
  if (!traced || traced.delta[0]?.[unit] === undefined) return nothing
  const isOutput = layer === frame.layers.length - 1
  const isPlain = isElementwise(session, frame, layer)
  const numbers = traceValues(frame, trace)
  const count = traced.delta.length
  const values = { shown: Math.min(mostRows, count), count }
  const number = numberOf(session)
  const lines = traced.delta.slice(0, mostRows).map((deltas, i) => {
    const activation = traced.activation[i][unit]
    const ends = [...(isPlain ? [traced.slope[i][unit]] : isOutput ? [] : [activation]), deltas[unit]]
    return isOutput
      ? [activation, trace.Y[i][unit], trace.costSlope[i][unit], ...ends]
      : [engineValue(numbers, 'arriving', { ...at, row: i }), ...ends]
  })
  const heads: (keyof typeof sentences)[] = isOutput
    ? ['activationShort', 'actualShort', 'costSlopeShort', ...(isPlain ? (['slopeShort'] as const) : [])]
    : ['sum', isPlain ? 'slopeShort' : 'activationShort']
  return html`
    <p class="hint">${text(isOutput ? 'outputOfMean' : isPlain ? 'noSlopeOfMean' : 'sharedOfMean')}</p>
    <div class="table-box short" ${scrolls(text('rows', values))}>
      <table class="numbers">
        <caption>${text('rows', values)}</caption>
        <thead><tr><th scope="col">${text('row')}</th>${heads.map((name) => html`<th scope="col">${text(name)}</th>`)}
          <th scope="col">${text('deltaShort')}</th></tr></thead>
        <tbody>${lines.map(
          (line, i) => html`
          <tr><th scope="row">${trace.rows ? trace.rows[i] + 1 : i + 1}</th>${line.map(
            (value, k) => html`
            <td class=${k === line.length - 1 ? 'is-delta' : ''}>${number(value)}</td>`,
          )}</tr>`,
        )}</tbody>
      </table>
    </div>`
}
