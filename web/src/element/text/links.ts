import { refusalOf, refuseValue } from '../../network/refuse.ts'
import { type Change, readChanges, writeChanges } from '../../state/written/changes.ts'
import { ownerOf, type SessionOwner, startOwner } from '../follow.ts'
import { applyChanges } from './apply.ts'
import { tellMissing } from './companion.ts'
import { prepareToSay, say } from './say.ts'

/**
 * A plain link that changes a network of the page: `<a href="#1.W1,1=0.5" data-for="net">`. It leads nowhere: no step in
 * the history, no scrolling. Without a value `data-for` is the first network of the page.
 */
export function followLinks() {
  document.addEventListener('click', (event) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.matches(links))
    if (!isPlain || event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return
    const owner = ownerOf(link, link.getAttribute('data-for'))
    const told = changesIn(link.getAttribute('href') ?? '', link)
    if (!told) return
    event.preventDefault()
    if (owner) make(owner, told)
    else tellMissing('a', 'data-for', link.getAttribute('data-for'))
  })
  if (document.querySelector(links)) prepareToSay()
}

const links = 'a[data-for][href^="#"]'

/** The changes that follow a #, null where there are none: a link that is wrong says why. */
function changesIn(hash: string, link: HTMLElement): Change[] | null {
  const { changes, refusal } = readHash(hash)
  if (!refusal) return changes
  link.title = refusal
  console.warn(`<a data-for> ${refusal}`)
  return null
}

/** @param hash of an address, as it stands there */
export function readHash(hash: string): { changes: Change[] | null; refusal: string } {
  try {
    return { changes: whole(readChanges(decoded(hash.slice(1)), 'changes')), refusal: '' }
  } catch (error) {
    if (!refusalOf(error)) throw error
    return { changes: null, refusal: (error as Error).message }
  }
}

/** Changes that all have their values. */
function whole(changes: Change[]) {
  const isOpen = changes.some(({ value }) => value === null)
  return isOpen
    ? refuseValue('exactly', 'changes', writeChanges(changes), { count: 'changes with their values' })
    : changes
}

/** What stands in an address, as it was written. */
export function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone %
  }
}

/** Makes changes as soon as the network is there, and says what came of it. */
export async function make(owner: SessionOwner, changes: Change[]) {
  await startOwner(owner)
  await owner.ready
  const { session } = owner
  if (!session) return
  const outcome = await applyChanges(session, changes)
  if (!outcome.ok) console.warn(`# ${outcome.message}`)
  say(outcome.message)
}
