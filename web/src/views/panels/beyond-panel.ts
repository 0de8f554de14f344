import { html, type TemplateResult } from 'lit'
import { beyondPanels } from '#beyond'
import { Fetched } from '../parts/fetched.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { dress } from './styles.ts'

/** The place of a panel that is fetched when it is opened. */
class BeyondPanel extends SessionElement {
  name = ''
  readonly #fetched = new Fetched(
    () => this.#fetch(),
    () => this.requestUpdate(),
  )

  async #fetch() {
    const { panel } = await beyondPanels[this.name]()
    dress(customElements.get(`glassbox-${this.name}`) as unknown as typeof SessionElement)
    return panel
  }

  protected override begin() {
    this.#fetched.ask()
  }

  protected override heed() {
    return false
  }

  protected override render() {
    return html`${this.#fetched.found}${this.#fetched.failure}`
  }
}

defineView('glassbox-beyond', BeyondPanel)

export const beyondPanel = (name: string): TemplateResult => html`<glassbox-beyond .name=${name}></glassbox-beyond>`
