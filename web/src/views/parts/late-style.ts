import { rootOf } from './root-of.ts'

/** Style sheets by their text: one, however many playgrounds use it. */
const sheets: Map<string, CSSStyleSheet> = new Map()

/** The one sheet of a text. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) sheet.replaceSync(css)
  sheets.set(css, sheet)
  return sheet
}

/** Whether an element stands in the shadow root of a playground or figure, where all is ours. */
export function isInPlayground(element: Element) {
  const root = rootOf(element)
  return root instanceof ShadowRoot && root.host.matches('glassbox-playground, glassbox-figure')
}

/**
 * Adds the style sheet of a part of the page that is fetched late. In a document of somebody else's it acts within our
 * views alone.
 * @param element within the root it is for
 */
export async function useStyle(element: Element, css: string) {
  const root = rootOf(element)
  const isOurs = isInPlayground(element)
  const sheet = isOurs ? sheetOf(css) : (await import('./kept-within.ts')).sheetWithin(css)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
