import { html, nothing } from 'lit'
import type { Change } from '../../../session/announcer.ts'
import { texts } from '../../../text/text.ts'
import { presses } from '../../parts/buttons.ts'
import { rootOf } from '../../parts/root-of.ts'
import { maySave, save } from '../../parts/save.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { copyOf, isReplayed } from './html-file.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** One HTML file with all that is needed to go on where the page is, from a disk too. */
export class CopyShare extends SessionElement {
  static override ignores: readonly Change[] = ['pointed', 'overlay', 'opened', 'history', 'running']
  #outcome = ''
  #isBusy = false

  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('state') || changes.has('data') || !this.session.isRunning
  }

  protected override render() {
    if (!maySave()) return html`<p class="hint">${text('mayNotSave')}</p>`
    const { frame } = this.session
    const step = frame?.step ?? 0
    const way = isReplayed(this.session)
      ? step > 0
        ? text('fileReplays_other', { count: step })
        : ''
      : text('fileWeights')
    return html`
      <p class="hint">${text('fileAbout')} ${way || nothing}</p>
      <button type="button" class="primary" ${presses(this.#save, this.#isBusy)}>${text('save')}</button>
      <p class="hint" role="status">${this.#outcome}</p>`
  }

  #save = async () => {
    this.#tell(text('saving'), true)
    try {
      const host = rootOf(this) instanceof ShadowRoot ? (rootOf(this) as ShadowRoot).host : null
      const { name, html: written } = await copyOf(this.session, host)
      save(name, new Blob([written], { type: 'text/html' }))
      this.#tell(text('saved', { name }))
    } catch (error) {
      this.#tell(text('notSaved', { message: (error as Error).message }))
    }
  }

  #tell(outcome: string, isBusy = false) {
    this.#outcome = outcome
    this.#isBusy = isBusy
    this.requestUpdate()
  }
}
