import type { Frame } from '../session/frame.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { Command } from '../state/commands.ts'
import { formatNumber } from '../text/numbers.ts'
import { text as pageText, texts } from '../text/text.ts'
import type { GraphView } from '../views/graph/graph.ts'
import type { StoryView } from '../views/story/story.ts'
import { sentences } from './intro-sentences.ts'

const text = texts(sentences)

/** Steps of training in the introduction, and how many a frame: slow enough to see the cost fall. */
const trainedSteps = 3300
const stepsAFrame = 25
/** What ends nothing: pointing, and what a panel shows by itself. */
const passing = ['point', 'overlay']

/**
 * A signal runs forward, the error back, then the network learns for so many steps. Anything the reader does ends it, and
 * so does any command but its own: nobody else's network is trained by it.
 */
export async function introduce({
  session,
  graph,
  story,
  signal,
}: {
  session: SessionLike
  graph: GraphView
  story: StoryView
  signal: AbortSignal
}) {
  const interruption = new AbortController()
  const isOver = AbortSignal.any([signal, interruption.signal])
  const interrupt = () => {
    interruption.abort()
    story.tell('')
  }
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, interrupt, { signal: isOver, capture: true })
  const own = new Set()
  session.addEventListener(
    'command',
    (event) => {
      const { command } = event as Event & { command: Command }
      if (!own.has(command) && !passing.includes(command.do)) interrupt()
    },
    { signal: isOver },
  )
  const first = session.frame?.cost ?? NaN

  story.tell(text('forward'))
  await graph.pulse('forward')
  if (isOver.aborted) return
  story.tell(text('backward'))
  await graph.pulse('backward')
  if (isOver.aborted) return
  story.tell(text('descent'))
  await learnSlowly(session, own, isOver)
  if (isOver.aborted) return
  interruption.abort()
  const { cost, step } = session.frame as Frame
  story.tell(
    '',
    text('done', {
      first: formatNumber(first),
      cost: formatNumber(cost),
      steps: pageText('story.steps_other', { count: step }),
    }),
  )
}

/**
 * A few steps every frame.
 * @param own where its commands are told from others
 */
async function learnSlowly(session: SessionLike, own: Set<unknown>, isOver: AbortSignal) {
  for (let left = trainedSteps; left > 0; left -= stepsAFrame) {
    await new Promise(requestAnimationFrame)
    if (isOver.aborted) return
    const command = { do: 'step', count: Math.min(left, stepsAFrame) } as Command
    own.add(command)
    await session.run(command)
    own.delete(command)
    if (isOver.aborted) return
  }
}
