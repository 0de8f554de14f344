/**
 * One drawer is open at a time and takes the focus; Escape closes it and gives the focus back to what opens it.
 * Drawers stay open while the page is used, so that a change of settings can be watched.
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
        const hasFocus = drawer.contains(root.activeElement)
        if (/** @type {ToggleEvent} */ (event).newState === 'closed') {
          if (hasFocus || !root.activeElement) opener(drawer)?.focus({ preventScroll: true })
          return
        }
        drawers.filter((other) => other !== drawer).forEach((other) => other.hidePopover())
        if (!hasFocus)
          /** @type {HTMLElement | null} */ (drawer.querySelector('.close'))?.focus({ preventScroll: true })
      },
      { signal },
    )
  }
  root.addEventListener(
    'keydown',
    (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === 'Escape') drawers.forEach((drawer) => drawer.hidePopover())
    },
    { signal },
  )
}
