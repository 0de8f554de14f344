import { rootOf } from './root-of.ts'

/**
 * Draws; where the control that had the focus is gone afterwards, a neighbour gets it. The page
 * stays where it is.
 * @param neighbour selects it within the root
 */
export function keepFocus(root: HTMLElement, draw: () => void, neighbour: string) {
  const { activeElement } = rootOf(root)
  const hadFocus = root.contains(activeElement)
  draw()
  if (!hadFocus || activeElement?.isConnected) return
  root.querySelector<HTMLElement>(neighbour)?.focus({ preventScroll: true })
}
