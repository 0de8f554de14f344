import '../views/graph/graph.ts'
import '../views/notice/notice.ts'
import '../views/pane/pane.ts'
import '../views/picture/picture.ts'
import '../views/player/player.ts'
import '../views/settings/settings.ts'
import '../views/story/story.ts'
import { ContextProvider } from '@lit/context'
import { html, nothing, type PropertyValues } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { hasGallery } from '#beyond'
import { direction, language } from '../text/language.ts'
import { text, texts } from '../text/text.ts'
import './own-em.ts'
import { connect } from '../session/connect.ts'
import type { SessionLike } from '../session/session-like.ts'
import { plainState } from '../state/border.ts'
import { sessionContext } from '../views/parts/session-controller.ts'
import { sentences as transport } from '../views/parts/transport-sentences.ts'
import { Address } from './address.ts'
import { fetchEdits } from './fetch-edits.ts'
import { SessionOwnerElement } from './session-owner.ts'
import { Stage } from './stage.ts'
import { styles } from './styles.ts'

const transportText = texts(transport)

/**
 * The playground: `<glassbox-playground>`. It owns a session with its worker and lays out the views round it.
 *
 * It speaks the language around it where the site has a file of that, else English; all elements of a page speak that of
 * the first. It trains only while it can be seen; taken out of the page it frees its worker, and put back it goes on.
 * No kind of event comes more than ten times a second.
 *
 * @slot - Shown where it cannot start.
 * @slot brand - Before the sentence of settings.
 * @slot poster - Shown until the engine is there.
 * @slot caption - Beneath the playground.
 * @csspart playground - All of it.
 * @csspart graph - The network.
 * @csspart output - What it has learnt.
 * @csspart toolbar - The player, with its chart.
 * @csspart chart - The curves of the cost.
 * @csspart panel - The pane with its panels.
 */
export class GlassboxPlayground extends SessionOwnerElement {
  /** `auto` (the page's own color-scheme), `light` or `dark`. */
  declare theme: string
  /** A newcomer is shown a few steps of training, and the first play begins slowly. */
  declare introduction: boolean
  /** The reader's browser keeps the last session and offers it at the next visit. Not in the single file. */
  declare autosave: boolean
  /** All parts that are shown, by their names; all there are without it. */
  declare parts: string
  /** All controls that are shown, by their names; all there are without it. */
  declare controls: string
  /** Parts and controls that are not shown. */
  declare hide: string
  static styles = styles

  static properties = {
    ...SessionOwnerElement.properties,
    theme: { reflect: true },
    introduction: { type: Boolean },
    autosave: { type: Boolean },
    parts: {},
    controls: {},
    hide: {},
  }

  /** For the views within. */
  readonly #provider = new ContextProvider(this, { context: sessionContext })
  #stage: Stage | null = null
  #isReduced = false

  constructor() {
    super()
    this.theme = 'auto'
    this.introduction = false
    this.autosave = false
    this.parts = this.controls = this.hide = ''
  }

  get #root() {
    return this.shadowRoot as ShadowRoot
  }

  protected fetchTools() {
    return { connect, plainState, Address }
  }

  protected watchSight(signal: AbortSignal) {
    const probe = this.#root.querySelector('.playground')
    if (probe) this.watch(this, probe, signal)
  }

  protected async show(session: SessionLike, address: Address) {
    await this.#showOnly() // before anything has a size, which a frame would tell the page around
    this.#provider.setValue(session)
    await this.#markFixed()
    this.#stage = new Stage(this.#root, session, address)
    await this.#stage.drawn()
  }

  updated(changed: PropertyValues) {
    super.updated(changed)
    if (this.isReady && ['parts', 'controls', 'hide'].some((name) => changed.has(name))) this.#showOnly()
    if (this.isReady && changed.has('fixed')) this.#markFixed()
  }

  async #markFixed() {
    if (this.fixed || this.session?.guard) (await import('./fixed.ts')).markFixed(this.#root, this.fixed)
  }

  /** Leaves out what its author does not show. */
  async #showOnly() {
    if (!this.#isReduced && !(this.parts || this.controls || this.hide)) return
    this.#isReduced = true
    const { showOnly } = await import('./content.ts')
    showOnly(this.#root, this)
  }

  protected begun(isPlain: boolean) {
    fetchEdits()
    if (this.introduction && isPlain && !this.isResting) this.#stage?.introduce()
  }

  protected left() {
    this.#provider.setValue(undefined)
    this.#stage?.dispose()
    this.#stage = null
  }

  render() {
    return keyed(
      this.life,
      html`
      <div class="playground" ?hidden=${Boolean(this.failure)} part="playground" lang=${language()} dir=${direction()} ?inert=${!this.isReady} aria-busy=${!this.isReady && !this.failure}>
        <div class="top">
          ${this.failure ? nothing : brand}
          <glassbox-sentence role="region" aria-label=${text('sentence.label')}></glassbox-sentence>
          <div class="tools">
            <glassbox-undo></glassbox-undo>
            ${hasGallery ? galleryButton() : nothing}
            <button type="button" class="quiet" popovertarget="settings-drawer">${text('shell.settings')}</button>
            <button type="button" class="quiet" popovertarget="share-panel">${text('shell.share')}</button>
          </div>
        </div>
        <glassbox-notice></glassbox-notice>
        <glassbox-story></glassbox-story>
        <glassbox-question hidden></glassbox-question>
        <div class="stage">
          <glassbox-graph part="graph" role="region" aria-label=${text('shell.network')}></glassbox-graph>
          <glassbox-picture part="output" role="region"
            aria-label=${text('shell.picture')}></glassbox-picture>
        </div>
        <section class="player" part="toolbar" aria-label=${transportText('label')}>
          <glassbox-transport .isSlowAtFirst=${this.introduction}></glassbox-transport>
          <glassbox-chart part="chart"></glassbox-chart>
        </section>
        <glassbox-pane part="panel" role="region" aria-label=${text('shell.pane')}></glassbox-pane>
        ${drawer('data-drawer', text('data.title'))}${drawer('gallery-drawer', text('shell.gallery'))}${drawer('settings-drawer', text('shell.settings'))}
        <section id="share-panel" class="panel" popover="auto" aria-label=${text('shell.shareTitle')}></section>
      </div>
      ${this.failure ? brand : nothing}
      ${
        this.isReady
          ? nothing
          : html`
        <div class=${this.failure ? 'curtain failed' : 'curtain'} role="status" lang=${language()} dir=${direction()}>
          ${this.failure || html`<slot name="poster">${text('shell.loading')}</slot>`}
        </div>
        ${this.failure ? html`<slot></slot>` : nothing}`
      }
      <slot name="caption"></slot>`,
    )
  }
}

const brand = html`<slot name="brand"></slot>`

const galleryButton = () => html`
  <button type="button" class="quiet" popovertarget="gallery-drawer">${text('shell.gallery')}</button>`

/** A drawer with its title, to be filled by a view. */
const drawer = (id: string, title: string) => html`
  <section id=${id} class="drawer" popover="manual" aria-label=${title}>
    <header>
      <h2>${title}</h2>
      <button type="button" class="close" popovertarget=${id} popovertargetaction="hide"
        aria-label=${text('shell.close')}>×</button>
    </header>
    <div class="content"></div>
  </section>`

if (!customElements.get('glassbox-playground')) customElements.define('glassbox-playground', GlassboxPlayground)
