import { html, nothing, type PropertyValues } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { Fetched } from '#fetched'
import { neuronName } from '../../network/names.ts'
import type { Change } from '../../session/announcer.ts'
import { text as commonText, texts } from '../../text/text.ts'
import { setView } from '../parts/buttons.ts'
import { changed } from '../parts/changed.ts'
import { idle } from '../parts/idle.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { useStyle } from '../parts/late-style.ts'
import { nextFrame } from '../parts/next-frame.ts'
import { rootOf } from '../parts/root-of.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import css from './pane.css'
import { sentences } from './sentences.ts'
import { TabStrip } from './tab-strip.ts'
import { type Tab, tabs } from './tabs.ts'

const text = texts(sentences)

/**
 * The glass pane: whatever is looked into, always in the same place. Only the open tab is kept up to date. What the
 * panels are made of is fetched once the page has drawn its first picture, whether the pane is in view or not.
 */
export class PaneView extends SessionElement {
  static override room = 'pane'
  static override sheets = [css]
  static override ignores: readonly Change[] = ['pointed', 'overlay']
  #strip: TabStrip | null = null
  #open: Tab | undefined
  #isOtherHead = changed()
  /** Told what is open. */
  #isOtherOpened = changed()
  readonly #panels = new Fetched(
    () => import('../panels/panels.ts'),
    () => {
      if (this.isConnected) this.#dress()
      this.requestUpdate()
    },
  )
  /** Says what has been opened from elsewhere on the page. */
  #told = ''

  /** The names of the only tabs that are offered; null: all. */
  only: readonly string[] | null = null

  /** The tabs that suit the network. */
  get #shown() {
    const { only } = this
    return tabs.filter(({ name, isThere }) => (isThere?.(this.session) ?? true) && (only?.includes(name) ?? true))
  }

  protected override begin() {
    if (this.#panels.found) this.#dress()
    else idle().then(() => this.#panels.ask())
  }

  #dress() {
    this.#panels.found?.offerMathsFont()
    for (const style of this.#panels.found?.styles ?? []) useStyle(this, style)
  }

  protected override heed(_changes: ReadonlySet<Change>) {
    const { state, data, frame } = this.session
    const { tab, scope, digits, selected } = state.view
    const names = this.#shown.map(({ name }) => name)
    return frame !== null && this.#isOtherHead([tab, names, scope, digits, selected, data?.task])
  }

  protected override shouldUpdate() {
    return super.shouldUpdate() && this.session.frame !== null
  }

  /** Who chooses a tab sees it chosen in the very next frame; its panel, which takes longer, is drawn in the one after. */
  protected override async scheduleUpdate() {
    if (this.#open && this.#tab !== this.#open) {
      this.#drawStrip()
      await nextFrame()
    }
    return super.scheduleUpdate()
  }

  protected override willUpdate() {
    const open = this.#tab
    this.#tellOpened(open)
    this.#open = open
  }

  protected override update(changed: PropertyValues) {
    const draw = () => {
      super.update(changed)
      this.#drawStrip()
    }
    keepFocus(this, draw, '[aria-selected=true]')
  }

  protected override render() {
    const { session } = this
    const tab = this.#tab
    const { found, failure } = this.#panels
    return html`
      <div class="pane-head">
        <div class="tabs" role="tablist" aria-label=${text('label')}></div>
        <div class="pane-common">${(tab && found?.commonTemplate(session, tab.hasScope ?? false)) ?? nothing}</div>
      </div>
      <p class="spoken" role="status">${this.#told}</p>
      ${
        tab
          ? html`<div class="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby="tab-${tab.name}">${
              found ? keyed(tab.name, found.panelTemplate(tab.name)) : failure
            }</div>`
          : html`<p class="hint" role="status">${commonText('shell.oneNeuron')}</p>`
      }`
  }

  #drawStrip() {
    const list = this.querySelector<HTMLElement>('.tabs')
    if (!list) return
    this.#strip ??= new TabStrip(list, (tab) => setView(this.session, { tab: tab.name }))
    this.#strip.draw(
      this.#shown,
      this.#tab,
      (tab) => this.#labelOf(tab),
      ({ name }) => this.#panels.found?.tabText(name) ?? '',
    )
  }

  /** The one that is open; undefined where none that is offered suits the network. */
  get #tab(): Tab | undefined {
    return this.#shown.find(({ name }) => name === this.session.state.view.tab) ?? this.#shown[0]
  }

  #labelOf({ name }: Tab) {
    return text(name === 'confusion' && this.session.data?.task === 'regression' ? 'comparison' : name)
  }

  /** Says what has been opened from elsewhere on the page. */
  #tellOpened(open?: Tab) {
    const { selected } = this.session.state.view
    const isNews = this.#isOtherOpened([open?.name, selected]) && this.#open
    const { activeElement } = rootOf(this)
    if (!isNews || !open || this.contains(activeElement)) return
    const panel = this.#labelOf(open)
    this.#told = selected
      ? text('openedNeuron', { panel, neuron: neuronName(this.session, selected.layer, selected.unit) })
      : text('opened', { panel })
  }

  /** Takes the focus to the open tab, as the reader has asked. */
  async enter() {
    this.requestUpdate()
    await this.updateComplete
    this.#strip?.enter()
  }
}

defineView('glassbox-pane', PaneView)
