import { html, nothing } from 'lit'
import { isMuted } from '../../../network/held.ts'
import { type Explained, valueAt } from '../../../quantities/explained.ts'
import { plainText } from '../../../quantities/plain.ts'
import { formulaOf } from '../../../quantities/quantities.ts'
import type { Tree } from '../../../quantities/tree.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { styleMap } from '../../parts/style-map.ts'
import { mark, marked } from '../../parts/term/marked.ts'
import { equationTemplate } from '../../parts/terms/equation.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { sentences } from '../../parts/terms/sentences.ts'
import { type NeuronContext, text } from './context.ts'

/** From Z to what the neuron passes on, and the error that comes back. */
const termText = texts(sentences)

export function activationTemplate(context: NeuronContext) {
  const { session, frame, at, numbers, write } = context
  const { activationName: name } = frame.layers[at.layer]
  const option = session.catalog.activations.find((other) => other.name === name)
  const Z = `Z${at.unit + 1}`
  const isMean = frame.samples > 1
  const isOff = isMuted(session, at)
  const explained: Explained = { ...numbers, name: 'activation', at }
  return html`
    <section class="bend">
      <h3>${text('activation')}: ${marked(mark(activations.label(name), `activations:${name}`))}</h3>
      ${isMean && !isOff ? meanTemplate(explained) : [equationTemplate(explained), roundedNote(explained)]}
      ${option && !isOff ? markTemplate(option.range, valueAt(numbers, 'activation', at), write) : nothing}
      ${isOff ? html`<p class="hint">${termText('activationOff', { Z })}</p>` : nothing}
      ${isMean && !isOff ? html`<p class="hint">${text('meanAbout', { name })}</p>` : nothing}
      ${option && !option.elementwise ? html`<p class="hint">${termText('together', { name: activations.label(option.name), Z: 'Z' })}</p>` : nothing}
      <p class="line of-delta">${text('delta')} = <b data-value="delta">${write(valueAt(numbers, 'delta', at))}</b>
        <button type="button" class="quiet" @click=${() => setView(session, { tab: 'error' })}>${text('openError')}</button></p>
    </section>`
}

/** Of a mean over rows: what it is the mean of. */
function meanTemplate(explained: Explained) {
  const { network, at, write } = explained
  const tree = formulaOf(network, 'activation', at) as Tree
  return html`<p class="line"><b>A${at.unit + 1}</b> = ${text('activationMean', { call: plainText(tree) })} =
    <b data-value="activation">${write(valueAt(explained, 'activation', at))}</b></p>`
}

/** Where a value lies in what the activation can give. */
function markTemplate([low, high]: [low: number, high: number], value: number, write: (value: number) => string) {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return nothing
  const left = `${Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100)) || 0}%`
  return html`
    <div class="range-mark" role="img" aria-label=${text('where', { value: write(value), low: formatNumber(low, 1), high: formatNumber(high, 1) })}>
      <span class="track"><span class="dot" style=${styleMap({ left })}></span></span>
      <span class="ends"><span>${formatNumber(low, 1)}</span><span>${formatNumber(high, 1)}</span></span>
    </div>`
}
