const context = CSS.supports('field-sizing: content') ? null : document.createElement('canvas').getContext('2d')

/** Makes a menu as wide as the word that is chosen, where the style sheet's `field-sizing` does nothing. */
export function fitWord(menu: HTMLSelectElement) {
  if (!context) return
  const { font, fontSize } = getComputedStyle(menu)
  context.font = font
  const { width } = context.measureText(menu.selectedOptions[0].label)
  menu.style.inlineSize = `${width / Number.parseFloat(fontSize) + 0.5}em`
}
