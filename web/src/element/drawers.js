/** Room in pixels kept between a drawer and a card beside it. */
const gap = 8

/** @type {WeakMap<Element, ElementInternals>} */
const internals = new WeakMap()

/**
 * One drawer is open at a time and takes the focus; Escape closes it and gives the focus back to what opens it.
 * Drawers stay open while the page is used, so that a change of settings can be watched; the card of a dial keeps off
 * them. While one is open the element is in the state 'drawer', so that the page around can make room.
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 */
export function keepDrawers(root, signal) {
  const drawers = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.drawer')])
  const opener = (/** @type {HTMLElement} */ drawer) =>
    /** @type {HTMLElement | null} */ (root.querySelector(`.top [popovertarget="${drawer.id}"]`))
  for (const drawer of drawers) {
    drawer.addEventListener(
      'toggle',
      (event) => {
        setState(root.host, 'drawer', Boolean(openOf(drawers)))
        const hasFocus = drawer.contains(root.activeElement)
        if (/** @type {ToggleEvent} */ (event).newState === 'closed') {
          if (hasFocus || !root.activeElement) opener(drawer)?.focus({ preventScroll: true })
          return
        }
        drawers.filter((other) => other !== drawer).forEach((other) => other.hidePopover())
        const card = /** @type {HTMLElement | null} */ (root.querySelector('.dial-card:popover-open'))
        card?.hidePopover()
        if (!hasFocus)
          /** @type {HTMLElement | null} */ (drawer.querySelector('.close'))?.focus({ preventScroll: true })
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
      if (/** @type {KeyboardEvent} */ (event).key === 'Escape') drawers.forEach((drawer) => drawer.hidePopover())
    },
    { signal },
  )
}

/** @param {HTMLElement[]} drawers */
const openOf = (drawers) => drawers.find((drawer) => drawer.matches(':popover-open'))

/** Moves a card beside the open drawer; where there is no room for both, the drawer closes. @param {HTMLElement | undefined} drawer @param {HTMLElement} card */
function keepApart(drawer, card) {
  if (!drawer) return
  const least = drawer.offsetLeft + drawer.offsetWidth + gap
  if (least + card.offsetWidth + gap > innerWidth) drawer.hidePopover()
  else if (card.offsetLeft < least) card.style.left = `${least}px`
}

/** Sets what a style sheet reads as :state(name). @param {Element} host @param {string} name @param {boolean} isOn */
function setState(host, name, isOn) {
  const own = internals.get(host) ?? /** @type {HTMLElement} */ (host).attachInternals()
  internals.set(host, own)
  if (isOn) own.states.add(name)
  else own.states.delete(name)
}
