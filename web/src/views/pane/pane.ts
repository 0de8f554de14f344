import { html, nothing, render } from 'lit'
import { neuronName } from '../../network/names.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { setView } from '../parts/buttons.ts'
import { changed } from '../parts/changed.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { useStyle } from '../parts/late-style.ts'
import type { View } from '../parts/view.ts'
import { idle } from './idle.ts'
import css from './pane.css'
import { sentences } from './sentences.ts'
import { TabStrip } from './tab-strip.ts'
import { type Tab, tabs } from './tabs.ts'

const text = texts(sentences)

/** Whether a panel is a large picture or table that shows nothing on the network. */
export const needsRoom = (name: string) => tabs.find((tab) => tab.name === name)?.needsRoom === true

/**
 * The glass pane: whatever is looked into, always in the same place. Only the open tab is kept up to date. What the
 * panels are made of is fetched once the page has drawn its first picture, whether the pane is in view or not.
 */
export class PaneView implements View {
  root: HTMLElement
  session: SessionLike
  strip: TabStrip
  status: HTMLElement
  common: HTMLElement
  body: HTMLElement
  #open: Tab | null = null
  #isOtherHead = changed()
  /** Told what is open. */
  #isOtherOpened = changed()
  #panels: typeof import('../panels/panels.ts') | null = null

  constructor(root: HTMLElement, session: SessionLike) {
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
    const [list, common, status, body] = root.querySelectorAll(
      '.tabs, .pane-common, .spoken, .tab-panel',
    ) as NodeListOf<HTMLElement>
    this.strip = new TabStrip(list, (tab) => setView(session, { tab: tab.name }))
    this.status = status
    this.common = common
    this.body = body
  }

  /** The tabs that suit the network. */
  get #shown() {
    return tabs.filter(({ isThere }) => isThere?.(this.session) ?? true)
  }

  update() {
    if (!this.session.frame) return
    const { tab } = this.session.state.view
    const open = this.#shown.find(({ name }) => name === tab) ?? tabs[0]
    this.#drawFrame(open)
    this.#tellOpened(open)
    if (open !== this.#open) this.#turnTo(open)
  }

  /** Puts another panel into the pane: at once, or when the panels are there. */
  async #turnTo(tab: Tab) {
    this.#open = tab
    keepFocus(this.root, () => this.body.replaceChildren(), '[aria-selected=true]')
    this.#panels ??= await fetchPanels()
    if (this.#open !== tab) return
    for (const style of this.#panels.styles) useStyle(this.root, style)
    this.#drawCommon(tab)
    this.body.replaceChildren(document.createElement(`glassbox-${tab.name}`))
  }

  /** The tabs, and the tools that panels have in common. */
  #drawFrame(open: Tab) {
    const {
      state: { view },
      data,
    } = this.session
    const shown = this.#shown
    const names = shown.map(({ name }) => name)
    if (!this.#isOtherHead([open.name, names, view.scope, view.digits, view.pinned, data?.task])) return
    this.body.setAttribute('aria-labelledby', `tab-${open.name}`)
    this.strip.draw(shown, open, (tab) => this.#labelOf(tab))
    this.#drawCommon(open)
  }

  /** The tools that panels have in common, once there is one. */
  #drawCommon({ hasScope = false }: Tab) {
    if (this.#panels) render(this.#panels.commonTemplate(this.session, hasScope), this.common)
  }

  #labelOf({ name }: Tab) {
    return text(name === 'confusion' && this.session.data?.task === 'regression' ? 'comparison' : name)
  }

  /** Says what has been opened from elsewhere on the page. */
  #tellOpened(open: Tab) {
    const { selected } = this.session.state.view
    const isNews = this.#isOtherOpened([open.name, selected]) && this.#open !== null
    const { activeElement } = this.root.getRootNode() as ShadowRoot
    if (!isNews || this.root.contains(activeElement)) return
    const panel = this.#labelOf(open)
    this.status.textContent = selected
      ? text('openedNeuron', { panel, neuron: neuronName(this.session, selected.layer, selected.unit) })
      : text('opened', { panel })
  }

  /** Takes the focus to the open tab, as the reader has asked. */
  enter() {
    this.update()
    this.strip.enter()
  }

  dispose() {
    this.#open = null
    render(nothing, this.root)
  }
}

/** What the panels are made of, once the page has a moment to spare for it. */
async function fetchPanels() {
  await idle()
  return import('../panels/panels.ts')
}
