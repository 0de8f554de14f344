import type { ChangeEvent } from '../session/announcer.ts'
import type { SessionLike } from '../session/session-like.ts'
import { headerHeight } from '../views/graph/graph.ts'
import { needsRoom } from '../views/pane/pane.ts'
import { watchSize } from '../views/parts/watch-size.ts'

/** Least width of the window, and height left for the pane, in pixels. */
const [leastWidth, leastHeight] = [1120, 340]

/**
 * Keeps the network in view while the pane beneath it is read, where the window has room for both: the stage stays at the
 * top with its units. `--stage-size` tells how much of it, and `--player-size` how much of the foot the player takes up,
 * so that what gets the focus is scrolled clear of them. The first counts only while the stage is pinned, but does not
 * change with that: every element would have to be restyled.
 */
export function pin(stage: HTMLElement, player: HTMLElement, session: SessionLike, signal: AbortSignal) {
  const page = stage.parentElement
  if (!page) return
  /** As last measured: to ask for a size has the whole page laid out. */
  let size = { width: 0, stage: 0, player: 0 }
  const fit = () => {
    const { pinned, tab } = session.state.view
    const isWanted = !needsRoom(tab)
    const hasRoom = isWanted && size.width >= leastWidth && innerHeight - size.player - size.stage >= leastHeight
    page.classList.toggle('has-room', hasRoom)
    stage.classList.toggle('pinned', hasRoom && pinned)
  }
  const measure = () => {
    size = { width: stage.offsetWidth, stage: stage.offsetHeight - headerHeight, player: player.offsetHeight }
    for (const part of ['stage', 'player'] as const) page.style.setProperty(`--${part}-size`, `${size[part]}px`)
    fit()
  }
  for (const part of [stage, player]) {
    const watched = watchSize(part, measure)
    signal.addEventListener('abort', () => watched.dispose())
  }
  addEventListener('resize', fit, { signal })
  session.addEventListener('change', (event) => (event as ChangeEvent).changes.has('state') && fit(), { signal })
}
