/** Who keeps the page's address, by the prefix of its keys. @type {Map<string, Element>} */
const owners = new Map()

/**
 * Takes the address for an element, or not: the first that is linked under a prefix owns it until it goes.
 * @param {Element} element
 * @param {string} prefix
 * @param {AbortSignal} signal aborted when the element goes
 */
export function claimAddress(element, prefix, signal) {
  if (owners.has(prefix)) return false
  owners.set(prefix, element)
  signal.addEventListener('abort', () => owners.delete(prefix))
  return true
}
