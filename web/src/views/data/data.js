import { html, nothing, render, svg } from 'lit'
import { live } from 'lit/directives/live.js'
import { formatCount } from '../../text/numbers.js'
import { text as pageText, texts } from '../../text/text.js'
import { setView } from '../parts/buttons.js'
import { Entries } from '../parts/fields/entries.js'
import fieldCss from '../parts/fields/field.css'
import { choiceField, numberField, switchField } from '../parts/fields/field.js'
import { dataLabels } from '../parts/fields/sentences.js'
import { useStyle } from '../parts/late-style.js'
import { leadTo } from '../parts/reveal.js'
import css from './data.css'
import { sentences } from './sentences.js'
import { thumbnail } from './thumbnail.js'

/** @import { Change, DataInfo, SessionLike, TableEntry, View } from '../../types.d.ts' */

const text = texts({ ...sentences, ...dataLabels })

/** The data that is entered by hand. */
const handName = 'hand'

/**
 * The drawer in which data is chosen: generators drawn small, tables with their facts, what is used of them, the card.
 * @implements {View}
 */
export class DataPickerView {
  /** @type {Map<string, import('lit').SVGTemplateResult>} small pictures of the generators, by name */
  #thumbnails = new Map()

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.entries = new Entries(session, () => this.#draw())
    useStyle(root, fieldCss)
    useStyle(root, css)
    this.#drawThumbnails()
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (changes.has('state') || changes.has('data') || changes.has('notice')) this.#draw()
  }

  async #drawThumbnails() {
    for (const { name, task, noise } of this.session.catalog.datasets) {
      const points = await this.session.ask('generate', { name, samples: 200, noise, seed: 1 })
      this.#thumbnails.set(name, thumbnail(points, task))
    }
    this.#draw()
  }

  #draw() {
    const { data } = this.session
    render(
      html`
      ${this.#generators()}${this.#tables()}${this.#own()}
      ${data ? html`${this.#options(data)}${this.#card(data)}` : nothing}`,
      this.root,
    )
  }

  #generators() {
    const { catalog, state } = this.session
    return html`
      <h3>${text('generators')}</h3>
      <ul class="generators">${catalog.datasets.map(
        ({ name, label, description }) => html`
        <li><button type="button" title=${description} aria-pressed=${name === state.data.name}
          @click=${() => this.#choose(name)}>
          <svg viewBox="0 0 72 54" aria-hidden="true">${this.#thumbnails.get(name) ?? svg``}</svg>
          <span>${label}</span>
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
          <strong>${table.label}</strong>
          <span class="hint">${facts(table)}</span>
          <span class="hint">${table.description}</span>
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
        <strong>${entry.label}</strong><span class="hint">${text('about')}</span>
      </button></li></ul>
      ${
        isChosen
          ? html`<button type="button" class="quiet own-rows" @click=${this.#editRows}>${text('edit')}</button>`
          : nothing
      }`
      : nothing
  }

  /** Closes the drawer and opens the panel in which rows are typed. */
  #editRows = async () => {
    const drawer = /** @type {HTMLElement | null} */ (this.root.closest('[popover]'))
    drawer?.hidePopover()
    await setView(this.session, 'tab', 'inputs')
    const root = /** @type {ShadowRoot} */ (this.root.getRootNode())
    requestAnimationFrame(() => {
      const tab = /** @type {HTMLElement | null} */ (root.querySelector('#tab-inputs'))
      tab?.focus({ preventScroll: true })
      const pane = root.querySelector('.pane')
      if (pane) leadTo(pane)
    })
  }

  /** @param {string} name */
  #choose(name) {
    this.entries.forget()
    return this.session.run({ do: 'chooseData', name })
  }

  /** @param {DataInfo} info */
  #options(info) {
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
        <p class="hint">${text('split', {
          train: formatCount(info.train.X.shape[0]),
          test: formatCount(info.test.X.shape[0]),
        })} ${info.dropped ? text('dropped_other', { count: info.dropped }) : ''}</p>
      </fieldset>`
  }

  /**
   * @param {'samples' | 'noise' | 'testShare' | 'seed'} name
   * @param {string} label
   * @param {{ maximum: number, step: number }} [slider]
   */
  #number(name, label, slider) {
    const {
      catalog: { limits },
      state: { data },
    } = this.session
    return numberField(this.entries, { path: `data.${name}`, label, value: data[name], limit: limits[name], slider })
  }

  #drawAnew = () => this.session.run({ do: 'set', path: 'data.seed', value: this.session.state.data.seed + 1 })

  /** @param {DataInfo} info */
  #columns({ columns, targets, targetName }) {
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
        columns.length
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

  /** @param {string[]} used @param {string} name */
  #toggle(used, name) {
    const value = used.includes(name) ? used.filter((other) => other !== name) : [...used, name]
    return this.session.run({ do: 'set', path: 'data.features', value })
  }

  /** @param {DataInfo} info */
  #card({ card }) {
    const units = Object.entries(card.units)
      .filter(([, unit]) => unit)
      .map(([name, unit]) => `${name} (${unit})`)
    const entry = (/** @type {'source' | 'citation' | 'licence' | 'units'} */ name, /** @type {string} */ value) =>
      value ? html`<dt>${text(name)}</dt><dd>${value}</dd>` : nothing
    return html`
      <section class="about-data" aria-label=${text('card')}>
        <h3>${card.title}</h3>
        <p>${card.about}</p>
        ${card.care ? html`<p class="care">${card.care}</p>` : nothing}
        <dl>${entry('source', card.source)}${entry('citation', card.citation)}${entry('licence', card.licence)}
          ${entry('units', units.join(', '))}</dl>
      </section>`
  }

  dispose() {
    render(nothing, this.root)
  }
}

/** '344 rows, 4 features, 3 classes'. @param {TableEntry} table */
function facts({ rows, features, classes, task }) {
  const goal = task === 'regression' ? text('regression') : text('classes', { count: classes })
  const inputs = pageText('data.features_other', { count: features })
  return text('facts', { rows: pageText('data.rows_other', { count: rows }), features: inputs, goal })
}
