/**
 * Draws; where the control that had the focus is gone afterwards, a neighbour gets it. The page
 * stays where it is.
 * @param {HTMLElement} root
 * @param {() => void} draw
 * @param {string} neighbour selects it within the root
 */
export function keepFocus(root, draw, neighbour) {
  const { activeElement } = /** @type {ShadowRoot} */ (root.getRootNode())
  const hadFocus = root.contains(activeElement)
  draw()
  if (!hadFocus || activeElement?.isConnected) return
  const next = /** @type {HTMLElement | null} */ (root.querySelector(neighbour))
  next?.focus({ preventScroll: true })
}
