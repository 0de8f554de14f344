/** A font for formulas, fetched where the reader's machine has none: maths.css names it after those that machines have. */

const family = 'Glassbox Maths'

/** Makes it known to the page, once. A browser fetches it when something is to be drawn with it. */
export function offerMathsFont() {
  const isKnown = [...document.fonts].some((font) => font.family.replaceAll('"', '') === family)
  if (!isKnown) document.fonts.add(new FontFace(family, `url("${new URL('maths.woff2', import.meta.url)}")`))
}
