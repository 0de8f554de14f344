import { entryOf } from '../../keep/entry.ts'
import type { Kept } from '../../keep/kept.ts'
import { notKept } from '../../keep/not-kept.ts'
import { packMoment } from '../../keep/pack.ts'
import { type Entry, list, newId, prune, put, remove, tellChanged } from '../../keep/store.ts'
import { Unreadable } from '../../network/unreadable.ts'
import type { ChangeEvent } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { idle } from '../parts/idle.ts'
import { defineView } from '../parts/session-element.ts'
import { OfferView } from './offer.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Milliseconds from a change to the time at which it is kept, and between two times. */
const calm = 1500
/** Numbers of a session that are still kept without being asked for. */
const mostNumbers = 6_000_000

/**
 * Keeps the session from the reader's first act on, under a name of this visit: no other tab writes there. Before that,
 * what an earlier visit has left is offered, unless a link has said what the page shows. Where the browser keeps nothing
 * nothing is missing but this.
 */
export async function autosave(element: HTMLElement, session: SessionLike, signal: AbortSignal) {
  const begun = location.href
  const last = await list().then(
    (all) => all.find(({ name }) => name === ''),
    () => null, // a private window, or storage is blocked
  )
  if (last === null || signal.aborted) return
  const keeper = new Keeper(session, signal)
  for (const type of ['pointerdown', 'keydown'])
    element.addEventListener(type, () => keeper.begin(), { signal, once: true, capture: true })
  if (navigator.userActivation?.hasBeenActive) keeper.begin() // they were quicker than this
  if (last && isOffered(last, begun, session)) offer(element, last, keeper)
}

/** An address that says nothing, or what the last session has left there: any other link wins. */
function isOffered({ address, step }: Entry, begun: string, session: SessionLike) {
  const { search, hash, pathname } = new URL(begun)
  const isPlain = !/[?&]\w+=/.test(search) && hash === ''
  const isOwn = new URL(`${pathname}?${address}`, begun).href === begun
  return isPlain || (isOwn && session.frame?.step !== step)
}

function offer(element: HTMLElement, last: Entry, keeper: Keeper) {
  defineView('glassbox-keep-offer', OfferView)
  const view = document.createElement('glassbox-keep-offer') as OfferView
  view.entry = last
  view.taken = () => keeper.replaces(last.id)
  element.shadowRoot?.querySelector('.notice')?.after(view)
}

class Keeper {
  readonly #session: SessionLike
  readonly #signal: AbortSignal
  readonly #id = newId()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isBusy = false
  /** Something has changed since it was last kept. */
  #isDue = false
  /** What this session has gone on from, to be forgotten when it is kept itself. */
  #former = ''

  constructor(session: SessionLike, signal: AbortSignal) {
    this.#session = session
    this.#signal = signal
  }

  replaces(id: string) {
    this.#former = id
    this.begin()
    this.#expect()
  }

  /** The reader has acted: what becomes of the session from now on is kept. */
  begin = () => {
    if (this.#isBegun) return
    this.#isBegun = true
    const signal = this.#signal
    this.#session.addEventListener(
      'change',
      (event) => {
        const { changes } = event as ChangeEvent
        if (changes.has('edit') || changes.has('frame') || changes.has('edits')) this.#expect()
      },
      { signal },
    )
    // the page may be gone the moment after
    const leave = () => document.visibilityState === 'hidden' && this.#isDue && this.#keep(true)
    document.addEventListener('visibilitychange', leave, { signal })
    signal.addEventListener('abort', () => clearTimeout(this.#timer))
    if (this.#isChanged) this.#expect()
  }
  #isBegun = false

  get #isChanged() {
    return this.#session.editCount > 0 || (this.#session.frame?.step ?? 0) > 0
  }

  #expect() {
    this.#isDue = true
    if (this.#isBusy) return
    this.#timer ??= setTimeout(async () => {
      await idle()
      if (this.#isDue) await this.#keep()
    }, calm)
  }

  async #keep(isLeaving = false) {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#isDue = false
    if (this.#signal.aborted || !this.#isChanged) return
    this.#isBusy = true
    try {
      await this.#write(isLeaving)
      notKept.delete(this.#session)
    } catch (error) {
      notKept.set(this.#session, error)
    }
    tellChanged()
    this.#isBusy = false
    if (this.#isDue) this.#expect()
  }

  async #write(isLeaving: boolean) {
    const kept = packMoment(this.#session.moment())
    if (!kept.checkpoint && kept.present.step > 0) throw new Error(text('noMoment'))
    if (numbersIn(kept) > mostNumbers) throw new Unreadable('manyNumbers')
    await put(entryOf(this.#session, { id: this.#id }), kept, isLeaving)
    const former = this.#former
    this.#former = ''
    if (former) await remove(former)
    await prune()
  }
}

/** About how many numbers are to be written. */
const numbersIn = ({ rows, runs, checkpoint }: Kept) =>
  runs.reduce((sum, { origin, history }) => sum + (origin.start?.length ?? 0) + 5 * history.step.length, 0) +
  rows.reduce((sum, { data }) => sum + data.length, 0) +
  (checkpoint ? checkpoint.snapshot.length / 8 + checkpoint.parameters.length + checkpoint.start.length : 0)
