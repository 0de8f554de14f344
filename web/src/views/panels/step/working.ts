import { html, nothing } from 'lit'
import { isMuted } from '../../../network/held.ts'
import { neuronName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { type Explained, valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { isLast } from '../../../quantities/network.ts'
import { activationTrees } from '../../../quantities/options/activations.ts'
import { activations } from '../../../text/options/activations.ts'
import { texts } from '../../../text/text.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { styleMap } from '../../parts/style-map.ts'
import { equationTemplate } from '../../parts/terms/equation.ts'
import { formulaTemplate } from '../../parts/terms/formula.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { sentences } from '../../parts/terms/sentences.ts'
import { workingOf, workingTemplate } from '../../parts/terms/working.ts'
import { type StepContext, text } from './context.ts'
import { isKnown, type Known } from './known.ts'
import { discussedIn } from './units.ts'

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
export function forwardWorking(context: StepContext, layer: number) {
  const { unit, isSeen } = discussed(context)
  const at = { layer, unit }
  const { activation } = context.numbers.network.layers[layer]
  const [sum, made] = (['sum', 'activation'] as const).map((name) => explainedIn(context, name, at))
  return workingBox(
    context,
    at,
    'activation',
    html`
    ${part(isSeen('sum'), formulaTemplate(sum))}${part(isSeen('activation'), equationTemplate(made))}${roundedNote(sum, made)}
    ${isMuted(context.session, at) ? hint(termText('activationOff', { Z: `Z${unit + 1}` })) : nothing}
    ${
      'ofLayer' in activationTrees[activation]
        ? hint(termText('together', { name: activations.label(activation), Z: 'Z' }))
        : nothing
    }`,
  )
}

/** Σ W · delta = what is passed back, and delta made of it. */
export function backwardWorking(context: StepContext, layer: number) {
  const { unit, isSeen } = discussed(context)
  const at = { layer, unit }
  const arriving = isLast(context.numbers.network, at) ? [] : [explainedIn(context, 'arriving', at)]
  const working = isMuted(context.session, at) ? [] : workingOf(explainedIn(context, 'delta', at))
  return workingBox(
    context,
    at,
    'delta',
    html`
    ${arriving.map((each) => formulaTemplate(each))}
    ${part(isSeen('delta'), working.length ? workingTemplate(working) : hint(text('offBack')))}
    ${roundedNote(...arriving, ...working)}`,
  )
}

/** The neuron that is told of, and what of it is known. */
function discussed(context: StepContext) {
  const { unit = 0 } = discussedIn(context) ?? {}
  return { unit, isSeen: (name: Known) => isKnown(context.moment.beat, name, unit) }
}

/** What is not known yet at the moment keeps its place. */
const part = (isSeen: boolean, content: unknown) => html`<div class=${isSeen ? '' : 'to-come'}>${content}</div>`

/** @param result what comes of it, said first */
const workingBox = (context: StepContext, at: Neuron, result: Known, content: unknown) => html`
  <section class="working ${layerClass(at.layer, context.session.state.network.layers.length)}"
    style=${styleMap({ '--digits': String(context.session.state.view.digits) })}>
    <h3 class="own"><span>${neuronName(context.session, at.layer, at.unit)}</span>
      <span class=${isKnown(context.moment.beat, result, at.unit) ? '' : 'to-come'}>${quantityText(result)} ${context.numbers.write(
        valueAt(context.numbers, result, { ...at, row: context.sample }),
      )}</span></h3>
    ${content}
  </section>`

const hint = (sentence: string) => html`<p class="hint">${sentence}</p>`
