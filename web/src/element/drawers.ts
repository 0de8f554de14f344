/** Room in pixels kept between a drawer and a card beside it. */
const gap = 8

/**
 * Begun when the first drawer or card opens. One drawer is open at a time and takes the focus; Escape closes it and gives
 * the focus back to what opens it. Drawers stay open while the page is used, so that a change of settings can be watched;
 * the card of a dial keeps off them.
 */
export function keepDrawers(root: ShadowRoot, signal: AbortSignal) {
  const drawers = [...root.querySelectorAll<HTMLElement>('.drawer')]
  const opener = (drawer: HTMLElement) => root.querySelector<HTMLElement>(`.top [popovertarget="${drawer.id}"]`)
  const take = (drawer: HTMLElement) => {
    drawers.filter((other) => other !== drawer).forEach((other) => other.hidePopover())
    root.querySelector<HTMLElement>('.dial-card:popover-open')?.hidePopover()
    if (!drawer.contains(root.activeElement))
      drawer.querySelector<HTMLElement>('.close')?.focus({ preventScroll: true })
  }
  const leave = (drawer: HTMLElement) => {
    const hasFocus = drawer.contains(root.activeElement)
    if (hasFocus || !root.activeElement) opener(drawer)?.focus({ preventScroll: true })
  }
  for (const drawer of drawers) {
    drawer.addEventListener('toggle', ({ newState }) => (newState === 'open' ? take : leave)(drawer), { signal })
  }
  const open = openOf(drawers)
  if (open) take(open)
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.dial-card:popover-open')) keepApart(openOf(drawers), target)
    },
    { signal, capture: true },
  )
  root.addEventListener(
    'keydown',
    (event) => {
      if ((event as KeyboardEvent).key === 'Escape') drawers.forEach((drawer) => drawer.hidePopover())
    },
    { signal },
  )
}

const openOf = (drawers: HTMLElement[]) => drawers.find((drawer) => drawer.matches(':popover-open'))

/** Moves a card beside the open drawer; where there is no room for both, the drawer closes. */
function keepApart(drawer: HTMLElement | undefined, card: HTMLElement) {
  if (!drawer) return
  const { left, right } = drawer.getBoundingClientRect()
  const room = { left: left - gap - card.offsetWidth, right: innerWidth - gap - card.offsetWidth }
  if (room.left >= gap) card.style.left = `${Math.min(card.offsetLeft, room.left)}px`
  else if (room.right >= right + gap) card.style.left = `${Math.max(card.offsetLeft, right + gap)}px`
  else drawer.hidePopover()
}
