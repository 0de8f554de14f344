import { html, nothing, type TemplateResult } from 'lit'
import { beyondPanels } from '#beyond'
import { texts } from '../../text/text.ts'
import { SessionElement } from '../parts/session-element.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** The place of a panel that is fetched when it is opened. */
export class BeyondPanel extends SessionElement {
  name = ''
  #panel: TemplateResult | typeof nothing = nothing

  protected override async begin() {
    const { panel } = await beyondPanels[this.name]().catch(() => ({
      panel: html`<p class="hint">${text('notFetched')}</p>`,
    }))
    this.#panel = panel
    this.requestUpdate()
  }

  protected override heed() {
    return false
  }

  protected override render() {
    return this.#panel
  }
}
