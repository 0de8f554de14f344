import { html, nothing } from 'lit'
import { neuronName, parameterAbout, parameterTitle } from '../../../network/names.js'
import { formatCount, formatNumber } from '../../../text/numbers.js'
import { texts } from '../../../text/text.js'
import { layerClass } from '../../parts/layer-class.js'
import { numberOf } from '../../parts/number.js'
import { styleMap } from '../../parts/style-map.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { movable, movedBy, partsOf, verdictOn } from './parts.js'
import { sentences } from './sentences.js'

/**
 * A shock in numbers: costs and slopes, what they mean, which neurons moved, and whether all parameters agree.
 *
 * @import { Parameter, SessionLike } from '../../../types.d.ts'
 * @import { Shock } from './parts.js'
 * @import { Check } from './check.js'
 */
const text = texts(sentences)

/** Most neurons that the table lists, and that a sentence names. */
const mostRows = 20
const mostNamed = 3

/**
 * @param {SessionLike} session @param {Parameter} parameter
 * @param {{ epsilon: number, shock: Shock }} answer
 */
export function factsTemplate(session, parameter, { epsilon, shock }) {
  const number = numberOf(session)
  const name = parameterTitle(session, parameter)
  const { value, costBefore, costAfter, secant, slope, slopeError, gradient, difference } = shock
  const rise = costAfter - costBefore
  /** @param {string} key @param {string} label @param {string} shown */
  const fact = (key, label, shown, about = '') => html`
    <div title=${about || nothing}><dt>${label}</dt><dd data-value=${key}>${shown}</dd></div>`
  return html`
    <dl class="facts shock-facts">
      ${fact('now', text('value', { name }), number(value))}
      ${fact('nudged', text('nudged', { name }), number(value + epsilon))}
      ${fact('costBefore', text('before'), number(costBefore))}
      ${fact('costAfter', text('after'), number(costAfter))}
      ${fact('rise', text('change'), `${rise > 0 ? '+' : ''}${number(rise)}`)}
      ${epsilon === 0 ? nothing : fact('secant', text('secant'), number(secant), text('secantAbout'))}
      ${fact('slope', text('measured'), number(slope), text('measuredAbout'))}
      ${fact('slopeError', text('slopeError'), formatNumber(slopeError, 1), text('slopeErrorAbout'))}
      ${fact('gradient', text('gradient'), number(gradient))}
      ${fact('difference', text('difference'), number(difference))}
    </dl>
    <p class="shock-verdict" aria-live=${session.isRunning ? 'off' : 'polite'}
      >${epsilon === 0 ? `${text('none')} ` : nothing}${verdictWords(session, parameter, shock)}</p>`
}

/** @param {SessionLike} session @param {Parameter} parameter @param {Shock} shock */
function verdictWords(session, parameter, shock) {
  const number = numberOf(session)
  const { slopeBelow, slopeAbove, slope, slopeError, gradient, difference } = shock
  const numbers = {
    name: parameterTitle(session, parameter),
    below: number(slopeBelow),
    above: number(slopeAbove),
    slope: number(slope),
    gradient: number(gradient),
    share: number(difference),
    error: formatNumber(slopeError, 1),
  }
  const verdict = verdictOn(shock, session.state.network.precision)
  if (verdict === 'corner') return cornerWords(session, shock, numbers)
  if (verdict === 'agree' || verdict === 'single') return text(verdict, { parts: partsOf(difference) })
  return text(verdict, numbers)
}

/** @param {SessionLike} session @param {Shock} shock @param {Record<string, string>} numbers */
function cornerWords(session, { kinks }, numbers) {
  const { layers } = session.state.network
  const [first] = kinks
  const kind = layers[first.layer].activation
  const option = session.catalog.activations.find(({ name }) => name === kind)
  const label = option?.label ?? kind
  const rule = text('rule', { activation: label, value: option?.slopeAtCorner ?? 0 })
  const values = { ...numbers, activation: label, rule }
  const named = kinks.slice(0, mostNamed).map(({ layer, unit }) => neuronName(session, layer, unit))
  if (kinks.length === 1) {
    return text(isExact(session, first) ? 'corner' : 'cornerNear', { ...values, neuron: named[0] })
  }
  const names = named.join('; ')
  const neurons =
    kinks.length > mostNamed ? text('andMore', { neurons: names, count: kinks.length - mostNamed }) : names
  return text('corners', { ...values, count: kinks.length, neurons })
}

/**
 * Whether its Z is exactly 0 in the sample shown.
 * @param {SessionLike} session @param {{ layer: number, unit: number }} neuron
 */
const isExact = ({ frame }, { layer, unit }) => frame?.samples === 1 && frame.layers[layer]?.Z[unit] === 0

/** Every neuron that moved. @param {SessionLike} session @param {Parameter} parameter @param {Shock} shock */
export function movedTemplate(session, parameter, shock) {
  const number = numberOf(session)
  const moved = movedBy(shock.changes)
  const name = parameterTitle(session, parameter)
  const all = movable(shock.changes, parameter, isElementwise(session, parameter))
  const most = Math.abs(moved[0]?.change ?? 1)
  const mean = session.state.view.scope === 'batch' ? ` ${text('movedMean')}` : ''
  return html`
    <h2>${text('movedTitle')}</h2>
    <p>${
      moved.length === 0
        ? text('still', { name })
        : text(all === 1 ? 'movedOne' : 'moved_other', { count: moved.length, all, name }) + mean
    }</p>
    ${
      moved.length === 0
        ? nothing
        : html`
      <div class="table-box tall" ${scrolls(text('movedTitle'))}>
        <table class="numbers shock-moved">
          <caption class="spoken">${text('movedTitle')}</caption>
          <thead><tr><th scope="col">${text('neuron')}</th><th scope="col">${text('moves')}</th><td></td></tr></thead>
          <tbody>${moved.slice(0, mostRows).map(
            ({ layer, unit, change }) => html`
            <tr data-layer=${layer} data-unit=${unit}>
              <th scope="row" class="${layerClass(layer, shock.changes.length)} own"
                >${neuronName(session, layer, unit)}</th>
              <td data-value="change">${change > 0 ? '+' : ''}${number(change)}</td>
              <td class="weight-bar" aria-hidden="true">${bar(change / most)}</td>
            </tr>`,
          )}</tbody>
        </table>
      </div>
      ${
        moved.length > mostRows
          ? html`<p class="hint">${text('more', { count: moved.length - mostRows })}</p>`
          : nothing
      }`
    }`
}

/** @param {SessionLike} session @param {Parameter} parameter */
const isElementwise = ({ state: { network }, catalog }, { layer }) =>
  catalog.activations.find(({ name }) => name === network.layers[layer].activation)?.elementwise ?? true

/** To the right of the middle for a rise, to the left for a fall. @param {number} share -1 to 1 */
const bar = (share) =>
  html`<span style=${styleMap({
    width: `${Math.abs(share) * 50}%`,
    left: `${share < 0 ? 50 + share * 50 : 50}%`,
  })}></span>`

/**
 * Comparing all of them, and why nobody trains so.
 * @param {SessionLike} session @param {number} count of parameters @param {Check | null} check
 * @param {() => void} start @param {() => void} stop
 */
export function checkTemplate(session, count, check, start, stop) {
  const isBusy = check !== null && !check.isOver
  const passes = formatCount(2 * count)
  return html`
    <h2>${text('checkTitle')}</h2>
    <div class="shock-check">
      <button type="button" class="quiet" @click=${isBusy ? stop : start}
        >${isBusy ? text('stop') : text('check', { count })}</button>
      ${
        isBusy
          ? html`<progress max=${check.all} .value=${check.done} aria-label=${text('checkTitle')}></progress>
        <span>${text('checking', { done: formatCount(check.done), all: formatCount(check.all) })}</span>`
          : nothing
      }
    </div>
    <div class="shock-checked" role="status">${check?.isOver ? checkedWords(session, check) : nothing}</div>
    <h2>${text('scaleTitle')}</h2>
    <p>${text('scale', { parameters: formatCount(count), passes })}
      ${count < 100 ? text('scaleSmall') : nothing}</p>`
}

/** @param {SessionLike} session @param {Check} check */
function checkedWords(session, { done, all, worst, isMoved, message }) {
  if (message) return html`<p class="refusal">${text('refused', { message })}</p>`
  if (!worst) return nothing
  const number = numberOf(session)
  const { parameter, gradient, slope, slopeError, difference, tolerance, disagreement, hasCorner } = worst
  const isSingle = session.state.network.precision === 'float32'
  const isGood = disagreement <= 1
  const parts = text('parts', { parts: partsOf(Math.min(1, Math.max(difference, Number.EPSILON))) })
  return html`
    <p>${text('checked', {
      count: done,
      all: formatCount(all),
      name: parameterAbout(session, parameter),
      gradient: number(gradient),
      slope: number(slope),
      difference: number(difference),
    })} ${
      !isGood
        ? text(hasCorner ? 'checkedCorner' : 'checkedBadly', { error: formatNumber(slopeError, 1) })
        : text(difference > tolerance ? 'checkedLimit' : 'checkedWell', { parts, error: formatNumber(slopeError, 1) })
    }
      ${isGood && isSingle ? text('checkedSingle') : nothing} ${isMoved ? text('checkedMoving') : nothing}</p>
    <p class="hint">${text('checkAbout')}</p>`
}
