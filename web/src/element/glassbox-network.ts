import type { SessionLike } from '../session/session-like.ts'
import { fetchEdits } from './fetch-edits.ts'
import { said } from './said.ts'
import { SessionOwnerElement } from './session-owner.ts'

/**
 * A network without a picture of its own, for the figures, values and buttons that name it with `for`:
 * `<glassbox-network id="net" state="data=xor">`. It begins when one of its figures comes near, or at once with
 * `loading="eager"`, and trains while one of them can be seen.
 */
export class GlassboxNetwork extends SessionOwnerElement {
  constructor() {
    super()
    this.loading = 'lazy'
  }

  connectedCallback() {
    this.hidden = true
    super.connectedCallback()
  }

  protected fetchTools() {
    return import('./session-tools.ts')
  }

  /** A reader who turns to something that shows it may be about to change it. @internal */
  watch(element: HTMLElement, probe: Element, signal: AbortSignal, heed?: (isSeen: boolean) => void) {
    super.watch(element, probe, signal, heed)
    for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, fetchEdits, { once: true, signal })
  }

  protected watchSight() {}
  /** It has no place on the page to say what is wrong with its state, or to ask whether many steps are to be taken. */
  protected async show(session: SessionLike) {
    if (session.notice) console.warn(`<glassbox-network> ${await said(session)}`)
  }

  protected createRenderRoot() {
    return this
  }
}

if (!customElements.get('glassbox-network')) customElements.define('glassbox-network', GlassboxNetwork)
