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
    const sizes = [stage, graph].map(shrink)
    playground.style.setProperty('--kept', `${Math.max(...sizes)}px`)
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
  const docked = [transport, buttons].find(isDocked)
  playground.style.setProperty('--docked', `${docked?.getBoundingClientRect().height ?? 0}px`)
  playground.classList.toggle('in-view', playground.offsetHeight <= innerHeight)
}

const isDocked = (part: Element | null) => part !== null && getComputedStyle(part).position === 'sticky'

/** What the pane is pulled up by, as a sheet: pressed, it has the page scrolled; dragged by a finger, as any part of it does. */
function makeHandle(host: Element, pane: Element) {
  const handle = document.createElement('button')
  Object.assign(handle, { type: 'button', className: 'pane-handle' })
  handle.addEventListener('click', () => leadTo(isUp(handle) ? host : pane))
  return handle
}

/** Whether the pane has been pulled up as far as the network lets it. */
const isUp = (handle: Element) => handle.getBoundingClientRect().top < 0.6 * innerHeight

function tell(handle: HTMLElement) {
  const up = isUp(handle)
  handle.classList.toggle('up', up)
  const label = text(up ? 'down' : 'up')
  if (handle.textContent !== label) handle.textContent = label
}

/** Draws it as large as there is room; the height to which it can get. */
function shrink(part: HTMLElement) {
  const { position, insetBlockStart } = getComputedStyle(part)
  const height = position === 'sticky' ? part.offsetHeight : 0
  const held = part.classList.contains('pinned') ? Number.parseFloat(part.style.getPropertyValue('--held')) : 0
  const top = part.getBoundingClientRect().top - held
  const smallest = Math.min(height, Math.max(least * height, kept * innerHeight))
  const size = Math.min(height, Math.max(roomOf(part, Math.max(top, 0)), smallest))
  const isPinned = size < height
  part.classList.toggle('pinned', isPinned)
  part.style.setProperty('--pinned', isPinned ? (size / height).toFixed(4) : '')
  part.style.setProperty('--held', isPinned ? `${heldBy(part, top, size, Number.parseFloat(insetBlockStart))}px` : '')
  return smallest
}

/** How much of the height is left to it by what follows. */
function roomOf(part: HTMLElement, top: number) {
  const [next] = followersOf(part)
  return next ? next.getBoundingClientRect().top - top : Infinity
}

/** How far it is held back where the end of the playground pushes it up by its whole size: as long as there is any of the pane. */
function heldBy(part: HTMLElement, top: number, size: number, inset: number) {
  const end = followersOf(part).at(-1)?.getBoundingClientRect().bottom ?? 0
  return Math.max(0, Math.min(inset, end - size) - top)
}

/** What comes up beneath it; the player at the foot of the window does not. */
function followersOf(part: HTMLElement) {
  const followers = part
    .closest('.playground')
    ?.querySelectorAll('.picture, .transport > :not(.buttons), .chart, .pane')
  return [...(followers ?? [])].filter(
    (each) => !part.contains(each) && !isDocked(each.closest('.transport')) && each.getClientRects().length > 0,
  )
}
