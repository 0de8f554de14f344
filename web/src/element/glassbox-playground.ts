import '../views/graph/graph.ts'
import '../views/notice/notice.ts'
import '../views/pane/pane.ts'
import '../views/picture/picture.ts'
import '../views/player/player.ts'
import '../views/settings/settings.ts'
import '../views/story/story.ts'
import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { connect } from '../session/connect.ts'
import { direction, language } from '../text/language.ts'
import { text } from '../text/text.ts'
import { Address } from './address.ts'
import { announce } from './announce.ts'
import { tellSession } from './follow.ts'
import { keepKeys } from './keep-keys.ts'
import { claimAddress } from './linked.ts'
import './own-em.ts'
import type { Moment, Outcome, SessionLike } from '../session/session-like.ts'
import { plainState } from '../state/border.ts'
import type { Command } from '../state/commands.ts'
import { sessionContext } from '../views/parts/session-controller.ts'
import { comesIntoView, watchSight } from './sight.ts'
import { speak } from './speak.ts'
import { Stage } from './stage.ts'
import { styles } from './styles.ts'

/**
 * The playground: `<glassbox-playground>`. It owns a session with its worker and lays out the views round it.
 *
 * Attributes: `theme` (auto, light, dark); `loading` (eager, lazy: start when it comes into view); `linked` (read the
 * state from the page's address and keep it there; one element of a page can, others under a prefix of their own:
 * `linked="gb"` has keys like `gb-data`); `introduction` (a newcomer is shown a few steps of training, and the first play
 * begins slowly).
 * Slots: brand (before the sentence), poster (shown until the engine is there), caption (beneath); what else is in the
 * element is shown where it cannot start.
 * It speaks the language around it where the site has a file of that, else English; all elements of a page speak that of
 * the first. It trains only while it can be seen; taken out of the page it frees its worker, and put back it goes on.
 * Events: glassbox-ready, -change, -step, -epoch, -play, -pause, -error, with a `detail`; no kind more than ten times a
 * second.
 */
export class GlassboxPlayground extends LitElement {
  // Declared only: Lit makes them properties that it watches.
  declare theme: string
  declare loading: string
  /** The prefix of its keys in the address, '' or true = none; null or false = it has nothing to do with the address. */
  declare linked: string | boolean | null
  declare introduction: boolean
  declare failure: string
  declare isReady: boolean
  declare life: number
  static styles = styles

  static properties = {
    theme: { reflect: true },
    loading: {},
    linked: {},
    introduction: { type: Boolean },
    failure: { state: true },
    isReady: { state: true },
    life: { state: true },
  }

  #session: SessionLike | null = null
  /** For the views within. */
  readonly #provider = new ContextProvider(this, { context: sessionContext })
  #stage: Stage | null = null
  /** Ends the present life: from the time it is put into a page until it is taken out. */
  #leave: AbortController | null = null
  /** Where the last life ended. */
  #moment: Moment | null = null
  /** The file of its language, null = it is there or there is none. */
  #language: Promise<void> | null = null
  /** What was asked before the first picture. */
  #asked: Promise<Outcome>[] = []
  #isSeen = true
  #isDisposed = false
  /** The session is there: what is asked from now on needs no picture. */
  #connected = deferred()
  #there = deferred()

  constructor() {
    super()
    this.theme = 'auto'
    this.loading = 'eager'
    this.linked = null
    this.introduction = false
    this.failure = ''
    this.isReady = false
    this.life = 0
  }

  /**
   * Resolves when the engine is there and the first picture is drawn; rejects with a sentence that says why it cannot be.
   * An element that is taken out of the page and put back has another.
   */
  get ready() {
    return this.#there.promise
  }

  connectedCallback() {
    super.connectedCallback()
    if (this.#leave || this.#isDisposed) return
    this.#leave = new AbortController()
    this.#begin(this.#leave.signal)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    // What is only moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end()
    })
  }

  /** No picture is drawn before its language is there. */
  scheduleUpdate() {
    return this.#language ? this.#language.then(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  async #begin(signal: AbortSignal) {
    this.#language = speak(this, signal)
    this.#expect()
    this.failure = ''
    await this.updateComplete
    if (this.loading === 'lazy' && !this.#moment) await comesIntoView(this, signal)
    if (signal.aborted) return
    try {
      this.#watch(signal)
      await this.#open(signal)
    } catch (failure) {
      if (signal.aborted) return
      const { message } = failure as Error
      this.failure = text('shell.failed', { message })
      for (const waiting of [this.#connected, this.#there]) waiting.reject(new Error(this.failure))
      this.#tell('error', { message: this.failure, where: '' })
    }
  }

  async #open(signal: AbortSignal) {
    const { linked } = this
    const prefix = typeof linked === 'string' ? linked : ''
    const address = new Address(prefix)
    const isLinked = (linked === prefix || linked === true) && this.#isFirstLinked(prefix, signal)
    const query = isLinked ? address.query : ''
    const moment = this.#moment
    const session = await connect({ query, moment, isResting: !this.#isSeen, signal })
    if (signal.aborted) return session.dispose()
    this.#session = session
    session.rest(!this.#isSeen)
    announce(this, session, signal)
    if (isLinked) address.follow(session, signal)
    this.#connected.resolve()
    await afterFrame()
    await Promise.race([Promise.all(this.#asked), waited(mostBeforeDrawing)]) // drawing keeps the page busy
    if (signal.aborted) return
    this.#provider.setValue(session)
    tellSession()
    this.#stage = new Stage(this.#root, session, address)
    await this.#stage.drawn()
    if (signal.aborted) return
    this.isReady = true
    this.#asked = []
    this.#there.resolve()
    this.#tell('ready', {})
    import('../state/commands.ts').catch(() => {}) // the first edit asks for it again
    if (this.introduction && this.#isSeen && !query && !moment) this.#stage?.introduce()
  }

  get #root() {
    return this.shadowRoot as ShadowRoot
  }

  #watch(signal: AbortSignal) {
    keepKeys(this, signal)
    const rest = (isSeen: boolean) => {
      this.#isSeen = isSeen
      this.#session?.rest(!isSeen)
    }
    const probe = this.#root.querySelector('.playground')
    if (probe) watchSight(this, probe, rest, signal)
  }

  #isFirstLinked(prefix: string, signal: AbortSignal) {
    if (claimAddress(this, prefix, signal)) return true
    console.warn(text('shell.linkedTwice'))
    this.#tell('error', { message: text('shell.linkedTwice'), where: 'linked' })
    return false
  }

  #end() {
    this.#moment = this.#session?.moment() ?? this.#moment
    this.#leave?.abort()
    this.#provider.setValue(undefined)
    this.#stage?.dispose()
    this.#session?.dispose()
    this.#leave = this.#stage = this.#session = null
    tellSession()
    this.isReady = false
    this.life++ // what was drawn goes with it
    this.#expect()
  }

  /** Whoever waits from now on waits for the next life. */
  #expect() {
    if (this.#connected.isSettled) this.#connected = deferred()
    if (this.#there.isSettled) this.#there = deferred()
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(`glassbox-${name}`, { detail, bubbles: true, composed: true }))
  }

  /**
   * Does one command, or refuses it with a notice. Waits until the engine is there.
   * @returns rejects with a sentence where the playground could not start or was disposed of
   */
  async run(command: Command): Promise<Outcome> {
    while (!this.#session) await this.#connected.promise
    const outcome = this.#session.run(command)
    if (!this.isReady) this.#asked.push(outcome)
    return outcome
  }

  /** For views that stand elsewhere in the page; null while there is none. */
  get session(): SessionLike | null {
    return this.#session
  }

  play() {
    return this.run({ do: 'play' })
  }
  pause() {
    return this.run({ do: 'pause' })
  }
  step(count = 1) {
    return this.run({ do: 'step', count })
  }
  reset() {
    return this.run({ do: 'reset' })
  }

  /**
   * All that a reader can set, as plain JSON, with the weights as they are when asked; null before the engine is there.
   */
  getState(options?: { withParameters?: boolean }) {
    const moment = this.#moment
    return this.#session?.save(options) ?? (moment && plainState(moment.state, moment.rows))
  }

  /**
   * Replaces the whole state, or refuses it with a notice. What is left out is as the data begins; without a name of data
   * that is the data in use: `{}` begins it anew.
   */
  setState(state: unknown) {
    return this.run({ do: 'load', state })
  }

  /** Stops the training and gives the engine's memory back; the element is of no further use. */
  dispose() {
    this.#isDisposed = true
    this.#end()
    this.#moment = null
    for (const waiting of [this.#connected, this.#there]) waiting.reject(new Error(text('shell.disposed')))
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
            <button type="button" class="quiet" popovertarget="gallery-drawer">${text('shell.gallery')}</button>
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
        <section class="player" part="toolbar" aria-label=${text('transport.label')}>
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

/** Milliseconds for which the first picture waits for the answer to what was asked before it. */
const mostBeforeDrawing = 60

const waited = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The task after the next frame: what arrives until then is heard before. */
const afterFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

/** A promise that is settled from outside. */
function deferred() {
  let settle = {} as { resolve: (value?: unknown) => void; reject: (cause: Error) => void }
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject }
  })
  promise.catch(() => {}) // nobody has to listen
  const it = {
    promise,
    isSettled: false,
    resolve() {
      it.isSettled = true
      settle.resolve()
    },
    reject(cause: Error) {
      it.isSettled = true
      settle.reject(cause)
    },
  }
  return it
}

const brand = html`<slot name="brand"></slot>`

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

customElements.define('glassbox-playground', GlassboxPlayground)
