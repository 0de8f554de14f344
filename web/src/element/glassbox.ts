import { dropEarly, startEarly } from '../session/start-worker.ts'
import { lacking } from './abilities.ts'

/**
 * What a page imports: defines the element, after a look whether this browser can run it. Where there are no elements, as
 * in Node, it does nothing.
 */
if (typeof HTMLElement === 'function' && !customElements.get('glassbox-playground')) {
  const missing = lacking()
  if (missing.length > 0) import('./unable.ts').then(({ defineUnable }) => defineUnable(missing))
  else {
    // The engine takes as long to start as the element's scripts take to be read.
    if (document.querySelector('glassbox-playground:not([loading=lazy])')) startEarly()
    import('./glassbox-playground.ts').finally(() => setTimeout(dropEarly))
  }
}
