import { dropEarly, startEarly } from '../session/start-worker.ts'
import { lacking } from './abilities.ts'

/**
 * What a page imports: defines the elements, after a look whether this browser can run them. Where there are no elements,
 * as in Node, it does nothing.
 */

/** The elements by their names, each fetched where the page has it. */
const elements: Record<string, () => Promise<unknown>> = {
  'glassbox-playground': () => import('./glassbox-playground.ts'),
  'glassbox-network': () => import('./article.ts'),
  'glassbox-figure': () => import('./article.ts'),
}

/** Defines what stands in the page, and what is put into it from now on. */
function defineAll() {
  const waiting = new Set(Object.keys(elements))
  const define = (name: string) => {
    waiting.delete(name)
    return elements[name]()
  }
  const look = () => {
    const found = [...waiting].filter((name) => document.getElementsByTagName(name).length > 0)
    if (waiting.size === found.length) observer.disconnect()
    return found
  }
  const observer = new MutationObserver(() => look().map(define))
  observer.observe(document, { childList: true, subtree: true })
  // a page without any will make playgrounds by its scripts
  const first = look()
  return Promise.all((first.length > 0 ? first : ['glassbox-playground']).map(define))
}

if (typeof HTMLElement === 'function' && !customElements.get('glassbox-playground')) {
  const missing = lacking()
  if (missing.length > 0) import('./unable.ts').then(({ defineUnable }) => defineUnable(missing))
  else {
    // The engine takes as long to start as the element's scripts take to be read.
    if (document.querySelector('glassbox-playground:not([loading=lazy])')) startEarly()
    defineAll().finally(() => setTimeout(dropEarly))
  }
}
