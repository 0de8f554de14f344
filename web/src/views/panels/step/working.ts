import { html, nothing } from 'lit'
import { isMuted } from '../../../network/held.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { Explained } from '../../../quantities/explained.ts'
import { isLast } from '../../../quantities/network.ts'
import { activationTrees } from '../../../quantities/options/activations.ts'
import { activations } from '../../../text/options/activations.ts'
import { texts } from '../../../text/text.ts'
import { equationTemplate } from '../../parts/terms/equation.ts'
import { formulaTemplate } from '../../parts/terms/formula.ts'
import { sentences } from '../../parts/terms/sentences.ts'
import { workingTemplate } from '../../parts/terms/working.ts'
import { type StepContext, text } from './context.ts'

/**
 * How one unit came to its numbers, for the row that is followed: its sum on the way forward, its error on the way back.
 */

const termText = texts(sentences)

const explainedIn = ({ numbers, sample }: StepContext, name: Explained['name'], at: Neuron): Explained => ({
  ...numbers,
  name,
  at: { ...at, row: sample },
})

/** W · x + … + b = Z, then f(Z) = activation. */
export function forwardWorking(context: StepContext, at: Neuron) {
  const { activation } = context.numbers.network.layers[at.layer]
  return html`
    ${formulaTemplate(explainedIn(context, 'sum', at))}
    ${equationTemplate(explainedIn(context, 'activation', at))}
    ${isMuted(context.session, at) ? hint(termText('activationOff', { Z: `Z${at.unit + 1}` })) : nothing}
    ${
      'ofLayer' in activationTrees[activation]
        ? hint(termText('together', { name: activations.label(activation), Z: 'Z' }))
        : nothing
    }`
}

/** Σ W · delta = what is passed back, and delta made of it. */
export const backwardWorking = (context: StepContext, at: Neuron) => html`
  ${isLast(context.numbers.network, at) ? nothing : formulaTemplate(explainedIn(context, 'arriving', at))}
  ${isMuted(context.session, at) ? hint(text('offBack')) : workingTemplate(explainedIn(context, 'delta', at))}`

const hint = (sentence: string) => html`<p class="hint">${sentence}</p>`
