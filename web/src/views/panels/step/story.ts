import { neuronName } from '../../../network/names.ts'
import { valueAt } from '../../../quantities/explained.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { capital } from '../../../text/text.ts'
import { type StepContext, text } from './context.ts'
import type { Beat, Film } from './film.ts'
import { isRest } from './film.ts'
import { activationName, theLayer } from './forward.ts'
import type { Stop } from './stops.ts'

/** The moment of the film in one line of plain words: what is happening, and at the end of a stop what can be done next. */

/** @returns '' = nothing to tell: the film has not begun */
export function storyOf(context: StepContext, film: Film, position: number): string {
  const { stop, beat } = context.moment
  if (position <= 0) return ''
  return isRest(film, beat) ? restStory(context, stop) : beatStory(context, stop, beat)
}

/** What has happened at a stop, and what comes next. */
function restStory(context: StepContext, { kind, layer }: Stop): string {
  const { layers } = context.numbers.network
  const cost = context.number(context.next.trace.cost)
  if (kind === 'start') return enterStory(context)
  if (kind === 'cost') return text('storyCost', { cost })
  if (kind === 'update') return outcomeStory(context)
  const name = theLayer(layer, layers.length)
  const isEnd = layer === (kind === 'forward' ? layers.length - 1 : 0)
  const next =
    kind === 'forward' ? text(isEnd ? 'costNext' : 'forwardNext') : text(isEnd ? 'updateNext' : 'backwardNext')
  return text(kind === 'forward' ? 'storyForward' : 'storyBackward', { layer: name, Layer: capital(name), next })
}

const enterStory = ({ next, sample }: StepContext) => text('storyEnter', { row: next.rows[sample] + 1 })

function outcomeStory({ next, costAfter, number }: StepContext) {
  if (next.isDiverged || costAfter === null) return text('storyUpdate')
  const values = { before: number(next.trace.cost), after: number(costAfter) }
  return text(costAfter <= next.trace.cost ? 'storyFalls' : 'storyRises', values)
}

function beatStory(context: StepContext, { layer }: Stop, { kind, unit }: Beat): string {
  const { session, numbers } = context
  const { layers } = numbers.network
  const name = (of: number) => theLayer(of, layers.length)
  const neuron = unit < 0 || layer < 0 ? '' : neuronName(session, layer, unit)
  const one = unit < 0 ? 'Each' : ''
  switch (kind) {
    case 'sum':
      return text(`storySum${one}`, { neuron, layer: name(layer) })
    case 'activation':
      return text('storyActivation', { neuron, activation: activationName(context, layer) })
    case 'compare':
      return unit < 0 ? text('storyCompareEach') : text('storyCompare', { sentence: comparison(context, unit) })
    case 'arriving':
      return text(`storyArriving${one}`, { neuron, layer: name(layer), after: name(layer + 1) })
    case 'delta':
      return layer === layers.length - 1
        ? text('storyDeltaOutput', { neuron })
        : text('storyDelta', { neuron, activation: activationName(context, layer) })
    case 'gradient':
      return text('storyGradient', { layer: name(layer) })
    case 'wish':
      return text('storyWish')
    case 'change':
      return text('storyChange', { optimizer: optimizers.label(numbers.network.optimizer) })
    default:
      return enterStory(context)
  }
}

/** What an output says, what it should have said, and so which way it should go. */
export function comparison({ session, numbers, sample }: StepContext, unit: number): string {
  const layer = numbers.network.layers.length - 1
  const [prediction, target, delta] = (['activation', 'target', 'delta'] as const).map((name) =>
    valueAt(numbers, name, { layer, unit, row: sample }),
  )
  const way = delta === 0 ? 'wayStay' : delta < 0 ? 'wayRise' : 'wayFall'
  return text('compare', {
    output: neuronName(session, layer, unit),
    prediction: numbers.write(prediction),
    target: numbers.write(target),
    way: text(way),
    wish: numbers.write(-delta),
  })
}
