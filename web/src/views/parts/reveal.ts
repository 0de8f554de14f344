/**
 * Scrolls a strip sideways until one of its items is in view, with something of its neighbours, which can be pressed
 * next: the strip alone, never the page round it.
 * @param item within the strip
 */
export function revealIn(strip: HTMLElement, item: Element) {
  const [outer, inner] = [strip, item].map((element) => element.getBoundingClientRect())
  const scale = outer.width / strip.offsetWidth || 1
  const room = Math.min(inner.width, Math.max(0, outer.width - inner.width) / 2)
  const past = Math.max(0, inner.right + room - outer.right)
  const before = Math.max(0, outer.left - (inner.left - room - past))
  if (past !== before) strip.scrollLeft += (past - before) / scale
}

/**
 * Scrolls the page until an element begins at its top. Only for what a reader presses in order to be led there: nothing
 * else on the page may scroll it.
 */
export function leadTo(element: Element) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
  element.scrollIntoView({ behavior, block: 'start' })
}
