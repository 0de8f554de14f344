import { html, nothing, type SVGTemplateResult, svg } from 'lit'
import { live } from 'lit/directives/live.js'
import { beyond, hasGallery } from '#beyond'
import { Fetched } from '#fetched'
import type { DataInfo } from '../../data/prepare.ts'
import type { TableEntry } from '../../data/tables.ts'
import type { Change } from '../../session/announcer.ts'
import { listOf } from '../../text/lists.ts'
import { formatCount } from '../../text/numbers.ts'
import { cards } from '../../text/options/cards.ts'
import { dataLabel } from '../../text/options/data.ts'
import { text as pageText, texts } from '../../text/text.ts'
import { setView } from '../parts/buttons.ts'
import { Entries } from '../parts/fields/entries.ts'
import fieldCss from '../parts/fields/field.css'
import { choiceField, numberField, switchField } from '../parts/fields/field.ts'
import { dataLabels } from '../parts/fields/sentences.ts'
import { leadTo } from '../parts/reveal.ts'
import { rootOf } from '../parts/root-of.ts'
import { SessionElement } from '../parts/session-element.ts'
import { marked } from '../parts/term/marked.ts'
import thumbnailCss from '../plot/thumbnail.css'
import { thumbnail } from '../plot/thumbnail.ts'
import css from './data.css'
import { sentences } from './sentences.ts'

const text = texts(sentences, dataLabels)

const examples = () => html`
  <p class="hint">${text('examplesAbout')}</p>
  <button type="button" class="quiet examples" popovertarget="gallery-drawer">${pageText('shell.gallery')}</button>`

/** The data that is entered by hand. */
const handName = 'hand'

/**
 * The drawer in which data is chosen: generators drawn small, tables with their facts, what is used of them, the card.
 */
export class DataPickerView extends SessionElement {
  static override room = 'data'
  static override sheets = [fieldCss, thumbnailCss, css]
  #entries!: Entries
  /** A table that is pasted or dropped, and points that are drawn. */
  readonly #table = new Fetched(
    () => beyond.table?.(),
    () => this.requestUpdate(),
  )
  readonly #derived = new Fetched(
    () => beyond.derived?.(),
    () => this.requestUpdate(),
  )
  readonly #draw = new Fetched(
    () => beyond.draw?.(),
    () => this.requestUpdate(),
  )
  /** small pictures of the generators, by name */
  #thumbnails: Map<string, SVGTemplateResult> = new Map()

  protected override begin() {
    if (this.#entries?.session !== this.session) this.#entries = new Entries(this.session, () => this.requestUpdate())
    this.#drawThumbnails()
    this.#table.ask()
    this.#derived.ask()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('state') || changes.has('data') || changes.has('notice')
  }

  /** Draws those that are still to be drawn, as long as the view is there. */
  async #drawThumbnails() {
    const { session, leave } = this
    for (const { name, task, noise } of session.catalog.datasets.filter(({ name }) => !this.#thumbnails.has(name))) {
      const points = await session.ask('generate', { name, samples: 200, noise, seed: 1 }).catch(() => null)
      if (!points || leave.aborted) return // the worker may have gone with it
      this.#thumbnails.set(name, thumbnail(points, task))
    }
    this.requestUpdate()
  }

  protected override render() {
    const { data } = this.session
    return html`
      ${hasGallery ? examples() : nothing}
      ${this.#table.found?.ownTable}${this.#table.failure}${this.#generators()}${this.#tables()}${this.#own()}
      ${data ? html`${this.#options(data)}${this.#derived.found?.derivedTerms}${this.#card(data)}` : nothing}`
  }

  #generators() {
    const { catalog, state } = this.session
    return html`
      <h3>${text('generators')}</h3>
      <ul class="generators">${catalog.datasets.map(
        ({ name }) => html`
        <li><button type="button" title=${cards.description(name)} aria-pressed=${name === state.data.name}
          @click=${() => this.#choose(name)}>
          <svg viewBox="0 0 72 54" aria-hidden="true">${this.#thumbnails.get(name) ?? svg``}</svg>
          <span>${dataLabel(name)}</span>
        </button></li>`,
      )}</ul>`
  }

  #tables() {
    const { tables, state } = this.session
    return html`
      <h3>${text('tables')}</h3>
      <ul class="tables">${tables
        .filter(({ name }) => name !== handName)
        .map(
          (table) => html`
        <li><button type="button" aria-pressed=${table.name === state.data.name}
          @click=${() => this.#choose(table.name)}>
          <strong>${dataLabel(table.name)}</strong>
          <span class="hint">${facts(table)}</span>
          <span class="hint">${cards.description(table.name)}</span>
        </button></li>`,
        )}</ul>`
  }

  /** Rows entered by hand. */
  #own() {
    const { session } = this
    const entry = session.tables.find(({ name }) => name === handName)
    const isChosen = session.state.data.name === handName
    return entry
      ? html`
      <h3>${text('own')}</h3>
      <ul class="tables"><li><button type="button" aria-pressed=${isChosen} @click=${() => this.#choose(handName)}>
        <strong>${dataLabel(handName)}</strong><span class="hint">${text('about')}</span>
      </button></li></ul>
      ${
        isChosen
          ? html`<button type="button" class="quiet own-rows" @click=${this.#editRows}>${text('edit')}</button>`
          : nothing
      }
      ${
        'draw' in beyond && rootOf(this).querySelector('.picture')
          ? html`<button type="button" class="quiet own-rows draw-points"
        @click=${async () => (await this.#draw.ask())?.drawFrom(this)}>${text('draw')}</button>${this.#draw.failure}`
          : nothing
      }`
      : nothing
  }

  /** Closes the drawer and opens the panel in which rows are typed. */
  #editRows = async () => {
    const { session } = this
    const root = rootOf(this)
    this.closest<HTMLElement>('[popover]')?.hidePopover()
    await setView(session, { tab: 'inputs' })
    requestAnimationFrame(() => {
      root.querySelector<HTMLElement>('#tab-inputs')?.focus({ preventScroll: true })
      const pane = root.querySelector('.pane')
      if (pane) leadTo(pane)
    })
  }

  #choose(name: string) {
    this.#entries.forget()
    return this.session.run({ do: 'chooseData', name })
  }

  #options(info: DataInfo) {
    const { session } = this
    const {
      catalog,
      state: { data },
    } = session
    const isGenerated = catalog.datasets.some(({ name }) => name === data.name)
    return html`
      <fieldset>
        <legend>${text('options')}</legend>
        ${
          isGenerated
            ? html`
          ${this.#number('samples', text('samples'), { maximum: 2000, step: 10 })}
          ${this.#number('noise', text('noise'), { maximum: 0.5, step: 0.01 })}`
            : this.#columns(info)
        }
        ${this.#number('testShare', text('testShare'), { maximum: 0.9, step: 0.05 })}
        ${this.#number('seed', text(isGenerated ? 'seed' : 'tableSeed'))}
        ${
          isGenerated
            ? html`
          <button type="button" class="quiet" @click=${this.#drawAnew}>${text('newDraw')}</button>`
            : nothing
        }
        ${switchField(session, { path: 'data.standardize', label: text('standardize'), value: data.standardize })}
        <p class="hint">${marked(
          text('split', {
            train: formatCount(info.train.X.shape[0]),
            test: formatCount(info.test.X.shape[0]),
          }),
        )} ${info.dropped ? text('dropped_other', { count: info.dropped }) : ''}</p>
      </fieldset>`
  }

  #number(name: 'samples' | 'noise' | 'testShare' | 'seed', label: string, slider?: { maximum: number; step: number }) {
    const {
      catalog: { limits },
      state: { data },
    } = this.session
    return numberField(this.#entries, { path: `data.${name}`, label, value: data[name], limit: limits[name], slider })
  }

  #drawAnew = () => this.session.run({ do: 'set', changes: { 'data.seed': this.session.state.data.seed + 1 } })

  #columns({ columns, targets, targetName, name }: DataInfo) {
    const used = columns.filter(({ isUsed }) => isUsed).map(({ name }) => name)
    return html`
      ${
        targets.length > 1
          ? choiceField(this.session, {
              path: 'data.target',
              label: text('target'),
              value: targetName,
              options: targets.map((name) => ({ name, label: name })),
            })
          : nothing
      }
      ${
        columns.length && name !== handName
          ? html`<fieldset class="columns">
        <legend>${text('inputs')}</legend>
        ${columns.map(
          ({ name, isUsed }) => html`
          <label class="switch">
            <input type="checkbox" .checked=${live(isUsed)} @change=${() => this.#toggle(used, name)}>
            <span>${name}</span>
          </label>`,
        )}
      </fieldset>`
          : nothing
      }`
  }

  #toggle(used: string[], name: string) {
    const value = used.includes(name) ? used.filter((other) => other !== name) : [...used, name]
    return this.session.run({ do: 'set', changes: { 'data.features': value } })
  }

  #card({ name, card }: DataInfo) {
    const words = (part: 'title' | 'about' | 'source' | 'care') => cards.part(name, part, card[part])
    const units = Object.entries(card.units)
      .filter(([, unit]) => unit)
      .map(([name, unit]) => `${name} (${unit})`)
    const entry = (name: 'source' | 'citation' | 'licence' | 'units', value: string) =>
      value ? html`<dt>${text(name)}</dt><dd>${value}</dd>` : nothing
    return html`
      <section class="about-data" aria-label=${text('card')}>
        <h3>${words('title') || dataLabel(name)}</h3>
        <p>${words('about') || cards.description(name)}</p>
        ${words('care') ? html`<p class="care">${words('care')}</p>` : nothing}
        <dl>${entry('source', words('source'))}${entry('citation', card.citation)}${entry('licence', card.licence)}
          ${entry('units', listOf(units))}</dl>
      </section>`
  }
}

/** '344 rows, 4 features, 3 classes'. */
function facts({ rows, features, classes, task }: TableEntry) {
  const goal = task === 'regression' ? text('regression') : text('classes', { count: classes })
  const inputs = pageText('data.features_other', { count: features })
  return text('facts', { rows: pageText('data.rows_other', { count: rows }), features: inputs, goal })
}
