import { headerHeight } from '../views/graph-layout.js'
import { tabs } from '../views/pane/tabs.js'

/**
 * Keeps the network in view while the pane beneath it is read, where the window has room for both: the stage stays at the
 * top with its units, and `--stage-size` tells how much of it, so that what gets the focus is scrolled clear of it. Its
 * value counts only while the stage is pinned, and does not go with it: every element would have to be styled anew.
 *
 * @import { ChangeEvent, SessionLike } from '../model/types.d.ts'
 */

/** Least width of the window, and height left for the pane, in pixels. */
const [leastWidth, leastHeight] = [1120, 340]

/** @param {{ stage: HTMLElement, player: HTMLElement, session: SessionLike, signal: AbortSignal }} parts */
export function pin({ stage, player, session, signal }) {
  const { parentElement: playground } = stage
  const fit = () => {
    const size = stage.offsetHeight - headerHeight
    const { pinned, tab } = session.state.view
    const isWanted = !tabs.find(({ name }) => name === tab)?.needsRoom
    const hasRoom = isWanted && stage.offsetWidth >= leastWidth && innerHeight - player.offsetHeight - size >= leastHeight
    playground?.classList.toggle('has-room', hasRoom)
    stage.classList.toggle('pinned', hasRoom && pinned)
    playground?.style.setProperty('--stage-size', `${size}px`)
  }
  const observer = new ResizeObserver(fit)
  for (const part of [stage, player]) observer.observe(part)
  addEventListener('resize', fit, { signal })
  session.addEventListener('change', (event) => {
    if (/** @type {ChangeEvent} */ (event).changes.has('state')) fit()
  }, { signal })
  signal.addEventListener('abort', () => observer.disconnect())
}
