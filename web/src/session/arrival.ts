import { sizeOf } from '../data/sources.ts'
import { countIn, flattenFrame } from '../network/layer-parameters.ts'
import { mistake } from '../network/refuse.ts'
import { checksum } from '../state/base64.ts'
import type { Border } from '../state/border.ts'
import { digits } from '../state/digits.ts'
import type { State } from '../state/state.ts'
import { formatCount } from '../text/numbers.ts'
import { texts } from '../text/text.ts'
import { sentences } from './arrival-sentences.ts'
import type { Notice, Offer } from './notice.ts'
import type { SessionLike } from './session-like.ts'

export { decodeLink } from '../state/read-link.ts'

/**
 * How a state is taken that comes from outside: what would keep the reader waiting is asked about first, and where it
 * says which digits its maker saw, they are compared.
 */

const text = texts(sentences)

/** Seconds for which nobody needs to be asked. */
const mostSeconds = 2

/** Multiplications a second of a slow machine, and how many a row and a step cost beside their own. */
const rate = 2.5e8
const aRow = 150
const aStep = 300

interface Arrival {
  take: (state: State) => Promise<void>
  notify: (notice: Notice | null) => void
  /** Has it taken whatever it costs. */
  again: () => void
  /** The reader has been asked. */
  isSure: boolean
}

/**
 * @throws {RangeError} when it would take long to show; the error's `offer` shows it all the same
 */
export async function arrive(session: SessionLike, state: State, { take, notify, again, isSure }: Arrival) {
  const { step = 0, seal, ...first } = state
  const { show, train } = secondsOf(state, session)
  if (!isSure && show > mostSeconds) {
    const error = mistake(RangeError, 'light', 'state', [Math.ceil(show), { maximum: mostSeconds }])
    throw Object.assign(error, { offer: { label: text('show'), act: again } satisfies Offer })
  }
  const isLong = !isSure && train > mostSeconds
  await take(isLong ? first : { ...first, step })
  const compare = () => seal && compareDigits(session, seal, step, notify)
  if (isLong) notify(offerOf(session, step, Math.ceil(train), { notify, compare }))
  else if (seal) whenAtRest(session).then(compare)
}

/** Seconds that it takes to show a state, and to take its steps, on a slow machine. */
export function secondsOf({ data, network, training, step = 0 }: State, { catalog, rows: store }: Border) {
  const { inputs, rows } = sizeOf(data, catalog, store)
  const parameters = countIn(network.layers, inputs)
  const batch = Math.min(training.batchSize || rows, rows)
  const show = (rows * (parameters + aRow)) / rate
  return { show, train: (step * (batch * (parameters + aRow) + 2 * parameters + aStep)) / rate }
}

/** What stands on the page in place of the steps, and how they come to be taken. */
function offerOf(
  session: SessionLike,
  step: number,
  seconds: number,
  { notify, compare }: Pick<Arrival, 'notify'> & { compare: () => void },
): Notice {
  const named = { step }
  const notice = (message: string, offer: Offer): Notice => ({ kind: 'info', message, where: '', offer })
  const act = async () => {
    const stop = { label: text('stop'), act: () => void session.run({ do: 'pause' }), until: step }
    notify(notice(text('computing', named), stop))
    await session.run({ do: 'step', count: step - (session.frame?.step ?? 0) })
    compare()
  }
  return notice(text('steps', { ...named, seconds: formatCount(seconds) }), {
    label: text('compute_other', { count: step }),
    act,
  })
}

/** Says so where the digits after so many steps are not those of the seal. */
function compareDigits({ frame, log }: SessionLike, seal: string, step: number, notify: Arrival['notify']) {
  if (frame?.step !== step || log.present.edits > 0) return
  const [made, sum] = seal.split('.')
  if (checksum(flattenFrame(frame)) === sum) return
  const message = Number(made) === digits ? text('otherDigits') : text('otherVersion', { made, here: digits })
  notify({ kind: 'info', message, where: '' })
}

/** Resolves when training has stopped. */
function whenAtRest(session: SessionLike) {
  return new Promise<void>((resolve) => {
    const look = () => {
      if (session.isRunning) return
      session.removeEventListener('change', look)
      resolve()
    }
    session.addEventListener('change', look)
    look()
  })
}
