import { html, nothing } from 'lit'
import { isMuted } from '../../../network/held.ts'
import { parameterName } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { Frame } from '../../../session/frame.ts'
import { activations } from '../../../text/options/activations.ts'
import { texts } from '../../../text/text.ts'
import { networkIn, traceValues } from '../../parts/maths/values.ts'
import { formulaTemplate } from '../../parts/terms/formula.ts'
import { termsOf } from '../../parts/terms/passed-back.ts'
import { sentences } from '../../parts/terms/sentences.ts'
import { type StepContext, text } from './context.ts'
import { target } from './term.ts'

/**
 * How one unit came to its numbers, for the row that is followed: its sum on the way forward, its error on the way back.
 */

const termText = texts(sentences)

/** So many terms are written out. */
const mostTerms = 8

/** The network with the numbers of the row that is followed, its inputs as it sees them. */
function frameOfRow({ session, next: { trace }, sample }: StepContext): Frame {
  const frame = session.frame as Frame
  const layers = frame.layers.map((layer, l) => {
    const { Z, activation, delta, slope } = trace.layers[l]
    const [z, a, d, s] = [Z, activation, delta, slope].map((rows) => Float64Array.from(rows[sample]))
    return { ...layer, Z: z, activation: a, delta: d, slope: s }
  })
  return { ...frame, samples: 1, input: Float64Array.from(trace.X[sample]), layers }
}

const activationOf = ({ session: { state, catalog } }: StepContext, layer: number) =>
  catalog.activations.find(({ name }) => name === state.network.layers[layer].activation)

/** W · x + … + b = Z, then f(Z) = activation. */
export function forwardWorking(context: StepContext, at: Neuron) {
  const {
    session,
    number: write,
    next: { trace },
    sample,
  } = context
  const { data } = session
  const option = activationOf(context, at.layer)
  if (!data || !option) return nothing
  const frame = frameOfRow(context)
  const { Z, activation } = frame.layers[at.layer]
  const [Zn, An] = [`Z${at.unit + 1}`, `A${at.unit + 1}`]
  return html`
    ${formulaTemplate({
      network: networkIn(session, frame, trace.X.length),
      values: traceValues(frame, trace),
      name: 'sum',
      at: { ...at, row: sample },
      write,
    })}
    <p class="step-line"><b class="own">${An}</b> = ${option.name}(${Zn}) = ${
      isMuted(session, at) ? '' : `${option.name}(${write(Z[at.unit])}) = `
    }<b class="own">${write(activation[at.unit])}</b></p>
    ${isMuted(session, at) ? hint(termText('activationOff', { Z: Zn })) : nothing}
    ${option.elementwise ? nothing : hint(termText('together', { name: activations.label(option.name), Z: 'Z' }))}`
}

/** Σ W · delta = sum, × f'(Z) = delta. */
export function backwardWorking(context: StepContext, at: Neuron) {
  const frame = frameOfRow(context)
  return at.layer === frame.layers.length - 1 ? outputWorking(context, frame, at) : hiddenWorking(context, frame, at)
}

function hiddenWorking(context: StepContext, frame: Frame, at: Neuron) {
  const { number: write, session } = context
  const terms = termsOf(frame, at)
  const shown = terms.length > mostTerms ? terms.slice(0, mostTerms - 1) : terms
  const rest = terms.slice(shown.length).reduce((sum, { term }) => sum + term, 0)
  const sum = terms.reduce((all, { term }) => all + term, 0)
  const more = (word: string) => (shown.length < terms.length ? [word] : [])
  const names = shown.map((term) => `${parameterName(term)} · ${text('deltaOf', { unit: term.row + 1 })}`)
  const numbers = shown.map(({ weight, delta }) => `${write(weight)} · ${write(delta)}`)
  return html`
    <p class="step-line">${text('handedBack')} = ${[...names, ...more('…')].join(' + ')}</p>
    <p class="step-line">= ${[...numbers, ...more(write(rest))].join(' + ')} = <b>${write(sum)}</b></p>
    ${isMuted(session, at) ? hint(text('offBack')) : endTemplate(context, frame, at, [text('handedBack'), write(sum)])}`
}

function outputWorking(context: StepContext, frame: Frame, at: Neuron) {
  const {
    number: write,
    next: { trace },
    sample,
    session: {
      catalog,
      state: { training },
    },
  } = context
  const option = activationOf(context, at.layer)
  const cost = catalog.costs.find(({ name }) => name === training.cost)
  if (option && !option.elementwise && cost?.partner === option.name) {
    const { activation, delta } = frame.layers[at.layer]
    return html`
      <p class="step-line"><b class="delta">${text('deltaOf', { unit: at.unit + 1 })}</b> = ${text('partner')} =
        ${write(activation[at.unit])} − ${target(trace.Y[sample][at.unit], write)} =
        <b class="delta">${write(delta[at.unit])}</b></p>`
  }
  return endTemplate(context, frame, at, [text('costSlope'), write(trace.costSlope[sample][at.unit])])
}

/** What has come × f'(Z) = delta. */
function endTemplate(context: StepContext, frame: Frame, at: Neuron, [name, come]: [name: string, number: string]) {
  const { number: write } = context
  const { slope, delta } = frame.layers[at.layer]
  const { activation } = context.session.state.network.layers[at.layer]
  const result = html`<b class="delta">${write(delta[at.unit])}</b>`
  const isTied = Number.isNaN(slope[at.unit])
  return html`
    <p class="step-line"><b class="delta">${text('deltaOf', { unit: at.unit + 1 })}</b> = ${
      isTied ? result : html`${name} × f′(Z${at.unit + 1}) = ${come} × ${write(slope[at.unit])} = ${result}`
    }</p>
    ${isTied ? hint(text('tied', { activation: activations.label(activation), name, come })) : nothing}`
}

const hint = (sentence: string) => html`<p class="hint">${sentence}</p>`
