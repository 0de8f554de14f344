import type { Change } from '../session/announcer.ts'
import type { SessionLike } from '../session/session-like.ts'
import { headerHeight } from '../views/graph/graph.ts'
import { needsRoom } from '../views/pane/pane.ts'
import type { View } from '../views/parts/view.ts'

/** Least width of the window, and height left for the pane, in pixels. */
const [leastWidth, leastHeight] = [1120, 340]

/**
 * Keeps the network in view while the pane beneath it is read, where the window has room for both: the stage stays at the
 * top with its units. `--stage-size` tells how much of it, and `--player-size` how much of the foot the player takes up,
 * so that what gets the focus is scrolled clear of them. The first counts only while the stage is pinned, but does not
 * change with that: every element would have to be restyled.
 */
export class Pin implements View {
  stage: HTMLElement
  player: HTMLElement
  session: SessionLike
  observer: ResizeObserver
  /** As last measured: to ask for a size has the whole page laid out. */
  #size = { width: 0, stage: 0, player: 0 }

  constructor(stage: HTMLElement, player: HTMLElement, session: SessionLike) {
    this.stage = stage
    this.player = player
    this.session = session
    this.observer = new ResizeObserver(() => this.#measure())
    for (const part of [stage, player]) this.observer.observe(part)
    addEventListener('resize', this.#fit)
  }

  #measure() {
    const { stage, player } = this
    this.#size = { width: stage.offsetWidth, stage: stage.offsetHeight - headerHeight, player: player.offsetHeight }
    for (const part of ['stage', 'player'] as const) {
      stage.parentElement?.style.setProperty(`--${part}-size`, `${this.#size[part]}px`)
    }
    this.#fit()
  }

  #fit = () => {
    const { pinned, tab } = this.session.state.view
    const { width, stage, player } = this.#size
    const isWanted = !needsRoom(tab)
    const hasRoom = isWanted && width >= leastWidth && innerHeight - player - stage >= leastHeight
    this.stage.parentElement?.classList.toggle('has-room', hasRoom)
    this.stage.classList.toggle('pinned', hasRoom && pinned)
  }

  update(changes: ReadonlySet<Change>) {
    if (changes.has('state')) this.#fit()
  }

  dispose() {
    this.observer.disconnect()
    removeEventListener('resize', this.#fit)
  }
}
