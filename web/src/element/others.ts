/** The elements that are not the page's own, by what the page has: each is fetched where one stands, or comes later. */
const elements = [
  { selector: 'glassbox-playground', load: () => import('./glassbox-playground.ts') },
  { selector: 'glassbox-network, glassbox-figure', load: () => import('./article.ts') },
  {
    selector: 'glassbox-value, glassbox-set, glassbox-check, glassbox-term, a[data-for]',
    load: () => import('./companions.ts'),
    /** What they hold is shown until one of them is less than a window's height away. */
    isLate: true,
  },
]

/** Defines what stands in the page, and what is put into it from now on. */
export function defineOthers() {
  const waiting = new Set(elements)
  const look = () => {
    for (const one of waiting) {
      const found = document.querySelectorAll(one.selector)
      if (found.length === 0) continue
      waiting.delete(one)
      if (one.isLate) whenNear(found, one.load)
      else one.load()
    }
    if (waiting.size === 0) changes.disconnect()
  }
  const changes = new MutationObserver(look)
  changes.observe(document, { childList: true, subtree: true })
  look()
}

function whenNear(found: Iterable<Element>, load: () => unknown) {
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      near.disconnect()
      load()
    },
    { rootMargin: '100% 0px' },
  )
  for (const element of found) near.observe(element)
}
