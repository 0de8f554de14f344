import type { ChangeEvent } from '../session/announcer.ts'
import type { SessionLike } from '../session/session-like.ts'
import { weightsKey } from '../state/fields.ts'
import { areChanges, isOurs, nearMisses, pairsOf } from '../state/link-pairs.ts'

/** Milliseconds without a change before the address is written; browsers refuse to have it written often. */
const calm = 400

/**
 * The page's address as one playground uses it: its own keys, which on a host's page begin with a prefix and a hyphen.
 * All others are the host's and stay as they are, and so is what stands after the # unless it is our weights.
 */
export class Address {
  start: string

  /** @param prefix '' = none: the page is our own */
  constructor(prefix: string) {
    this.start = prefix && `${prefix}-`
  }

  /** What it says of a state, without the prefix; '' when it says nothing. */
  get query() {
    const ours = pairsOf(location.search).flatMap(({ raw, key }) =>
      key.startsWith(this.start) ? raw.replace(/^amp;/, '').slice(this.start.length) : [],
    )
    const query = ours.join('&') + this.#weights
    return nearMisses(query).length || pairsOf(query).some(({ key }) => isOurs(key)) ? query : ''
  }

  get #weights() {
    const { hash } = location
    return hash.startsWith(`#${this.start}${weightsKey}=`) ? `#${hash.slice(1 + this.start.length)}` : ''
  }

  /** The page's whole address with another state in it. Its weights stand in the query where the host has a fragment. */
  with(link: string) {
    const address = new URL(location.href)
    // what changes of weights have led to is in the link
    const isFree = !address.hash || this.#weights || areChanges(address.hash.slice(1))
    const [query, weights] = isFree ? link.split('#') : [link.replace('#', '&')]
    if (isFree) address.hash = weights ? this.start + weights : ''
    const others = pairsOf(address.search).flatMap(({ raw, key }) =>
      key.startsWith(this.start) && isOurs(key.slice(this.start.length)) ? [] : raw,
    )
    const ours = query.split('&').flatMap((pair) => (pair ? this.start + pair : []))
    address.search = [...others, ...ours].join('&')
    return address.href
  }

  /**
   * Follows a link that has led to other weights of the same page, and keeps the address at the link of the state in force,
   * so that a reload or a bookmark brings it back. An address that says nothing stays so until the reader changes something,
   * and that of a frame for good: nobody sees it, and links of the page around lead to the one that it has.
   */
  follow(session: SessionLike, signal: AbortSignal) {
    addEventListener('popstate', () => this.#weights && session.run({ do: 'load', state: this.query }, true), {
      signal,
    })
    if (self !== top) return
    let timer = 0
    session.addEventListener(
      'change',
      (event) => {
        const { changes } = event as ChangeEvent
        const isAtRest = changes.has('frame') && !session.isRunning && this.query !== ''
        if (!changes.has('state') && !changes.has('opened') && !isAtRest) return
        clearTimeout(timer)
        timer = setTimeout(() => {
          // what is still to be computed is in the address alone
          if (!session.notice?.offer)
            history.replaceState(history.state, '', this.with(session.link({ isQuiet: true })))
        }, calm)
      },
      { signal },
    )
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
}
