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
  /** Whether something runs over the wires in the beat. */
  #isMoving = false
  /** The beat that was told of, and whether there was anything still to be known. */
  #told = { name: '', isWhole: true }

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
    const { moment, next, sample, numbers, costAfter } = context
    const { stop, beat } = moment
    const name = [stop.kind, stop.layer, beat.kind, beat.unit].join(' ')
    this.#tell(name, story, moment.beat.kind !== 'outcome' || next.isDiverged || costAfter !== null)
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
    this.#tell('', { sentence: '', isSpoken: true }, true)
    if (this.#isOtherBeat(null)) this.#lay(null)
  }

  #lay(overlay: Overlay | null, isMoving = false) {
    this.#overlay = overlay
    this.#isMoving = isMoving
    this.session.run({ do: 'overlay', overlay })
  }

  /** Tells of each beat once, when it is reached, and when all is known of it: what has happened since is not drowned. */
  #tell(name: string, { sentence, isSpoken }: { sentence: string; isSpoken: boolean }, isWhole: boolean) {
    const told = this.#told
    if (name === told.name && (told.isWhole || !isWhole)) return
    this.#told = { name, isWhole }
    tellStory(this.root, sentence, isSpoken)
  }
}
