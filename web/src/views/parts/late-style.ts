import { rootOf } from './root-of.ts'

/** Style sheets by their text: one, however many playgrounds use it. */
const sheets: Map<string, CSSStyleSheet> = new Map()

/**
 * Adds the style sheet of a part of the page that is fetched late.
 * @param element within the shadow root it is for
 */
export function useStyle(element: Element, css: string) {
  const root = rootOf(element)
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) {
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
