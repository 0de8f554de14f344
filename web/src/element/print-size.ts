import type { LitElement } from 'lit'
import { hiddenWidth } from '../views/parts/hidden-width.ts'

/** What is painted for the screen, made ready for paper just before the browser prints. */

/** Pixels that every usual paper has from side to side, how high a piece may be, and how wide a panel is at least. */
const paper = { width: 680, height: 620, panel: 620 }

/**
 * Has pieces of a frame keep the size that they have on the screen, and be painted in the light.
 * @param frame in a shadow root of ours @param pieces a selector
 */
export function fitToPaper(frame: HTMLElement, pieces: string, signal: AbortSignal) {
  const root = frame.getRootNode() as ShadowRoot
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
  const isPanel = piece.matches('.tab-panel')
  const width = isPanel ? widthOf(piece) : offsetWidth + hiddenWidth(piece)
  const isWhole = !isPanel && !piece.matches('.plot')
  const fit = Math.min(1, paper.width / width, isWhole ? paper.height / height : 1)
  for (const [name, value] of Object.entries({ width: `${width}px`, height: `${height}px`, fit }))
    piece.style.setProperty(`--print-${name}`, String(value))
}

/** What a panel needs to have nothing cut off: tried out, for it may show more where it has more room. */
function widthOf(panel: HTMLElement) {
  let width = Math.max(panel.offsetWidth, paper.panel)
  const given = panel.style.cssText
  for (let hidden = width, tries = 0; hidden > 0 && tries < 4; tries++) {
    panel.style.cssText = `position: absolute; container: playground / inline-size; inline-size: ${width}px`
    hidden = hiddenWidth(panel)
    width += hidden
  }
  panel.style.cssText = given
  return width
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
