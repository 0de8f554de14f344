/** Room in pixels kept between a drawer and a card beside it. */
const gap = 8

const internals: WeakMap<Element, ElementInternals> = new WeakMap()

/**
 * One drawer is open at a time and takes the focus; Escape closes it and gives the focus back to what opens it.
 * Drawers stay open while the page is used, so that a change of settings can be watched; the card of a dial keeps off
 * them. While one is open the element is in the state 'drawer', so that the page around can make room.
 */
export function keepDrawers(root: ShadowRoot, signal: AbortSignal) {
  const drawers = [...root.querySelectorAll<HTMLElement>('.drawer')]
  const opener = (drawer: HTMLElement) => root.querySelector<HTMLElement>(`.top [popovertarget="${drawer.id}"]`)
  for (const drawer of drawers) {
    drawer.addEventListener(
      'toggle',
      ({ newState }) => {
        setState(root.host, 'drawer', Boolean(openOf(drawers)))
        const hasFocus = drawer.contains(root.activeElement)
        if (newState === 'closed') {
          if (hasFocus || !root.activeElement) opener(drawer)?.focus({ preventScroll: true })
          return
        }
        drawers.filter((other) => other !== drawer).forEach((other) => other.hidePopover())
        root.querySelector<HTMLElement>('.dial-card:popover-open')?.hidePopover()
        if (!hasFocus) drawer.querySelector<HTMLElement>('.close')?.focus({ preventScroll: true })
      },
      { signal },
    )
  }
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
  const least = drawer.offsetLeft + drawer.offsetWidth + gap
  if (least + card.offsetWidth + gap > innerWidth) drawer.hidePopover()
  else if (card.offsetLeft < least) card.style.left = `${least}px`
}

/** Sets what a style sheet reads as :state(name). */
function setState(host: Element, name: string, isOn: boolean) {
  if (!(host instanceof HTMLElement)) return
  const own = internals.get(host) ?? host.attachInternals()
  internals.set(host, own)
  if (isOn) own.states.add(name)
  else own.states.delete(name)
}
