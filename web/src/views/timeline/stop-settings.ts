import { html, nothing, type PropertyValues } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { isTicked } from '../parts/control.ts'
import { Entries } from '../parts/fields/entries.ts'
import { fieldId } from '../parts/fields/field.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { SessionElement } from '../parts/session-element.ts'
import { sentences } from './stop-sentences.ts'
import css from './stop-settings.css'

const text = texts(sentences)

/** What a rule begins with, and what it allows. */
const share = { first: 0.95, limit: { minimum: 0, maximum: 1, exclusiveMinimum: false, integer: false } }
const cost = { first: 0.1, limit: { minimum: 0, maximum: 1e9, exclusiveMinimum: false, integer: false } }
const epochs = { minimum: 1, maximum: 1_000_000, exclusiveMinimum: false, integer: true }
const rules = {
  cost,
  testCost: cost,
  accuracy: share,
  testAccuracy: share,
  epochs: { first: 100, limit: epochs },
  patience: { first: 20, limit: epochs },
}
type Rule = keyof typeof rules

/** When playing stops by itself: a small group of the settings. */
export class StopView extends SessionElement {
  static override room = 'stop-settings'
  static override sheets = [css]
  #entries!: Entries

  protected override begin() {
    if (this.#entries?.session !== this.session) this.#entries = new Entries(this.session, () => this.requestUpdate())
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('state') || changes.has('data') || changes.has('notice')
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), 'input')
  }

  protected override render() {
    const isOfClasses = Boolean(this.session.data?.classes.length)
    const offered = (Object.keys(rules) as Rule[]).filter((rule) => isOfClasses || !/ccuracy$/.test(rule))
    return html`
      <fieldset>
        <legend>${text('title')}</legend>
        <p class="hint">${text('about')}</p>
        ${offered.map((rule) => this.#rule(rule))}
      </fieldset>`
  }

  #rule(rule: Rule) {
    const value = this.session.state.stop?.[rule] ?? null
    const path = `stop.${rule}`
    const { first, limit } = rules[rule]
    const send = (number: number | null) => this.session.run({ do: 'set', changes: { [path]: number } })
    const turn = (event: Event) => {
      this.#entries.forget(path)
      send(isTicked(event) ? first : null)
    }
    const name = text(rule)
    const sentence = this.#entries.sentence(path)
    return html`
      <div class="stop-settings-rule">
        <label class="switch"><input type="checkbox" data-path=${path} .checked=${live(value !== null)} @change=${turn}>
          <span>${name}</span></label>
        ${value === null ? nothing : this.#entries.number({ key: path, id: fieldId(path), name, value, limit, send })}
      </div>
      ${sentence ? html`<p class="refusal" role="alert">${sentence}</p>` : nothing}`
  }
}
