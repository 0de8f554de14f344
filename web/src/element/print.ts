import { fitToPaper } from '#print-size'
import still from '../views/parts/still.css'
import css from './print.css'

/** What a playground or figure is on paper: still, without controls, light, nothing cut off. */

/** One for all of a page. */
let sheet: CSSStyleSheet | null = null

function sheetForPrint() {
  if (sheet) return sheet
  sheet = new CSSStyleSheet()
  sheet.replaceSync(`@media print{${still}${css}}`)
  return sheet
}

/**
 * Has what is in a frame of ours printed as a figure.
 * @param frame the outermost box in its shadow root
 * @param pieces a selector: each is printed as wide as it is on the screen, or as the paper
 */
export function printStill(frame: HTMLElement, pieces: string, signal: AbortSignal) {
  const { adoptedStyleSheets } = frame.getRootNode() as ShadowRoot
  if (signal.aborted) return
  if (!adoptedStyleSheets.includes(sheetForPrint())) adoptedStyleSheets.push(sheetForPrint())
  frame.classList.add('still')
  for (const piece of frame.querySelectorAll(pieces)) piece.classList.add('printed')
  fitToPaper(frame, pieces, signal)
}
