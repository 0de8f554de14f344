import type { SessionLike } from '../session/session-like.ts'

const event = 'glassbox-session'

/** Said by an element that owns a session, whenever it has another one or none any more. */
export const tellSession = () => document.dispatchEvent(new Event(event))

/** An element that owns a session. */
export interface SessionOwner extends HTMLElement {
  /** null: not yet, or not any more. */
  readonly session: SessionLike | null
  /** Resolves when it can be used. */
  readonly ready: Promise<unknown>
  /** Why it could not start, '' = it could. */
  readonly failure: string
  /** What readers may not change: `data`, `network`, `training`, `weights`, or keys of a link. */
  readonly fixed: string
  /** Begins, if it has waited: something that shows it has come near. */
  start(): void
  /**
   * Has it train as long as an element can be seen, too.
   * @param probe within the element, with a transition of `visibility`
   * @param heed told whether it can be seen, when that changes
   */
  watch(element: HTMLElement, probe: Element, signal: AbortSignal, heed?: (isSeen: boolean) => void): void
}

const owners = 'glassbox-playground, glassbox-network'

/** The owner that an element names, in its own tree or the page's; without a name the first one. */
export function ownerOf(element: HTMLElement, id = element.getAttribute('for')): SessionOwner | null {
  const named = id ? `:is(${owners})#${CSS.escape(id)}` : owners
  const root = element.getRootNode() as ParentNode
  return root.querySelector<SessionOwner>(named) ?? document.querySelector<SessionOwner>(named)
}

/** Has an owner begin that waits until something of it comes near; it may not be defined yet. */
export async function startOwner(owner: SessionOwner) {
  await customElements.whenDefined(owner.localName)
  owner.start()
}

/**
 * Follows the session of the owner that an element names with its attribute `for`, through all its lives: whichever of
 * the two comes first, and whatever becomes of them.
 * @param give called with the session in force, null where there is none
 * @returns what looks anew, when `for` has changed
 */
export function follow(
  element: HTMLElement,
  give: (session: SessionLike | null, owner: SessionOwner | null) => void,
  signal: AbortSignal,
): () => void {
  const look = () => {
    const owner = ownerOf(element)
    give(owner?.session ?? null, owner)
  }
  document.addEventListener(event, look, { signal })
  look()
  return look
}
