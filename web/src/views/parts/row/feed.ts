import { rowAt, type Sample } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { setView } from '../buttons.ts'
import { Latest } from '../latest.ts'
import { nextFrame } from '../next-frame.ts'

/**
 * The row of the training set that is looked at, as a sample.
 * @returns null while there is no such row
 */
function rowSample({ data, state }: SessionLike): Sample | null {
  const { row } = state.view
  if (!data || row >= data.train.X.shape[0]) return null
  return { input: [...rowAt(data.train.X, row).subarray(0, data.bases)], target: [...rowAt(data.train.Y, row)] }
}

/**
 * Feeds samples at the pace at which they are answered, one a picture of the screen at most; of many in between only the
 * last.
 */
export class Feeder {
  session: SessionLike
  /** Fed, but not answered yet. */
  #fed: Sample | null = null
  readonly #line = new Latest<Sample>((sample) => this.#put(sample), nextFrame)

  constructor(session: SessionLike) {
    this.session = session
  }

  /** The sample on the network, as last fed. */
  get sample(): Sample | null {
    return this.#fed ?? this.session.state.view.own ?? rowSample(this.session)
  }

  feed(sample: Sample) {
    this.#fed = sample
    this.#line.want(sample)
  }

  /** Whoever feeds wants to see that sample, not a batch. */
  async #put(sample: Sample) {
    await setView(this.session, { own: sample, scope: 'row' })
    if (this.#fed === sample) this.#fed = null
  }
}
