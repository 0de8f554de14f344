import { rowAt, type Sample } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { setView } from '../buttons.ts'

/**
 * What is put on the network: a row of the training set, or a sample of the reader's own.
 */

/**
 * A row of the training set as a sample.
 * @returns null while there is no such row
 */
function rowSample({ data, state: { view } }: SessionLike, row: number = view.row): Sample | null {
  if (!data || row >= data.train.X.shape[0]) return null
  return { input: [...rowAt(data.train.X, row)], target: [...rowAt(data.train.Y, row)] }
}

/** Puts a row of the training set into the network. */
export function chooseRow(session: SessionLike, row: number) {
  const { own, row: before } = session.state.view
  return own || row !== before ? setView(session, { own: null, row }) : undefined
}

/** Feeds samples at the pace at which they are answered; of many in between only the last. */
export class Feeder {
  session: SessionLike
  /** Fed, but not answered yet. */
  #latest: Sample | null = null
  #isUnderWay = false

  constructor(session: SessionLike) {
    this.session = session
  }

  /** The sample on the network, as last fed. */
  get sample(): Sample | null {
    return this.#latest ?? this.session.state.view.own ?? rowSample(this.session)
  }

  feed(sample: Sample) {
    this.#latest = sample
    if (!this.#isUnderWay) this.#send()
  }

  /** One command a picture of the screen at most; whoever feeds wants to see that sample, not a batch. */
  async #send() {
    this.#isUnderWay = true
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    const { session } = this
    const sent = this.#latest
    await setView(session, { own: sent, scope: 'row' })
    this.#isUnderWay = false
    if (this.#latest !== sent) this.#send()
    else this.#latest = null
  }
}
