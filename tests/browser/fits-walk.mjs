/**
 * Runs in the page: every text on it that a reader cannot read to its end, in words. What lies in a box that scrolls
 * is reached by scrolling; a name that ends in dots is read in full by its title.
 */
export function unreadable() {
  const found = new Set()
  const parentOf = (element) => element.parentElement ?? element.getRootNode().host ?? null
  const isSpokenOnly = ({ width, height }) => width <= 1 || height <= 1
  const isNamedInFull = (element) =>
    getComputedStyle(element).textOverflow === 'ellipsis' && element.closest('[title]') !== null

  /** Where a stretch of text in an element is cut off, '' = nowhere. */
  const cutOf = (element, { left, right }) => {
    for (let box = element; box; box = parentOf(box)) {
      if (box instanceof SVGElement && box.localName !== 'svg') continue
      const { overflowX } = getComputedStyle(box)
      if (overflowX === 'visible') continue
      const around = box.getBoundingClientRect()
      if (['hidden', 'clip'].includes(overflowX)) {
        if (isSpokenOnly(around) || isNamedInFull(box)) return ''
        if (left < around.left - 1.5 || right > around.right + 1.5) return `cut off by .${box.className}`
        continue
      }
      const begin = around.left - box.scrollLeft
      const isReached = left > begin - 1.5 && right < begin + Math.max(box.scrollWidth, around.width) + 1.5
      return isReached ? '' : `out of reach in .${box.className}`
    }
    return left < -1 || right > innerWidth + 1 ? 'beyond the window' : ''
  }

  const look = (root) => {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot)
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      const element = text.parentElement
      if (!text.textContent.trim() || !element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const stretch of range.getClientRects()) {
        const cut = stretch.width > 0 ? cutOf(element, stretch) : ''
        if (cut) found.add(`“${text.textContent.trim()}” in .${element.className}: ${cut}`)
      }
    }
  }
  look(document)
  return [...found]
}
