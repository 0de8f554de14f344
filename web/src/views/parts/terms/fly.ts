import { useStyle } from '../late-style.ts'
import { pointedOf } from '../pointed-of.ts'
import css from './fly.css'
import { whereIs } from './where-is.ts'

/** Milliseconds that a term is on its way, and after which the next one sets out. */
const flight = 650
const after = 80
const most = 8

/**
 * The terms of a sum come from their wires to where they stand in the formula. With less motion they are there at once.
 * @param sum whose weights and biases are in the class `turns`
 */
export function flyIn(sum: HTMLElement) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const flights = [...sum.querySelectorAll<HTMLElement>('.turns')].slice(0, most).flatMap((to) => {
    const parameter = pointedOf(to)
    const from = 'row' in parameter ? whereIs(sum, parameter) : null
    return from ? [{ from, to: (to.closest('.pair > *') ?? to) as HTMLElement }] : []
  })
  if (flights.length === 0) return
  useStyle(sum, css)
  const layer = document.createElement('div')
  layer.className = 'flying'
  layer.popover = 'manual'
  layer.setAttribute('aria-hidden', 'true')
  sum.append(layer)
  layer.showPopover()
  const ended = flights.map(({ from, to }, i) => flyOne(layer, from, to, i * after))
  Promise.allSettled(ended).then(() => layer.remove())
}

function flyOne(layer: HTMLElement, from: { x: number; y: number }, to: HTMLElement, delay: number) {
  const { left, top, width, height } = to.getBoundingClientRect()
  const { color, font } = getComputedStyle(to)
  const flying = document.createElement('span')
  flying.textContent = to.textContent
  Object.assign(flying.style, { left: `${left}px`, top: `${top}px`, color, font })
  layer.append(flying)
  const [dx, dy] = [from.x - left - width / 2, from.y - top - height / 2]
  const timing: KeyframeAnimationOptions = { duration: flight, delay, easing: 'ease-in-out', fill: 'both' }
  const way = flying.animate(
    [
      { translate: `${dx}px ${dy}px`, opacity: 0 },
      { opacity: 1, offset: 0.2 },
      { translate: '0 0', opacity: 1 },
    ],
    timing,
  )
  to.animate([{ opacity: 0 }, { opacity: 0, offset: 0.99 }, { opacity: 1 }], { ...timing, fill: 'backwards' })
  return way.finished
}
