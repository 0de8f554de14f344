/** A font for formulas, fetched where the reader's machine has none: maths.css names it after those that machines have. */

const family = 'Glassbox Maths'
let isOffered = false

/**
 * Makes it known to the page, once. A browser fetches it when something is to be drawn with it. That the page has another
 * font costs a layout of all of it: better before a reader waits for a formula.
 */
export function offerMathsFont() {
  if (!isOffered) document.fonts.add(new FontFace(family, `url("${new URL('maths.woff2', import.meta.url)}")`))
  isOffered = true
}
