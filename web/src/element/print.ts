import type { LitElement } from 'lit'
import { hiddenWidth } from '../views/parts/hidden-width.ts'
import still from '../views/parts/still.css'
import css from './print.css'

/** What a playground or figure is on paper: still, without controls, light, nothing cut off. */

/** Pixels that every usual paper has between its margins, and those of them that one piece may take. */
const paper = { width: 680, height: 620 }

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
 * @param pieces each of which is printed as wide as it is on the screen, or as the paper
 */
export function printStill(frame: HTMLElement, pieces: string, signal: AbortSignal) {
  const root = frame.getRootNode()
  if (!(root instanceof ShadowRoot) || signal.aborted) return
  if (!root.adoptedStyleSheets.includes(sheetForPrint())) root.adoptedStyleSheets.push(sheetForPrint())
  frame.classList.add('still')
  const host = root.host as HTMLElement
  const given = host.style.colorScheme
  const take = (scheme: string) => {
    const before = getComputedStyle(frame).color
    host.style.colorScheme = scheme
    if (getComputedStyle(frame).color !== before) paintAnew(root)
  }
  const prepare = () => {
    for (const piece of frame.querySelectorAll<HTMLElement>(`${pieces}, .plot`)) keepSize(piece)
    take('light')
    finish(root)
  }
  addEventListener('beforeprint', prepare, { signal })
  addEventListener('afterprint', () => take(given), { signal })
}

/** The page is laid out anew for the paper, but what is painted stays as large as it was. */
function keepSize(piece: HTMLElement) {
  const { offsetWidth, offsetHeight: height } = piece
  const width = offsetWidth + hiddenWidth(piece)
  const isWhole = !piece.matches('.tab-panel, .plot')
  const fit = Math.min(1, paper.width / width, isWhole ? paper.height / height : 1)
  piece.classList.toggle('printed', !piece.matches('.plot'))
  for (const [name, value] of Object.entries({ width: `${width}px`, height: `${height}px`, fit }))
    piece.style.setProperty(`--print-${name}`, String(value))
}

/** Has canvases painted in the colours in force, as when the theme changes: see views/plot/palette.ts. */
function paintAnew(root: ShadowRoot) {
  for (const probe of root.querySelectorAll('.palette-probe')) probe.dispatchEvent(new Event('transitionend'))
  const plots = [...root.querySelectorAll<LitElement>('glassbox-plot')]
  Promise.all(plots.map(({ updateComplete }) => updateComplete)).then(() => finish(root))
}

/** A dot put where it was finishes a canvas: what is only noted down to be painted is printed with a ground of white. */
function finish(root: ShadowRoot) {
  for (const canvas of root.querySelectorAll('canvas')) {
    const context = canvas.getContext('2d')
    context?.putImageData(context.getImageData(0, 0, 1, 1), 0, 0)
  }
}
