import { lacking } from './abilities.ts'

/**
 * What a page imports: defines the element, after a look whether this browser can run it. Where there are no elements, as
 * in Node, it does nothing.
 */
if (typeof HTMLElement === 'function' && !customElements.get('glassbox-playground')) {
  const missing = lacking()
  if (missing.length > 0) import('./unable.ts').then(({ defineUnable }) => defineUnable(missing))
  else import('./glassbox-playground.ts')
}
