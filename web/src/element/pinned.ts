import { texts } from '../text/text.ts'
import { useStyle } from '../views/parts/late-style.ts'
import { leadTo } from '../views/parts/reveal.ts'
import css from './pinned.css'
import { sentences } from './pinned-sentences.ts'

const text = texts(sentences)

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
  const pane = root.querySelector<HTMLElement>('.pane')
  const playground = pane?.parentElement
  if (!stage || !graph || !pane || !playground || signal.aborted) return
  useStyle(stage, css)
  const handle = makeHandle(root.host, pane)
  pane.before(handle)
  signal.addEventListener('abort', () => handle.remove())
  let isDue = false
  const draw = () => {
    isDue = false
    for (const part of [stage, graph]) shrink(part)
    dock(playground)
    tell(handle)
  }
  const drawSoon = () => {
    if (!isDue) requestAnimationFrame(draw)
    isDue = true
  }
  addEventListener('scroll', drawSoon, { capture: true, passive: true, signal })
  addEventListener('resize', drawSoon, { signal })
  drawSoon()
}

/** Says how much of the window's foot the player takes (element/player.css), and whether all is in view without scrolling. */
function dock(playground: HTMLElement) {
  const [transport, buttons] = ['.transport', '.transport > .buttons'].map((part) => playground.querySelector(part))
  const docked = [transport, buttons].find((part) => part && getComputedStyle(part).position === 'sticky')
  playground.style.setProperty('--docked', `${docked?.getBoundingClientRect().height ?? 0}px`)
  playground.classList.toggle('in-view', playground.offsetHeight <= innerHeight)
}

/** What the pane is pulled up by, as a sheet: pressed, it has the page scrolled; dragged by a finger, as any part of it does. */
function makeHandle(host: Element, pane: Element) {
  const handle = document.createElement('button')
  Object.assign(handle, { type: 'button', className: 'pane-handle' })
  handle.addEventListener('click', () => leadTo(isUp(handle) ? host : pane))
  return handle
}

/** Whether the pane has been pulled up as far as the network lets it. */
const isUp = (handle: Element) => handle.getBoundingClientRect().top < innerHeight / 2

function tell(handle: HTMLElement) {
  const up = isUp(handle)
  handle.classList.toggle('up', up)
  const label = text(up ? 'down' : 'up')
  if (handle.textContent !== label) handle.textContent = label
}

function shrink(part: HTMLElement) {
  const share = part.offsetHeight > 0 && getComputedStyle(part).position === 'sticky' ? shareOf(part) : 1
  part.classList.toggle('pinned', share < 1)
  part.style.setProperty('--pinned', share.toFixed(4))
}

/** How much of its size is left to it by what follows. */
function shareOf(part: HTMLElement) {
  const { offsetHeight: height } = part
  const next = followerOf(part)
  const room = next ? next.getBoundingClientRect().top - part.getBoundingClientRect().top : height
  return Math.min(1, Math.max(room / height, least, (kept * innerHeight) / height))
}

/** What comes up beneath it; the player at the foot of the window does not. */
function followerOf(part: HTMLElement) {
  const followers = part.closest('.playground')?.querySelectorAll('.picture, .chart, .pane') ?? []
  return [...followers].find((each) => !part.contains(each) && each.getClientRects().length > 0)
}
