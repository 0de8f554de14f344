import { rowAt } from '../../../network/rows.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { changed } from '../../parts/changed.ts'
import { tellStory } from '../../parts/page-events.ts'
import type { StepContext } from './context.ts'
import { isMoving, overlayOf } from './overlay.ts'
import { RowOnNetwork } from './row-on-network.ts'

/**
 * What a moment shows and tells outside its panel: the row on the network, the overlay, the line of plain words. Before
 * the film begins the network is shown as it is.
 */
export class StepOnStage {
  root: HTMLElement
  session: SessionLike
  row: RowOnNetwork
  #isOtherBeat = changed()
  #overlay: Overlay | null = null
  #told = ''

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    this.row = new RowOnNetwork(session)
    this.#isOtherBeat(null) // there is none yet
  }

  /**
   * @param of which step it is
   * @param story what is told, and whether it is read out
   */
  show(context: StepContext, of: Revision, story: { sentence: string; isSpoken: boolean }) {
    const { moment, next, sample, numbers } = context
    this.#tell(story.sentence, story.isSpoken)
    if (!this.row.isShown(next.rows[sample])) return // it follows when its row is there
    if (!this.#isOtherBeat([of, moment.beat, sample])) return this.run(moment.share)
    const { data } = this.session
    const input = data && !data.imageSide ? rowAt(data.train.X, next.rows[sample]) : null
    this.#lay(overlayOf({ ...moment, numbers, sample, input }), isMoving(moment.beat))
  }

  /** Within a beat only that goes on which runs over the wires. */
  run(share: number) {
    const { run } = this.#overlay ?? {}
    if (this.#overlay && run && this.#isMoving && run.share !== share)
      this.#lay({ ...this.#overlay, run: { ...run, share } }, true)
  }

  clear() {
    this.#tell('', true)
    if (this.#isOtherBeat(null)) this.#lay(null)
  }

  #isMoving = false

  #lay(overlay: Overlay | null, isMoving = false) {
    this.#overlay = overlay
    this.#isMoving = isMoving
    this.session.run({ do: 'overlay', overlay })
  }

  /** Tells of each moment once, when it is reached. */
  #tell(sentence: string, isSpoken: boolean) {
    if (sentence === this.#told) return
    this.#told = sentence
    tellStory(this.root, sentence, isSpoken)
  }
}
