import { html, nothing, render } from 'lit'
import { neuronName } from '../../network/names.js'
import { texts } from '../../text/text.js'
import { setView } from '../parts/buttons.js'
import { everyChange } from '../parts/every-change.js'
import { keepFocus } from '../parts/keep-focus.js'
import { useStyle } from '../parts/late-style.js'
import { idle } from './idle.js'
import css from './pane.css'
import { sentences } from './sentences.js'
import { TabStrip } from './tab-strip.js'
import { tabs } from './tabs.js'

/**
 * @import { Change, SessionLike, View } from '../../types.d.ts'
 * @import { Panel, Tab } from './tabs.js'
 */
const text = texts(sentences)

/** Whether a panel is a large picture or table that shows nothing on the network. @param {string} name */
export const needsRoom = (name) => tabs.find((tab) => tab.name === name)?.needsRoom === true

/**
 * The glass pane: whatever is looked into, always in the same place. Only the open tab is kept up to date. What the
 * panels are made of is fetched once the page has drawn its first picture, whether the pane is in view or not.
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
  /** @type {typeof import('../panels/panels.js') | null} */
  #panels = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    useStyle(root, css)
    render(
      html`
      <div class="pane-head">
        <div class="tabs" role="tablist" aria-label=${text('label')}></div>
        <div class="pane-common"></div>
      </div>
      <p class="spoken" role="status"></p>
      <div class="tab-panel" id="tab-panel" role="tabpanel"></div>`,
      root,
    )
    const [list, common, status, body] = /** @type {NodeListOf<HTMLElement>} */ (
      root.querySelectorAll('.tabs, .pane-common, .spoken, .tab-panel')
    )
    this.strip = new TabStrip(list, (tab) => setView(session, 'tab', tab.name))
    this.status = status
    this.common = common
    this.body = body
  }

  /** The tabs that suit the network. */
  get #shown() {
    return tabs.filter(({ isThere }) => isThere?.(this.session) ?? true)
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (!this.session.frame) return
    const { tab } = this.session.state.view
    const open = this.#shown.find(({ name }) => name === tab) ?? tabs[0]
    this.#drawFrame(open)
    this.#tellOpened(open)
    if (open !== this.#open) this.#turnTo(open)
    else this.#panel?.update(changes)
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
      '[aria-selected=true]',
    )
    this.#panel = null
    this.#panels ??= await fetchPanels()
    if (this.#open !== tab) return
    const { styles, [tab.name]: Panel } = this.#panels
    for (const style of styles) useStyle(this.root, style)
    this.#drawCommon(tab)
    this.#panel = new Panel(root, this.session)
    this.#panel.update(everyChange)
  }

  /** The tabs, and the tools that panels have in common. @param {Tab} open */
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
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    this.body.setAttribute('aria-labelledby', `tab-${open.name}`)
    this.strip.draw(shown, open, (tab) => this.#labelOf(tab))
    this.#drawCommon(open)
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

  /** Takes the focus to the open tab, as the reader has asked. */
  enter() {
    this.update(everyChange)
    this.strip.enter()
  }

  dispose() {
    this.#open = null
    this.#panel?.dispose()
    render(nothing, this.root)
  }
}

/** What the panels are made of, once the page has a moment to spare for it. */
async function fetchPanels() {
  await idle()
  return import('../panels/panels.js')
}
