import { dropEarly, startEarly } from '../session/start-worker.ts'
import { lacking } from './abilities.ts'

/**
 * What a page imports: defines the elements, after a look whether this browser can run them. Where there are no elements,
 * as in Node, it does nothing.
 */

/** What is fetched beside the playground, where the page has it. */
const others =
  'glassbox-network, glassbox-figure, glassbox-value, glassbox-set, glassbox-check, glassbox-term, a[data-for]'

/** Defines what stands in the page, and what is put into it from now on. */
function define() {
  const hasOthers = document.querySelector(others) !== null
  const fetchOthers = () => import('./others.ts').then(({ defineOthers }) => defineOthers())
  if (hasOthers) fetchOthers()
  else addEventListener('glassbox-ready', fetchOthers, { once: true })
  // a page without any will make playgrounds by its scripts
  if (!hasOthers || document.querySelector('glassbox-playground')) return import('./glassbox-playground.ts')
}

if (typeof HTMLElement === 'function' && !customElements.get('glassbox-playground')) {
  const missing = lacking()
  if (missing.length > 0) import('./unable.ts').then(({ defineUnable }) => defineUnable(missing))
  else {
    // The engine takes as long to start as the element's scripts take to be read.
    if (document.querySelector('glassbox-playground:not([loading=lazy])')) startEarly()
    Promise.resolve(define()).finally(() => setTimeout(dropEarly))
  }
}
