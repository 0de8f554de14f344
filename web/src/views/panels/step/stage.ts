import { rowAt } from '../../../network/rows.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { changed } from '../../parts/changed.ts'
import { stepNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { tellStory } from '../../parts/page-events.ts'
import type { NextStep } from './context.ts'
import { overlayOf } from './overlay.ts'
import { RowOnNetwork } from './row-on-network.ts'
import type { Stop } from './stops.ts'
import { storyOf } from './story.ts'

interface Moment {
  /** Which step it is. */
  of: Revision
  /** When the stop was entered. */
  entered: number
  /** Whether it is read out. */
  isSpoken: boolean
}

/**
 * What a stop shows and tells outside its panel: the row on the network, the overlay, the line of plain words. Before
 * the first phase the network is shown as it is.
 */
export class StepOnStage {
  root: HTMLElement
  session: SessionLike
  row: RowOnNetwork
  #isOtherOverlay = changed()
  #told = ''

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    this.row = new RowOnNetwork(session)
    this.#isOtherOverlay(null) // there is none yet
  }

  /** @param sample that is followed */
  show(stop: Stop, next: NextStep, sample: number, { of, entered, isSpoken }: Moment) {
    if (stop.kind === 'start') return this.clear()
    const name = `${stop.kind} ${stop.layer}`
    this.#tell(name, storyOf(stop, next.trace.layers.length, numberOf(this.session)(next.trace.cost)), isSpoken)
    if (!this.row.isShown(next.rows[sample])) return // it follows when its row is there
    const token = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : entered
    const { data } = this.session
    const input = data && !data.imageSide ? rowAt(data.train.X, next.rows[sample]) : null
    this.#lay([of, name, sample, token], () =>
      overlayOf(stop, stepNumbers(this.session, this.session.frame as Frame, next), sample, input, token),
    )
  }

  clear() {
    this.#tell('', '', true)
    this.#lay(null, () => null)
  }

  /** @param about what it is made of */
  #lay(about: unknown[] | null, make: () => Overlay | null) {
    if (!this.#isOtherOverlay(about)) return
    this.session.run({ do: 'overlay', overlay: make() })
  }

  /** Tells of each stop once, when it is reached. */
  #tell(told: string, sentence: string, isSpoken: boolean) {
    if (told === this.#told) return
    this.#told = told
    tellStory(this.root, sentence, isSpoken)
  }
}
