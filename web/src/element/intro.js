import { formatNumber } from '../text/numbers.js'
import { text } from '../text/text.js'
import { steps } from '../views/story.js'

/** @import { Frame, SessionLike } from '../model/types.d.ts' */

/** Milliseconds of training in the introduction; with the two pulses it stays under five seconds. */
const trainingTime = 2200
/** Steps a millisecond: slow enough to see the cost fall. */
const pace = 1.5

/**
 * A signal runs forward, the error back, then the network learns for a moment. Anything the reader does ends it.
 * @param {{
 *   session: SessionLike, graph: import('../views/graph.js').GraphView, story: import('../views/story.js').StoryView,
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
  const first = session.frame?.cost ?? NaN

  story.tell(text('story.forward'))
  await graph.pulse('forward')
  if (isOver.aborted) return
  story.tell(text('story.backward'))
  await graph.pulse('backward')
  if (isOver.aborted) return
  story.tell(text('story.descent'))
  await learnSlowly(session, isOver)
  if (isOver.aborted) return
  interruption.abort()
  const { cost, step } = /** @type {Frame} */ (session.frame)
  story.tell('', text('story.introDone', { first: formatNumber(first), cost: formatNumber(cost), steps: steps(step) }))
}

/** A few steps every frame, for a while. @param {SessionLike} session @param {AbortSignal} isOver */
async function learnSlowly(session, isOver) {
  const start = performance.now()
  let now = start
  while (now < start + trainingTime) {
    const next = await new Promise(requestAnimationFrame)
    if (isOver.aborted) return
    await session.run({ do: 'step', count: Math.max(1, Math.round((next - now) * pace)) })
    now = next
  }
}
