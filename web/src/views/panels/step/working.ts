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
import { roundedNote } from '../../parts/terms/rounded.ts'
import { sentences } from '../../parts/terms/sentences.ts'
import { workingOf, workingTemplate } from '../../parts/terms/working.ts'
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
  const [sum, made] = (['sum', 'activation'] as const).map((name) => explainedIn(context, name, at))
  return html`
    ${formulaTemplate(sum)}${equationTemplate(made)}${roundedNote(sum, made)}
    ${isMuted(context.session, at) ? hint(termText('activationOff', { Z: `Z${at.unit + 1}` })) : nothing}
    ${
      'ofLayer' in activationTrees[activation]
        ? hint(termText('together', { name: activations.label(activation), Z: 'Z' }))
        : nothing
    }`
}

/** Σ W · delta = what is passed back, and delta made of it. */
export function backwardWorking(context: StepContext, at: Neuron) {
  const arriving = isLast(context.numbers.network, at) ? [] : [explainedIn(context, 'arriving', at)]
  const working = isMuted(context.session, at) ? [] : workingOf(explainedIn(context, 'delta', at))
  return html`
    ${arriving.map((each) => formulaTemplate(each))}
    ${working.length ? workingTemplate(working) : hint(text('offBack'))}
    ${roundedNote(...arriving, ...working)}`
}

const hint = (sentence: string) => html`<p class="hint">${sentence}</p>`
