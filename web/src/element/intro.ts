import type { Frame } from '../session/frame.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { Command } from '../state/commands.ts'
import { listOf } from '../text/lists.ts'
import { formatNumber, formatShort } from '../text/numbers.ts'
import { text as pageText, texts } from '../text/text.ts'
import { introducedOverlay } from '../views/late.ts'
import { nextFrame } from '../views/parts/next-frame.ts'
import type { StoryView } from '../views/story/story.ts'
import { sentences } from './intro-sentences.ts'
import { running, stays } from './intro-times.ts'

const text = texts(sentences)

/** Steps of training at the end, and milliseconds between two sentences about them. */
const trainedSteps = 400
const readable = 200
/** In so many stills the cost falls. */
const stills = 4
/** What ends nothing: pointing, and what is laid over the network. */
const passing = ['point', 'overlay']

interface Scene {
  session: SessionLike
  story: StoryView
  /** Whatever the reader does ends it. */
  isOver: AbortSignal
  /** Its own commands, told from others. */
  own: Set<unknown>
  /** Whether it is told in stills, to those who prefer less motion. */
  isStill: boolean
}

/**
 * The row on the network runs forward, its prediction meets the target, the error runs back, then the network learns for so
 * many steps: all with the numbers of the network itself. Anything the reader does ends it, and so does any command but
 * its own: nobody else's network is trained by it.
 */
export async function introduce({
  signal,
  ...stage
}: Omit<Scene, 'isOver' | 'own' | 'isStill'> & { signal: AbortSignal }) {
  const { session, story } = stage
  const interruption = new AbortController()
  const isOver = AbortSignal.any([signal, interruption.signal])
  const own: Scene['own'] = new Set()
  const end = () => {
    interruption.abort()
    session.run({ do: 'overlay', overlay: null })
  }
  const interrupt = () => {
    end()
    story.tell('')
  }
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, interrupt, { signal: isOver, capture: true })
  session.addEventListener(
    'command',
    (event) => {
      const { command } = event as Event & { command: Command }
      if (!own.has(command) && !passing.includes(command.do)) interrupt()
    },
    { signal: isOver },
  )
  // so does training that was asked for before it could hear of that
  const heed = () => session.isRunning && own.size === 0 && interrupt()
  session.addEventListener('change', heed, { signal: isOver })
  heed()
  if (isOver.aborted) return
  const first = session.frame?.cost ?? NaN
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const scene = { ...stage, isOver, own, isStill }
  await runForward(scene)
  await runBackward(scene)
  await descend(scene)
  if (isOver.aborted) return
  end()
  const { cost, step } = session.frame as Frame
  const steps = pageText('story.steps_other', { count: step })
  story.tell('', text('done', { first: formatNumber(first), cost: formatNumber(cost), steps }))
}

/** The layers from the inputs on, then what has come out against what should have. */
async function runForward(scene: Scene) {
  const { session, story, isOver } = scene
  const { input, target, layers } = session.frame as Frame
  const names = session.data?.featureNames ?? []
  const values = listOf(Array.from(input, (value, i) => text('value', { name: names[i], value: formatShort(value) })))
  story.tell(text('input', { values }))
  for (let layer = -1; layer < layers.length && !isOver.aborted; layer++) {
    await reach(scene, 'forward', layer)
    if (isOver.aborted) return
    if (layer === layers.length - 1) {
      const [predicted, error] = [layers[layer].activation[0], layers[layer].delta[0]].map((value) =>
        formatShort(value),
      )
      story.tell(text('truth', { predicted, target: formatShort(target[0]), error }))
    }
    await stay(layer < 0 ? stays.input : layer < layers.length - 1 ? stays.forward : stays.truth, isOver)
    if (layer < 0 && !isOver.aborted) story.tell(text('forward'))
  }
}

/** The error from the outputs to the first layer. */
async function runBackward(scene: Scene) {
  const { session, story, isOver } = scene
  const last = (session.frame as Frame).layers.length - 1
  for (let layer = last; layer >= 0 && !isOver.aborted; layer--) {
    if (layer === last - 1) story.tell(text('backward'))
    await reach(scene, 'backward', layer)
    await stay(layer === last ? stays.error : stays.backward, isOver)
  }
}

/** Runs over the wires into a layer, or backward out of it, and leaves the numbers there. */
async function reach({ session, isOver, isStill }: Scene, direction: 'forward' | 'backward', layer: number) {
  const isForward = direction === 'forward'
  const into = isForward ? layer : layer + 1
  if (!isStill && into >= 0 && into < (session.frame as Frame).layers.length) {
    const before = introducedOverlay(session, { direction, layer: layer + (isForward ? -1 : 1) })
    const pulse = { layer: into, direction, token: performance.now() }
    session.run({ do: 'overlay', overlay: before && { ...before, pulse } })
    await stay(running, isOver)
  }
  if (!isOver.aborted) session.run({ do: 'overlay', overlay: introducedOverlay(session, { direction, layer }) })
}

/** As many steps as the time that has passed is worth, with the cost as it falls. */
async function descend({ session, story, isOver, own, isStill }: Scene) {
  if (isOver.aborted) return
  session.run({ do: 'overlay', overlay: null })
  const begin = performance.now()
  let told = -Infinity
  for (let taken = 0; taken < trainedSteps && !isOver.aborted; ) {
    await nextFrame()
    if (isOver.aborted) return
    const now = performance.now()
    const parts = isStill ? stills : trainedSteps
    const share = Math.min(1, Math.ceil((parts * (now - begin)) / stays.descent) / parts)
    const count = Math.round(share * trainedSteps) - taken
    if (count < 1) continue
    const command: Command = { do: 'step', count }
    own.add(command)
    await session.run(command)
    own.delete(command)
    taken += count
    if (isOver.aborted || now - told < readable) continue
    const { step, cost } = session.frame as Frame
    story.tell(text('descent', { step, cost: formatNumber(cost) }), '', told === -Infinity)
    told = now
  }
}

const stay = (milliseconds: number, isOver: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    isOver.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
