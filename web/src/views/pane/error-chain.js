import { html, nothing } from 'lit'
import { texts } from '../../text/text.js'
import { error } from '../../text/en/error.js'
import { layerClass, neuronName } from '../graph-columns.js'
import { isSame } from '../graph-hand.js'
import { weightName } from '../graph-weights.js'
import { numberOf } from '../number.js'
import { largestOf } from '../overlay-marks.js'
import { asOutput } from '../units.js'
import { factor, ruleOf, slopeOfCost, sumOf, termsOf } from './chain.js'
import { signedBar } from './signed-bar.js'

/**
 * The chain rule behind one delta, with its numbers. What is shown as f'(Z) is what takes the shown sum to the engine's
 * delta.
 * @typedef {import('../../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../model/types.d.ts').Frame} Frame
 * @typedef {import('../../model/types.d.ts').Neuron} Neuron
 * @typedef {import('../../model/types.d.ts').Trace & { rows: number[] | null, Y: number[][] }} Trace
 * @typedef {import('./chain.js').Term} Term
 */
const text = texts(error)
const mostRows = 12

/** @param {SessionLike} session @param {string} name of an activation or a cost */
const labelOf = ({ catalog }, name) =>
  [...catalog.activations, ...catalog.costs].find((option) => option.name === name)?.label ?? name

/**
 * From the next layer back to a hidden neuron, or to an input.
 * @param {SessionLike} session
 * @param {Frame} frame
 * @param {Neuron} at
 */
export function hiddenTemplate(session, frame, at) {
  const terms = termsOf(frame, at)
  const most = largestOf(terms.map(({ term }) => term))
  const number = numberOf(session)
  const sum = terms.reduce((all, { term }) => all + term, 0)
  return html`
    ${at.layer < 0 ? html`<p class="hint">${text('input')}</p>`
      : html`<p class="formula">${text('formulaHidden')}</p>`}
    <p class="hint">${text('feeds_other', { count: terms.length })}</p>
    <div class="table-box tall" tabindex="0" role="region" aria-label=${text('chain')}>
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
          ${at.layer < 0 ? nothing : finishTemplate(session, frame, at, sum)}
        </tfoot>
      </table>
    </div>`
}

/** @param {SessionLike} session @param {Frame} frame @param {Term} term @param {number} most */
function termTemplate(session, frame, term, most) {
  const number = numberOf(session)
  const { pointed } = session
  const { layer, row, column, weight, delta } = term
  const isPointed = pointed && 'column' in pointed && isSame(pointed, term)
  return html`
    <tr class=${isPointed ? 'pointed' : ''} data-layer=${layer} data-row=${row} data-column=${column}>
      <th scope="row">${weightName(term)}</th>
      <td class="${layerClass(layer, frame.layers.length)} of-neuron">${neuronName(session, layer, row)}</td>
      <td class=${weight < 0 ? 'negative' : 'positive'}>${number(weight)}</td>
      <td class="is-delta">${number(delta)}</td><td>${number(term.term)}</td>${signedBar(term.term, most)}
    </tr>`
}

/** From the sum to delta. @param {SessionLike} session @param {Frame} frame @param {Neuron} at @param {number} sum */
function finishTemplate(session, frame, { layer, unit }, sum) {
  const number = numberOf(session)
  const { Z, activation, delta, activationName } = frame.layers[layer]
  const line = (/** @type {string} */ label, /** @type {number} */ value, kind = '') => html`
    <tr class=${kind}><th scope="row" colspan="4">${label}</th><td>${number(value)}</td><td></td></tr>`
  const result = line(text('delta'), delta[unit], 'result')
  if (session.state.held.muted.some((muted) => muted.layer === layer && muted.unit === unit)) {
    return html`${line(text('slopeOff'), 0)}${result}`
  }
  if (frame.samples > 1) return result
  if (activationName === 'softmax') {
    return html`${line(text('shared'), sum - factor(activation[unit], delta[unit]))}
      ${line(text('timesActivation'), activation[unit])}${result}`
  }
  const slope = factor(sum, delta[unit])
  const values = { name: labelOf(session, activationName), Z: number(Z[unit]) }
  return html`${line(Number.isNaN(slope) ? text('slopeUnknown') : text('slope', values), slope)}${result}`
}

/**
 * From the prediction to an output's delta.
 * @param {SessionLike} session
 * @param {Frame} frame
 * @param {Neuron} at
 */
export function outputTemplate(session, frame, { layer, unit }) {
  const { state: { training }, data, catalog } = session
  const number = numberOf(session)
  const { Z, activation, delta, activationName, units } = frame.layers[layer]
  const rule = ruleOf(training.cost, activationName, units)
  const actual = data ? asOutput(data, frame.target[unit]) : NaN
  const difference = activation[unit] - actual
  const values = {
    name: labelOf(session, activationName), activation: labelOf(session, activationName),
    cost: labelOf(session, training.cost), Z: number(Z[unit]), count: units,
    formula: catalog.costs.find(({ name }) => name === training.cost)?.formula ?? '',
  }
  /** @type {[string, number][]} */
  const lines = [[text('activation'), activation[unit]], [text('actual'), actual], [text('difference'), difference]]
  const isOne = frame.samples === 1
  const costSlope = slopeOfCost(rule, difference)
  if (rule.isClamped && isOne && Math.abs(difference) > 1) lines.push([text('clamped'), costSlope / rule.scale])
  if (rule.scale !== 1 && rule.kind !== 'tied') {
    const isKnown = isOne || !rule.isClamped
    lines.push([text(training.cost === 'mse' ? 'twice_other' : 'mean', values), isKnown ? costSlope : NaN])
  }
  if (rule.kind === 'difference' && isOne) lines.push([text('slope', values), factor(costSlope, delta[unit])])
  lines.push([text('delta'), delta[unit]])
  return html`
    <p class="formula">${text(`${rule.kind}Formula`)}</p>
    <p class="hint">${text(`${rule.kind}About`, values)}</p>
    <div class="table-box" tabindex="0" role="region" aria-label=${text('calculation')}>
      <table class="numbers calculation">
        <caption class="spoken">${text('calculation')}</caption>
        <tbody>${lines.map(([label, value], i) => html`
          <tr class=${i === lines.length - 1 ? 'result' : ''}>
            <th scope="row">${label}</th><td>${number(value)}</td></tr>`)}
        </tbody>
      </table>
    </div>`
}

/**
 * The rule for each row of the batch, where it cannot be finished with means.
 * @param {SessionLike} session
 * @param {Frame} frame
 * @param {Trace} trace
 * @param {Neuron} at
 */
export function rowsTemplate(session, frame, trace, at) {
  const { layer, unit } = at
  const traced = trace.layers[layer]
  if (!traced || traced.delta[0]?.[unit] === undefined) return nothing
  const isOutput = layer === frame.layers.length - 1
  const next = trace.layers[layer + 1]
  const count = traced.delta.length
  const values = { shown: Math.min(mostRows, count), count }
  const number = numberOf(session)
  const lines = traced.delta.slice(0, mostRows).map((deltas, i) => {
    const delta = deltas[unit]
    if (isOutput) {
      const [activation, actual] = [traced.activation[i][unit], trace.Y[i][unit]]
      return [activation, actual, activation - actual, delta]
    }
    const sum = sumOf(frame, next.delta[i], at)
    return [sum, factor(sum, delta), delta]
  })
  /** @type {(keyof typeof error)[]} */
  const heads = isOutput ? ['activationShort', 'actualShort', 'differenceShort'] : ['sum', 'slopeShort']
  return html`
    <p class="hint">${text(isOutput ? 'outputOfMean' : 'noSlopeOfMean')}</p>
    <div class="table-box short" tabindex="0" role="region" aria-label=${text('rows', values)}>
      <table class="numbers">
        <caption>${text('rows', values)}</caption>
        <thead><tr><th scope="col">${text('row')}</th>${heads.map((name) => html`<th scope="col">${text(name)}</th>`)}
          <th scope="col">${text('deltaShort')}</th></tr></thead>
        <tbody>${lines.map((line, i) => html`
          <tr><th scope="row">${trace.rows ? trace.rows[i] + 1 : i + 1}</th>${line.map((value, k) => html`
            <td class=${k === line.length - 1 ? 'is-delta' : ''}>${number(value)}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`
}
