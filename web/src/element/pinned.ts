import { useStyle } from '../views/parts/late-style.ts'
import css from './pinned.css'

/** The share of the window's height that the network keeps above the pane, and the least share of its own size. */
const kept = 0.32
const least = 0.4

/**
 * In windows with the pane beneath, what a style sheet makes sticky gives way to what comes up beneath it, down to a size
 * at which it stays: it is only drawn smaller, so nothing on the page moves.
 */
export function keepInSight(root: ShadowRoot, signal: AbortSignal) {
  const stage = root.querySelector<HTMLElement>('.stage')
  const graph = root.querySelector<HTMLElement>('.graph')
  if (!stage || !graph || signal.aborted) return
  useStyle(stage, css)
  let isDue = false
  const draw = () => {
    isDue = false
    for (const part of [stage, graph]) shrink(part)
  }
  const drawSoon = () => {
    if (!isDue) requestAnimationFrame(draw)
    isDue = true
  }
  addEventListener('scroll', drawSoon, { capture: true, passive: true, signal })
  addEventListener('resize', drawSoon, { signal })
  drawSoon()
}

function shrink(part: HTMLElement) {
  const share = part.offsetHeight > 0 && getComputedStyle(part).position === 'sticky' ? shareOf(part) : 1
  part.classList.toggle('pinned', share < 1)
  part.style.setProperty('--pinned', share.toFixed(4))
}

/** How much of its size is left to it by what follows. */
function shareOf(part: HTMLElement) {
  const { offsetHeight: height, nextElementSibling: next } = part
  const room = next ? next.getBoundingClientRect().top - part.getBoundingClientRect().top : height
  return Math.min(1, Math.max(room / height, least, (kept * innerHeight) / height))
}
