import { page } from 'single:page'
import { lacking } from '../element/abilities.ts'

/**
 * All of Glassbox in one classic script: for pages on a disk, in a sandbox, with a strict policy, of another origin. It
 * defines the elements; a second copy does nothing, nor does any where there are no elements, as in Node.
 */
if (typeof HTMLElement === 'function' && !customElements.get('glassbox-playground')) {
  const script = document.currentScript as HTMLScriptElement | null // null from now on
  try {
    page(script?.src ?? '')
  } catch (error) {
    if (lacking().length === 0) throw error
  }
}
