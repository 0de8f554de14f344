import { areChanges } from '../../state/link-pairs.ts'
import type { SessionOwner } from '../follow.ts'
import { decoded, make, readHash } from './links.ts'

/**
 * The part of the page's address after its #, for the playground that is linked with the address: where it begins as
 * changes of weights do, `embed.html#1.W1,1=0.5; 1.B2=0`, they are made, at the start and whenever a link leads there,
 * without a reload. Any other is the page's own, as `#section-3` is and WordPress' `#?secret=…`.
 */
export function followHash() {
  // It comes before 'hashchange', and also when a link is pressed that the address has come from already.
  addEventListener('popstate', take)
  document.addEventListener('glassbox-ready', ({ target }) => begin(target))
  begin(document.querySelector(linked))
}

const linked = 'glassbox-playground[linked]'

/** Those that have begun with the address: one that is put back into the page goes on from where it was. */
const begun: WeakSet<EventTarget> = new WeakSet()

function begin(target: EventTarget | null) {
  if (!(target instanceof Element) || !target.matches(linked) || begun.has(target)) return
  if (!(target as SessionOwner).session) return
  begun.add(target)
  take()
}

async function take() {
  const owner = document.querySelector<SessionOwner>(linked)
  const { hash } = location
  if (!owner || !areChanges(decoded(hash.slice(1)))) return
  const { changes, refusal } = readHash(hash)
  if (changes) await make(owner, changes)
  else complain(owner, refusal)
}

function complain(owner: HTMLElement, message: string) {
  console.warn(`# ${message}`)
  const detail = { message, where: 'hash' }
  owner.dispatchEvent(new CustomEvent('glassbox-error', { detail, bubbles: true, composed: true }))
}
