import { html, nothing, render } from 'lit'
import { text } from '../text/text.js'
import { setView } from './buttons.js'
import { ConfusionPanel } from './confusion.js'
import { NeuronPanel } from './neuron.js'
import { PredictionsPanel } from './predictions.js'

/**
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../model/types.d.ts').View} View
 * @typedef {import('../model/types.d.ts').Change} Change
 * @typedef {View & { dispose(): void }} Panel
 */
const panels = { neuron: NeuronPanel, predictions: PredictionsPanel, confusion: ConfusionPanel }
/** @typedef {keyof typeof panels} TabName */
const names = /** @type {TabName[]} */ (Object.keys(panels))

/**
 * The glass pane: whatever is looked into, always in the same place. Only the open tab is kept up to date.
 * @implements {View}
 */
export class PaneView {
  /** @type {Panel | null} */
  #panel = null
  /** @type {TabName | null} */
  #open = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    render(html`
      <div class="tabs" role="tablist" aria-label=${text('pane.label')} @keydown=${this.#onKey}></div>
      <div class="tab-panel" role="tabpanel"></div>`, root)
    const [tabs, body] = /** @type {HTMLElement[]} */ ([...root.children])
    this.tabs = tabs
    this.body = body
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const { tab } = this.session.state.view
    const open = names.find((name) => name === tab) ?? 'predictions'
    if (open !== this.#open || changes.has('data')) this.#drawTabs(open)
    if (open !== this.#open) {
      this.#open = open
      this.#panel?.dispose()
      this.body.replaceChildren(document.createElement('div'))
      this.#panel = new panels[open](/** @type {HTMLElement} */ (this.body.firstElementChild), this.session)
      changes = new Set([...changes, 'state', 'data', 'frame'])
    }
    this.#panel?.update(changes)
  }

  /** @param {TabName} open */
  #drawTabs(open) {
    const isNumber = this.session.data?.task === 'regression'
    this.body.setAttribute('aria-labelledby', `tab-${open}`)
    this.body.id = 'tab-panel'
    const label = (/** @type {TabName} */ name) =>
      text(name === 'confusion' && isNumber ? 'pane.comparison' : `pane.${name}`)
    render(names.map((name) => html`
      <button type="button" role="tab" id="tab-${name}" aria-controls="tab-panel"
        aria-selected=${name === open ? 'true' : 'false'} tabindex=${name === open ? 0 : -1}
        @click=${() => this.#choose(name)}>${label(name)}</button>`), this.tabs)
  }

  /** @param {TabName} name */
  #choose(name) {
    setView(this.session, 'tab', name)
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const from = names.findIndex((name) => name === this.#open)
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: names.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const name = names[(to + names.length) % names.length]
    this.#choose(name)
    const tab = /** @type {HTMLElement | null} */ (this.tabs.querySelector(`#tab-${name}`))
    tab?.focus()
  }

  dispose() {
    this.#panel?.dispose()
    render(nothing, this.root)
  }
}
