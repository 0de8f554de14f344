import { html } from 'lit'
import { SessionElement } from '../parts/session-element.ts'

export class WeightsView extends SessionElement {
  look(_given: ArrayBuffer | string) {}
  protected override render() {
    return html``
  }
}
