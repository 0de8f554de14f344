/** Style sheets by their text: one, however many playgrounds use it. */
const sheets: Map<string, CSSStyleSheet> = new Map()

/** The one sheet of a text. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) sheet.replaceSync(css)
  sheets.set(css, sheet)
  return sheet
}

/**
 * Adds the style sheet of a part of the page that is fetched late.
 * @param element within the shadow root it is for
 */
export function useStyle(element: Element, css: string) {
  const root = element.getRootNode() as ShadowRoot
  const sheet = sheetOf(css)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
