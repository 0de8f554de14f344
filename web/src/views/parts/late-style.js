/** Style sheets by their text: one, however many playgrounds use it. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map()

/**
 * Adds the style sheet of a part of the page that is fetched late.
 * @param {Element} element within the shadow root it is for
 * @param {string} css
 */
export function useStyle(element, css) {
  const root = /** @type {ShadowRoot} */ (element.getRootNode())
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) {
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
