/** How many pixels of what is in an element have to be scrolled to, at most, from side to side. */
export const hiddenWidth = (element: Element): number =>
  [...element.querySelectorAll('*')].reduce((most, inner) => {
    const hidden = inner.scrollWidth - inner.clientWidth
    return hidden > most && /auto|scroll/.test(getComputedStyle(inner).overflowX) ? hidden : most
  }, 0)
