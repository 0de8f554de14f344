import { html, LitElement, nothing } from 'lit'
import { text } from '../text/text.js'
import { followAddress } from './address.js'
import { announce } from './announce.js'
import { connect } from './connect.js'
import './own-em.js'
import { Stage } from './stage.js'
import { styles } from './styles.js'

/** @import { Command, SessionLike } from '../model/types.d.ts' */

/**
 * The playground: `<glassbox-playground>`. It owns a session with its worker and lays out the views round it.
 *
 * Attributes: `theme` (auto, light, dark); `loading` (eager, lazy: start when it comes into view); `linked` (read the
 * state from the page's address and keep it there).
 * Slots: poster (shown until the engine is there), caption (beneath).
 * Events: glassbox-ready, -change, -step, -epoch, -play, -pause, -error, with a `detail`; no kind more than ten times a
 * second.
 */
export class GlassboxPlayground extends LitElement {
  static styles = styles

  static properties = {
    theme: { reflect: true },
    loading: {},
    linked: { type: Boolean },
    failure: { state: true },
    isReady: { state: true },
  }

  /** @type {SessionLike | null} */
  #session = null
  /** @type {Stage | null} */
  #stage = null
  #leave = new AbortController()
  /** @type {(value?: unknown) => void} */
  #tellReady = () => {}

  constructor() {
    super()
    this.theme = 'auto'
    this.loading = 'eager'
    this.linked = false
    this.failure = ''
    this.isReady = false
    /** Resolves when the engine is there and the first picture can be drawn. @type {Promise<unknown>} */
    this.ready = new Promise((resolve) => {
      this.#tellReady = resolve
    })
  }

  firstUpdated() {
    if (this.loading !== 'lazy') return this.#start()
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return
      observer.disconnect()
      this.#start()
    })
    observer.observe(this)
  }

  async #start() {
    try {
      const query = this.linked ? location.search : ''
      const session = await connect(query)
      this.#session = session
      this.#stage = new Stage(/** @type {ShadowRoot} */ (this.shadowRoot), session)
      announce(this, session, this.#leave.signal)
      if (this.linked) followAddress(session, this.#leave.signal)
      this.isReady = true
      await this.#stage.isDrawn
      this.#tellReady()
      this.#tell('ready', {})
      if (!query) this.#stage.introduce()
    } catch (failure) {
      this.failure = text('shell.failed', { message: failure instanceof Error ? failure.message : String(failure) })
      this.#tell('error', { message: this.failure, where: '' })
    }
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`glassbox-${name}`, { detail, bubbles: true, composed: true }))
  }

  /** Does one command, or refuses it with a notice; resolves to whether it was done. @param {Command} command */
  async run(command) {
    await this.ready
    return /** @type {SessionLike} */ (this.#session).run(command)
  }

  play() {
    return this.run({ do: 'play' })
  }
  pause() {
    return this.run({ do: 'pause' })
  }
  /** @param {number} [count] */
  step(count = 1) {
    return this.run({ do: 'step', count })
  }
  reset() {
    return this.run({ do: 'reset' })
  }

  /**
   * All that a reader can set, as plain JSON, with the weights as they are when asked; null before the engine is there.
   * @param {{ withParameters?: boolean }} [options]
   */
  getState(options) {
    return this.#session?.save(options) ?? null
  }

  /** Replaces the whole state, or refuses it with a notice. @param {unknown} state */
  setState(state) {
    return this.run({ do: 'load', state })
  }

  /** Stops the training and gives the engine's memory back; the element is of no further use. */
  dispose() {
    this.#leave.abort()
    this.#stage?.dispose()
    this.#session?.dispose()
    this.#stage = null
    this.#session = null
  }

  render() {
    return html`
      <div class="playground" part="playground" lang="en" dir="ltr" ?inert=${!this.isReady} aria-busy=${!this.isReady && !this.failure}>
        <div class="top">
          <section class="sentence" aria-label=${text('sentence.label')}></section>
          <div class="tools">
            <div class="undo"></div>
            <button type="button" class="quiet" popovertarget="settings-drawer">${text('shell.settings')}</button>
            <button type="button" class="quiet" popovertarget="share-panel">${text('shell.share')}</button>
          </div>
        </div>
        <div class="notice"></div>
        <div class="story"></div>
        <div class="stage">
          <section class="graph" part="graph" aria-label=${text('shell.network')}></section>
          <section class="picture" part="output" aria-label=${text('shell.picture')}></section>
        </div>
        <section class="player" part="toolbar" aria-label=${text('transport.label')}>
          <div class="transport"></div>
          <div class="chart" part="chart"></div>
        </section>
        <section class="pane" part="panel" aria-label=${text('shell.pane')}></section>
        ${drawer('data-drawer', text('data.title'))}${drawer('settings-drawer', text('shell.settings'))}
        <section id="share-panel" class="panel" popover="auto" aria-label=${text('shell.shareTitle')}></section>
      </div>
      ${
        this.isReady
          ? nothing
          : html`
        <div class="curtain" role="status" lang="en" dir="ltr">
          ${this.failure || html`<slot name="poster">${text('shell.loading')}</slot>`}
        </div>`
      }
      <slot name="caption"></slot>`
  }
}

/** A drawer with its title, to be filled by a view. @param {string} id @param {string} title */
const drawer = (id, title) => html`
  <section id=${id} class="drawer" popover="manual" aria-label=${title}>
    <header>
      <h2>${title}</h2>
      <button type="button" class="close" popovertarget=${id} popovertargetaction="hide"
        aria-label=${text('shell.close')}>×</button>
    </header>
    <div class="content"></div>
  </section>`

if (!customElements.get('glassbox-playground')) customElements.define('glassbox-playground', GlassboxPlayground)
