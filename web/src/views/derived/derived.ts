/** Features made of others, in the drawer of data: fetched when that is opened, and no part of the single file. */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { DataInfo } from '../../data/prepare.ts'
import type { Term } from '../../data/sources.ts'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import fieldCss from '../parts/fields/field.css'
import { optionList } from '../parts/fields/options.ts'
import { noticeWords } from '../parts/refusal/words.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import css from './derived.css'
import { sentences } from './sentences.ts'
import { type Kind, keyOf, kinds, largestPower, mostTerms, nameOf, termOf, usualTerms } from './terms.ts'

const text = texts(sentences)

/** Switches for the usual terms of two features and for those that there are, and a form for others. */
class DerivedView extends SessionElement {
  static override room = 'derived-view'
  static override sheets = [fieldCss, css]
  static override ignores: readonly Change[] = ['pointed', 'overlay', 'opened', 'frame', 'history', 'running']
  #kind: Kind = 'power'
  #first = 0
  #second = 0
  #power = 2
  #refusal = ''

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('data') || changes.has('state')) this.#refusal = ''
    return changes.has('data') || changes.has('state')
  }

  protected override render() {
    const { data } = this.session
    if (!data || data.imageSide) return nothing
    const names = data.featureNames.slice(0, data.bases)
    return html`<fieldset>
      <legend>${text('title')}</legend>
      <p class="hint">${text('about')}</p>
      <div class="derived-terms">${this.#switches(data, names)}</div>
      <details><summary>${text('add')}</summary>${this.#form(names)}</details>
      <p role="status" class="hint">${this.#refusal ? html`<strong class="refusal">${this.#refusal}</strong>` : nothing}</p>
    </fieldset>`
  }

  get #terms(): readonly Term[] {
    return this.session.state.data.derived ?? []
  }

  /** The usual terms stay where they are; the others go when they are switched off. */
  #switches({ featureNames, bases }: DataInfo, names: string[]) {
    const on = this.#terms.map((term) => keyOf(term, names))
    const usual = usualTerms(names)
    const known = usual.map((term) => keyOf(term, names))
    const others = this.#terms.filter((_, at) => !known.includes(on[at]))
    return [...usual, ...others].map((term) => {
      const at = on.indexOf(keyOf(term, names))
      const name = at < 0 ? nameOf(term) : featureNames[bases + at]
      return html`<label class="switch">
        <input type="checkbox" .checked=${live(at >= 0)} @change=${() => this.#toggle(term, at)}><span>${name}</span>
      </label>`
    })
  }

  #form(names: string[]) {
    const isFull = this.#terms.length >= mostTerms
    const features = names.map((label, at) => ({ name: String(at), label }))
    const at = (place: number) => Math.min(place, names.length - 1)
    const kindsNamed = kinds.map((name) => ({ name, label: text(name) }))
    const powers = Array.from({ length: largestPower - 1 }, (_, i) => String(i + 2)).map((name) => ({
      name,
      label: name,
    }))
    const add = () =>
      this.#put([...this.#terms, termOf(this.#kind, names[at(this.#first)], names[at(this.#second)], this.#power)])
    return html`<div class="derived-form">
      ${this.#menu('kind', kindsNamed, this.#kind, (value) => (this.#kind = value as Kind))}
      ${this.#menu('feature', features, String(at(this.#first)), (value) => (this.#first = Number(value)))}
      ${
        this.#kind === 'product'
          ? this.#menu('second', features, String(at(this.#second)), (value) => (this.#second = Number(value)))
          : this.#kind === 'power'
            ? this.#menu('exponent', powers, String(this.#power), (value) => (this.#power = Number(value)))
            : nothing
      }
      <button type="button" class="quiet" ${presses(add, isFull)}>${text('submit')}</button>
      ${isFull ? html`<p class="hint">${text('full', { most: mostTerms })}</p>` : nothing}
    </div>`
  }

  #menu(
    label: 'kind' | 'feature' | 'second' | 'exponent',
    options: { name: string; label: string }[],
    value: string,
    choose: (value: string) => void,
  ) {
    const change = (event: Event) => {
      choose(valueIn(event))
      this.requestUpdate()
    }
    const id = `derived-${label}`
    return html`<div class="field"><label for=${id}>${text(label)}</label>
      <select id=${id} @change=${change}>${optionList(options, value)}</select></div>`
  }

  #toggle(term: Term, at: number) {
    return this.#put(at < 0 ? [...this.#terms, term] : this.#terms.filter((_, place) => place !== at))
  }

  async #put(derived: Term[]) {
    const { session } = this
    const { ok } = await session.run({ do: 'set', changes: { 'data.derived': derived } })
    this.#refusal = ok || !session.notice ? '' : noticeWords(session, session.notice)
    this.requestUpdate()
  }
}

export const derivedTerms = html`<glassbox-derived></glassbox-derived>`

defineView('glassbox-derived', DerivedView)
