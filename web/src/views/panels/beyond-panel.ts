import { html } from 'lit'
import { beyondPanels } from '#beyond'
import { Fetched } from '../parts/fetched.ts'
import { SessionElement } from '../parts/session-element.ts'

/** The place of a panel that is fetched when it is opened. */
export class BeyondPanel extends SessionElement {
  name = ''
  readonly #fetched = new Fetched(
    () => beyondPanels[this.name](),
    () => this.requestUpdate(),
  )

  protected override begin() {
    this.#fetched.ask()
  }

  protected override heed() {
    return false
  }

  protected override render() {
    return html`${this.#fetched.found?.panel}${this.#fetched.failure}`
  }
}
