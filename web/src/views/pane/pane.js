import { html, nothing, render } from 'lit'
import { pane } from '../../text/en/pane.js'
import { texts } from '../../text/text.js'
import { setView } from '../buttons.js'
import { neuronName } from '../graph-columns.js'
import { keepFocus } from '../keep-focus.js'
import { useStyle } from '../late-style.js'
import css from './head.css'
import { tabs } from './tabs.js'

/**
 * @import { Change, SessionLike, View } from '../../model/types.d.ts'
 * @import { Panel, Tab } from './tabs.js'
 */
const text = texts(pane)

/** Share of the window, in percent at its foot, in which a panel does not yet count as looked at. */
const edge = 20

const selectedTab = '[aria-selected=true]'

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
  /** What was last seen to be open. */
  #seen = ''
  #isWanted = false
  /** @type {typeof import('./panels.js') | null} */
  #panels = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    useStyle(root, css)
    render(
      html`
      <div class="pane-head">
        <div class="tabs" role="tablist" aria-label=${text('label')} @keydown=${this.#onKey}></div>
        <div class="pane-common"></div>
      </div>
      <p class="spoken" role="status"></p>
      <div class="tab-panel" id="tab-panel" role="tabpanel"></div>`,
      root,
    )
    const [list, common, status, body] = /** @type {NodeListOf<HTMLElement>} */ (
      root.querySelectorAll('.tabs, .pane-common, .spoken, .tab-panel')
    )
    this.list = list
    this.status = status
    this.common = common
    this.body = body
    this.observer = new IntersectionObserver(
      (entries) => this.#see(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: `0px 0px -${edge}% 0px` },
    )
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
    if (!this.#open && !this.#isWanted) this.observer.observe(this.body) // now that what stands above has its size
    const { tab } = this.session.state.view
    const open = this.#shown.find(({ name }) => name === tab) ?? tabs[0]
    const isRedrawn = this.#drawFrame(open)
    this.#tellOpened(open)
    this.#isWanted ||= this.session.frame.step > 0
    if (this.#isWanted && open !== this.#open) this.#turnTo(open)
    else if (this.#isWanted) this.#panel?.update(changes)
    if (!isRedrawn) return
    // when all of the page is drawn: it has it laid out
    queueMicrotask(() => this.list.querySelector(selectedTab)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  }

  /** Puts another panel into the pane: at once, or when the panels are there. @param {Tab} tab */
  async #turnTo(tab) {
    this.#open = tab
    const root = document.createElement('div')
    keepFocus(
      this.root,
      () => {
        this.#panel?.dispose()
        this.body.replaceChildren(root)
      },
      selectedTab,
    )
    this.#panel = null
    this.#panels ??= await import('./panels.js')
    if (this.#open !== tab) return
    const { styles, [tab.name]: Panel } = this.#panels
    for (const style of styles) useStyle(this.root, style)
    this.#drawCommon(tab)
    this.#panel = new Panel(root, this.session)
    this.#panel.update(everything)
  }

  /** The tabs, and the tools that panels have in common. @param {Tab} open @returns {boolean} whether they are others now */
  #drawFrame(open) {
    const {
      state: { view },
      data,
    } = this.session
    const shown = this.#shown
    const drawn = JSON.stringify([
      open.name,
      shown.map(({ name }) => name),
      view.scope,
      view.digits,
      view.pinned,
      data?.task,
    ])
    if (drawn === this.#drawn) return false
    this.#drawn = drawn
    this.body.setAttribute('aria-labelledby', `tab-${open.name}`)
    render(
      shown.map(
        (tab) => html`
      <button type="button" role="tab" id="tab-${tab.name}" aria-controls="tab-panel"
        aria-selected=${tab === open ? 'true' : 'false'} tabindex=${tab === open ? 0 : -1}
        @click=${() => this.#choose(tab)}>${this.#labelOf(tab)}</button>`,
      ),
      this.list,
    )
    this.#drawCommon(open)
    return true
  }

  /** The tools that panels have in common, once there is one. @param {Tab} open */
  #drawCommon({ hasScope = false }) {
    if (this.#panels) render(this.#panels.commonTemplate(this.session, hasScope), this.common)
  }

  /** @param {Tab} tab */
  #labelOf({ name }) {
    return text(name === 'confusion' && this.session.data?.task === 'regression' ? 'comparison' : name)
  }

  /** Says what has been opened from elsewhere on the page. @param {Tab} open */
  #tellOpened(open) {
    const { selected } = this.session.state.view
    const seen = JSON.stringify([open.name, selected])
    const isNews = this.#seen !== '' && seen !== this.#seen
    this.#seen = seen
    const { activeElement } = /** @type {ShadowRoot} */ (this.root.getRootNode())
    if (!isNews || this.root.contains(activeElement)) return
    const panel = this.#labelOf(open)
    this.status.textContent = selected
      ? text('openedNeuron', { panel, neuron: neuronName(this.session, selected.layer, selected.unit) })
      : text('opened', { panel })
  }

  /** Takes the focus to the open tab. */
  enter() {
    this.#isWanted = true
    this.update(everything)
    const tab = /** @type {HTMLElement | null} */ (this.list.querySelector(selectedTab))
    tab?.focus()
  }

  /** @param {Tab} tab */
  #choose(tab) {
    this.#isWanted = true
    setView(this.session, 'tab', tab.name)
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const shown = this.#shown
    const from = this.#open ? shown.indexOf(this.#open) : -1
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
