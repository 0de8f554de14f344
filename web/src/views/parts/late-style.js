/** Style sheets by their text: one, however many playgrounds use it. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map()

/**
 * Adds the style sheet of a part of the page that is fetched late.
 * @param {Element} place within the shadow root it is for
 * @param {string} css
 */
export function useStyle(place, css) {
  const root = /** @type {ShadowRoot} */ (place.getRootNode())
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) {
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
