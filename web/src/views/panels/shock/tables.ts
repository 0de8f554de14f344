import { html, nothing } from 'lit'
import type { Shock } from '../../../engine/results.ts'
import { neuronName, parameterAbout, parameterTitle } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { valueAt } from '../../../quantities/explained.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount, formatNumber } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { texts } from '../../../text/text.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { frameNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { roundedHint } from '../../parts/terms/rounded.ts'
import type { Check } from './check.ts'
import { movable, movedBy, partsOf, verdictOn } from './parts.ts'
import { sentences } from './sentences.ts'

/** A shock in numbers: costs and slopes, what they mean, which neurons moved, and whether all parameters agree. */
const text = texts(sentences)

/** Most neurons that the table lists, and that a sentence names. */
const mostRows = 20
const mostNamed = 3

export function factsTemplate(
  session: SessionLike,
  parameter: Parameter,
  { epsilon, shock }: { epsilon: number; shock: Shock },
) {
  const number = numberOf(session)
  const name = parameterTitle(session, parameter)
  const { value, costBefore, costAfter, secant, slope, slopeError, gradient, difference } = shock
  const rise = costAfter - costBefore
  const fact = (key: string, label: string, shown: string, about = '') => html`
    <div title=${about || nothing}><dt>${label}</dt><dd data-value=${key}>${shown}</dd></div>`
  return html`
    <dl class="facts shock-facts">
      ${fact('costBefore', text('before'), number(costBefore))}
      ${fact('costAfter', text('after'), number(costAfter))}
      ${fact('rise', text('change'), `${rise > 0 ? '+' : ''}${number(rise)}`)}
      ${epsilon === 0 ? nothing : fact('secant', text('secant'), number(secant), text('secantAbout'))}
      ${fact('slope', text('measured'), number(slope), text('measuredAbout'))}
      ${fact('slopeError', text('slopeError'), formatNumber(slopeError, 1), text('slopeErrorAbout'))}
      ${fact('gradient', text('gradient'), number(gradient))}
      ${fact('difference', text('difference'), number(difference))}
      ${fact('now', text('value', { name }), number(value))}
      ${fact('nudged', text('nudged', { name }), number(value + epsilon))}
    </dl>
    ${roundedHint()}
    <p class="shock-verdict" aria-live=${session.isRunning ? 'off' : 'polite'}
      >${epsilon === 0 ? `${text('none')} ` : nothing}${verdictWords(session, parameter, shock)}</p>`
}

function verdictWords(session: SessionLike, parameter: Parameter, shock: Shock) {
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

function cornerWords(session: SessionLike, { kinks }: Shock, numbers: Record<string, string>) {
  const { layers } = session.state.network
  const [first] = kinks
  const kind = layers[first.layer].activation
  const option = session.catalog.activations.find(({ name }) => name === kind)
  const label = activations.label(kind)
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

/** Whether its Z is exactly 0 in the sample shown. */
const isExact = (session: SessionLike, at: Neuron) =>
  session.frame?.samples === 1 && valueAt(frameNumbers(session, session.frame), 'sum', at) === 0

/** Every neuron that moved. */
export function movedTemplate(session: SessionLike, parameter: Parameter, shock: Shock) {
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
        <table class="numbers shock-moved of-gradient">
          <caption class="spoken">${text('movedTitle')}</caption>
          <thead><tr><th scope="col">${text('neuron')}</th><th scope="col">${text('moves')}</th><td></td></tr></thead>
          <tbody>${moved.slice(0, mostRows).map(
            ({ layer, unit, change }) => html`
            <tr data-layer=${layer} data-unit=${unit}>
              <th scope="row" class="${layerClass(layer, shock.changes.length)} own"
                >${neuronName(session, layer, unit)}</th>
              <td data-value="change">${change > 0 ? '+' : ''}${number(change)}</td>
              ${signedBar(change, most)}
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

const isElementwise = ({ state: { network }, catalog }: SessionLike, { layer }: Parameter) =>
  catalog.activations.find(({ name }) => name === network.layers[layer].activation)?.elementwise ?? true

/**
 * Comparing all of them, and why nobody trains so.
 * @param count of parameters
 */
export function checkTemplate(
  session: SessionLike,
  count: number,
  check: Check | null,
  start: () => void,
  stop: () => void,
) {
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

function checkedWords(session: SessionLike, { done, all, worst, isMoved, message }: Check) {
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
