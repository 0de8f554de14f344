import { rowAt } from '../../../network/rows.js'
import { numberOf } from '../../parts/number.js'
import { tellStory } from '../../parts/page-events.js'
import { overlayOf } from './overlay.js'
import { RowOnNetwork } from './row-on-network.js'
import { storyOf } from './story.js'

/**
 * What a stop shows and tells outside its panel: the row on the network, the overlay, the line of plain words. Before
 * the first phase the network is shown as it is.
 *
 * @import { SessionLike } from '../../../types.d.ts'
 * @import { NextStep } from './context.js'
 * @import { Stop } from './stops.js'
 * @typedef {{ asked: number, entered: number, isSpoken: boolean }} Moment
 * `asked`: which answer it is; `entered`: when the stop was; `isSpoken`: whether it is read out
 */
export class StepOnStage {
  #laid = ''
  #told = ''

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.row = new RowOnNetwork(session)
  }

  /** @param {Stop} stop @param {NextStep} next @param {number} sample that is followed @param {Moment} moment */
  show(stop, next, sample, { asked, entered, isSpoken }) {
    if (stop.kind === 'start') return this.clear()
    const name = `${stop.kind} ${stop.layer}`
    this.#tell(name, storyOf(stop, next.trace.layers.length, numberOf(this.session)(next.trace.cost)), isSpoken)
    if (!this.row.isShown(next.rows[sample])) return // it follows when its row is there
    const token = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : entered
    const { data } = this.session
    const input = data && !data.imageSide ? rowAt(data.train.X, next.rows[sample]) : null
    this.#lay(`${asked} ${name} ${sample} ${token}`, () => overlayOf(stop, next, sample, input, token))
  }

  clear() {
    this.#tell('', '', true)
    this.#lay('', () => null)
  }

  /** @param {string} laid what is laid @param {() => ReturnType<typeof overlayOf> | null} make */
  #lay(laid, make) {
    if (laid === this.#laid) return
    this.#laid = laid
    this.session.run({ do: 'overlay', overlay: make() })
  }

  /** Tells of each stop once, when it is reached. @param {string} told @param {string} sentence @param {boolean} isSpoken */
  #tell(told, sentence, isSpoken) {
    if (told === this.#told) return
    this.#told = told
    tellStory(this.root, sentence, isSpoken)
  }
}
