import { html, nothing, render } from 'lit'
import { texts } from '../../text/text.js'
import { pane } from '../../text/en/pane.js'
import { setView } from '../buttons.js'
import { useStyle } from '../late-style.js'
import css from './head.css'
import { fetchPanel, tabs } from './tabs.js'

/**
 * @import { Change, SessionLike, View } from '../../model/types.d.ts'
 * @import { Panel, Tab } from './tabs.js'
 */
const text = texts(pane)

/** Significant digits to choose from: easy reading, a calculator's, all that a double holds. */
const digits = [3, 4, 6, 9, 12, 15]

/** Share of the window, in percent at its foot, in which a panel does not yet count as looked at. */
const edge = 20

/** @type {ReadonlySet<Change>} */
const everything = new Set(['state', 'data', 'frame', 'history', 'running', 'notice', 'pointed', 'overlay', 'edits'])

/**
 * The glass pane: whatever is looked into, always in the same place. Only the open tab is kept up to date.
 * @implements {View}
 */
export class PaneView {
  /** @type {Panel | null} */
  #panel = null
  /** @type {Tab | null} */
  #open = null
  #drawn = ''
  #isWanted = false

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    useStyle(root, css)
    render(html`
      <div class="pane-head">
        <div class="tabs" role="tablist" aria-label=${text('label')} @keydown=${this.#onKey}></div>
        <div class="pane-common"></div>
      </div>
      <div class="tab-panel" id="tab-panel" role="tabpanel"></div>`, root)
    const [list, common, body] = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.tabs, .pane-common, .tab-panel'))
    this.list = list
    this.common = common
    this.body = body
    this.observer = new IntersectionObserver((entries) => this.#see(entries.some(({ isIntersecting }) => isIntersecting)), { rootMargin: `0px 0px -${edge}% 0px` })
  }

  /** Panels are fetched when the pane is first looked into, or soon after the first step. @param {boolean} isSeen */
  #see(isSeen) {
    if (!isSeen) return
    this.observer.disconnect()
    this.#isWanted = true
    this.update(everything)
  }

  /** The tabs that suit the network. */
  get #shown() {
    return tabs.filter(({ isThere }) => isThere?.(this.session) ?? true)
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (!this.session.frame) return
    if (!this.#open && !this.#isWanted) this.observer.observe(this.body)   // now that what stands above has its size
    const { tab } = this.session.state.view
    const open = this.#shown.find(({ name }) => name === tab) ?? tabs[0]
    this.#drawFrame(open)
    this.#isWanted ||= this.session.frame.step > 0
    if (!this.#isWanted) return
    if (open !== this.#open) this.#turnTo(open)
    else this.#panel?.update(changes)
  }

  /** Puts another panel into the pane, once it is there. @param {Tab} tab */
  async #turnTo(tab) {
    this.#open = tab
    this.#panel?.dispose()
    this.#panel = null
    const root = document.createElement('div')
    this.body.replaceChildren(root)
    const { Panel, style } = await fetchPanel(tab)
    useStyle(this.root, style)
    if (this.#open !== tab) return
    this.#panel = new Panel(root, this.session)
    this.#panel.update(everything)
  }

  /** The tabs, and the tools that panels have in common. @param {Tab} open */
  #drawFrame(open) {
    const { state: { view }, data } = this.session
    const shown = this.#shown
    const drawn = JSON.stringify([open.name, shown.map(({ name }) => name), view.scope, view.digits, data?.task])
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    this.body.setAttribute('aria-labelledby', `tab-${open.name}`)
    const label = (/** @type {Tab} */ { name }) =>
      text(name === 'confusion' && data?.task === 'regression' ? 'comparison' : name)
    render(shown.map((tab) => html`
      <button type="button" role="tab" id="tab-${tab.name}" aria-controls="tab-panel"
        aria-selected=${tab === open ? 'true' : 'false'} tabindex=${tab === open ? 0 : -1}
        @click=${() => this.#choose(tab)}>${label(tab)}</button>`), this.list)
    this.list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    render(this.#commonTemplate(open), this.common)
  }

  /** @param {Tab} open */
  #commonTemplate({ hasScope }) {
    const { scope, digits: chosen } = this.session.state.view
    const option = (/** @type {'row' | 'batch'} */ name) => html`
      <label title=${text(`${name}About`)}><input type="radio" name="scope" value=${name} .checked=${scope === name}
        @change=${() => setView(this.session, 'scope', name)}><span>${text(name)}</span></label>`
    const choose = (/** @type {Event} */ event) =>
      setView(this.session, 'digits', Number(/** @type {HTMLSelectElement} */ (event.target).value))
    const offered = digits.includes(chosen) ? digits : [chosen, ...digits]
    return html`
      ${hasScope ? html`<div class="scope" role="radiogroup" aria-label=${text('scope')}>
        ${option('row')}${option('batch')}</div>` : nothing}
      <label class="menu digits"><span>${text('digits')}</span> <select @change=${choose}>${offered.map((count) => html`
        <option value=${count} ?selected=${count === chosen}>${count}</option>`)}</select></label>`
  }

  /** @param {Tab} tab */
  #choose(tab) {
    this.#isWanted = true
    setView(this.session, 'tab', tab.name)
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const shown = this.#shown
    const from = shown.findIndex((tab) => tab === this.#open)
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: shown.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const tab = shown[(to + shown.length) % shown.length]
    this.#choose(tab)
    const button = /** @type {HTMLElement | null} */ (this.list.querySelector(`#tab-${tab.name}`))
    button?.focus()
  }

  dispose() {
    this.#open = null
    this.observer.disconnect()
    this.#panel?.dispose()
    render(nothing, this.root)
  }
}
