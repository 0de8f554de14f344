/** Who keeps the page's address, by the prefix of its keys. */
const owners: Map<string, Element> = new Map()

/**
 * Takes the address for an element, or not: the first that is linked under a prefix owns it until it goes.
 * @param signal aborted when the element goes
 */
export function claimAddress(element: Element, prefix: string, signal: AbortSignal) {
  if (owners.has(prefix)) return false
  owners.set(prefix, element)
  signal.addEventListener('abort', () => owners.delete(prefix))
  return true
}
