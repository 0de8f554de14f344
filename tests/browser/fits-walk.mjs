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

  /**
   * Whether the chosen words of a menu on the network have room: it is as wide as they ask for, with its arrow. Menus
   * elsewhere may hold names of any length, which are read when they open.
   */
  const isWhole = (menu) => {
    const alone = menu.cloneNode(false)
    alone.append(new Option(menu.selectedOptions[0]?.text))
    Object.assign(alone.style, { position: 'absolute', inlineSize: 'max-content', maxInlineSize: 'none' })
    menu.after(alone)
    const wanted = alone.getBoundingClientRect().width
    alone.remove()
    return menu.getBoundingClientRect().width >= wanted - 1
  }

  const look = (root) => {
    for (const menu of root.querySelectorAll('.graph select'))
      if (menu.checkVisibility({ visibilityProperty: true }) && !isWhole(menu))
        found.add(`“${menu.selectedOptions[0].text}” in ${menu.className}: cut off`)
    for (const stop of root.querySelectorAll('.stop'))
      for (const label of stop.querySelectorAll('.stop-name, .stop-short')) {
        const isSeen = getComputedStyle(label).clipPath === 'none'
        const beyond = isSeen ? label.getBoundingClientRect().width - stop.getBoundingClientRect().width : 0
        if (beyond > 1.5) found.add(`“${label.textContent}” in .stop: ${beyond} px wider`)
      }
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
