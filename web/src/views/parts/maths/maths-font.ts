/** A font for formulas, for readers whose machine has none: maths.css names it after those that machines have. */

export const mathsFamily = 'Glassbox Maths'
export const mathsFont = () => new URL('maths.woff2', import.meta.url)
const ofMachines = ['Cambria Math', 'STIX Two Math', 'Latin Modern Math']
let isOffered = false

/**
 * Makes it known to the page, and fetches it where it will be needed, once. A font that comes with the first formula has
 * all of it laid out anew while a reader waits.
 */
export function offerMathsFont() {
  if (isOffered) return
  isOffered = true
  const font = new FontFace(mathsFamily, `url("${mathsFont()}")`)
  document.fonts.add(font)
  if (!ofMachines.some(isInstalled)) font.load().catch(() => {}) // formulas are then written in another
}

/** A text is as wide as in the font that takes its place only where there is no such font. */
function isInstalled(name: string) {
  const context = document.createElement('canvas').getContext('2d')
  const widthIn = (font: string) => {
    if (context) context.font = `40px ${font}`
    return context?.measureText('∫√Σab').width
  }
  return widthIn(`"${name}", monospace`) !== widthIn('monospace')
}
