/** An edge that only touches the window shows nothing: the share of the element from which it counts as seen. */
const least = 1e-6

/** What a deck of slides tells the frames of a slide that is left, and of one that is turned to: reveal.js. */
const slideNews = ['slide:stop', 'slide:start']

/**
 * Tells whether an element can be seen: it is laid out, has a width, is not hidden, is scrolled into view, its tab is shown,
 * and the deck of slides that its page is in has not turned from it.
 * @param probe within it, with a transition of `visibility`
 * @param tell called when that changes
 */
export function watchSight(element: HTMLElement, probe: Element, tell: (isSeen: boolean) => void, signal: AbortSignal) {
  let isInWindow = false
  let wasSeen = true
  let isTurned = false
  const look = () => {
    const isShown = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    const isSeen = isInWindow && isShown && element.offsetWidth > 0 && !document.hidden && !isTurned
    if (isSeen === wasSeen) return
    wasSeen = isSeen
    tell(isSeen)
  }
  const inWindow = new IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRect } = entries[entries.length - 1]
      isInWindow = isIntersecting && intersectionRect.width > 0 && intersectionRect.height > 0
      look()
    },
    { threshold: [0, least] },
  )
  const size = new ResizeObserver(look)
  inWindow.observe(element)
  size.observe(element)
  document.addEventListener('visibilitychange', look, { signal })
  const turn = ({ source, data }: MessageEvent) => {
    if (source !== parent || !slideNews.includes(data)) return
    isTurned = data === slideNews[0]
    look()
  }
  addEventListener('message', turn, { signal })
  for (const type of ['transitionrun', 'transitionend']) probe.addEventListener(type, look, { signal })
  signal.addEventListener('abort', () => {
    inWindow.disconnect()
    size.disconnect()
  })
}

/** Resolves when an element comes into view. */
export const comesIntoView = (element: Element, signal: AbortSignal) => comesWithin('0px', element, signal)

/** Resolves when an element is less than a window's height away. */
export const comesNear = (element: Element, signal: AbortSignal) => comesWithin('100% 0px', element, signal)

const comesWithin = (rootMargin: string, element: Element, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        resolve()
      },
      { rootMargin },
    )
    observer.observe(element)
    signal.addEventListener('abort', () => observer.disconnect())
  })
