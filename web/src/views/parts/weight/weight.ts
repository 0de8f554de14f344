import { html } from 'lit'
import { parameterAbout } from '../../../network/names.ts'
import { isPointedAt } from '../../../network/pointed.ts'
import type { Change } from '../../../session/announcer.ts'
import dialCss from '../dial/dial.css'
import { dial } from '../dial/dial.ts'
import { NextValues } from '../next-values.ts'
import { chosenParameter } from '../parameter-menu/parameter-menu.ts'
import { pointByRows } from '../point-at.ts'
import { defineView, SessionElement } from '../session-element.ts'
import { throttle } from '../throttle.ts'
import css from './weight.css'

/** One weight or bias alone: its name, its dial, and where the next step would take it. */
export class WeightView extends SessionElement {
  static override sheets = [dialCss, css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  readonly #isDue = throttle(100)
  #next!: NextValues

  protected override begin() {
    this.#next = this.own(new NextValues(this.session, () => this.requestUpdate()))
    pointByRows(this, this.session, '.weight', this.leave)
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(!this.session.isRunning || changes.has('state') || changes.has('data'))
  }

  protected override render() {
    const { session } = this
    const parameter = chosenParameter(session)
    this.#next.ask()
    return html`
      <div class="weight ${isPointedAt(session.pointed, parameter) ? 'pointed' : ''}" data-layer=${parameter.layer}
        data-row=${parameter.row} data-column=${'bias' in parameter ? 'bias' : parameter.column}>
        <h2>${parameterAbout(session, parameter)}</h2>
        ${dial(session, parameter, { next: this.#next.of(parameter) })}
      </div>`
  }
}

defineView('glassbox-weight', WeightView)
