/**
 * Draws; where the control that had the focus is gone afterwards, a neighbour gets it. The page
 * stays where it is.
 * @param neighbour selects it within the root
 */
export function keepFocus(root: HTMLElement, draw: () => void, neighbour: string) {
  const { activeElement } = root.getRootNode() as ShadowRoot
  const hadFocus = root.contains(activeElement)
  draw()
  if (!hadFocus || activeElement?.isConnected) return
  const next = root.querySelector(neighbour) as HTMLElement | null
  next?.focus({ preventScroll: true })
}
