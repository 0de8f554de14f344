import { formatNumber } from '../text/numbers.js'
import { text } from '../text/text.js'
import { steps } from '../views/story/story.js'

/** @import { Command, Frame, SessionLike } from '../types.d.ts' */

/** Steps of training in the introduction, and how many a frame: slow enough to see the cost fall. */
const trainedSteps = 3300
const stepsAFrame = 25
/** What ends nothing: pointing, and what a panel shows by itself. */
const passing = ['point', 'overlay']

/**
 * A signal runs forward, the error back, then the network learns for so many steps. Anything the reader does ends it, and
 * so does any command but its own: nobody else's network is trained by it.
 * @param {{
 *   session: SessionLike, graph: import('../views/graph/graph.js').GraphView, story: import('../views/story/story.js').StoryView,
 *   signal: AbortSignal,
 * }} stage
 */
export async function introduce({ session, graph, story, signal }) {
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
      const { command } = /** @type {Event & { command: Command }} */ (event)
      if (!own.has(command) && !passing.includes(command.do)) interrupt()
    },
    { signal: isOver },
  )
  const first = session.frame?.cost ?? NaN

  story.tell(text('story.forward'))
  await graph.pulse('forward')
  if (isOver.aborted) return
  story.tell(text('story.backward'))
  await graph.pulse('backward')
  if (isOver.aborted) return
  story.tell(text('story.descent'))
  await learnSlowly(session, own, isOver)
  if (isOver.aborted) return
  interruption.abort()
  const { cost, step } = /** @type {Frame} */ (session.frame)
  story.tell('', text('story.introDone', { first: formatNumber(first), cost: formatNumber(cost), steps: steps(step) }))
}

/**
 * A few steps every frame.
 * @param {SessionLike} session
 * @param {Set<unknown>} own where its commands are told from others
 * @param {AbortSignal} isOver
 */
async function learnSlowly(session, own, isOver) {
  for (let left = trainedSteps; left > 0; left -= stepsAFrame) {
    await new Promise(requestAnimationFrame)
    if (isOver.aborted) return
    const command = /** @type {Command} */ ({ do: 'step', count: Math.min(left, stepsAFrame) })
    own.add(command)
    await session.run(command)
    own.delete(command)
    if (isOver.aborted) return
  }
}
