import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { ExportedFile, ExportKind } from '../export/file.ts'
import type { Rows } from '../network/rows.ts'
import type { TracedRows, Which } from '../session/questions.ts'
import type { Moment, Outcome, SessionLike } from '../session/session-like.ts'
import type { GivenState, PlainState } from '../state/border.ts'
import type { Command } from '../state/commands.ts'
import { text } from '../text/text.ts'
import type { Address } from './address.ts'
import { deferred } from './deferred.ts'
import type { EventDetails } from './events.ts'
import { type SessionOwner, tellSession } from './follow.ts'
import { claimAddress } from './linked.ts'
import { said } from './said.ts'
import { comesIntoView, watchSight } from './sight.ts'
import { speak } from './speak.ts'

/** Those that have a worker, which went out of sight last at the end. */
const live: Set<SessionOwnerElement> = new Set()
/** So many of a page have one. */
const mostLive = 4

type Tools = typeof import('./session-tools.ts')

/**
 * An element that owns a session with its worker, from the time it is put into a page until it is taken out; put back it
 * goes on. It trains only while something of it can be seen: itself, or a figure that follows it.
 *
 * @fires glassbox-ready
 * @fires glassbox-change
 * @fires glassbox-step
 * @fires glassbox-epoch
 * @fires glassbox-play
 * @fires glassbox-pause
 * @fires glassbox-error
 */
export abstract class SessionOwnerElement extends LitElement implements SessionOwner {
  // Declared only: Lit makes them properties that it watches.
  /** `eager` or `lazy`: whether it starts at once, or when it, or something that shows it, comes near. */
  declare loading: string
  /** The prefix of its keys in the address, '' or true = none; null or false = it has nothing to do with the address. */
  declare linked: string | boolean | null
  /** What it begins with, in the words of a link. */
  declare state: string
  /** Where the file of the state is that it begins with. */
  declare src: string
  /** What readers may not change: `data`, `network`, `training`, `weights`, or keys of a link. */
  declare fixed: string
  /** @internal */
  declare failure: string
  /** @internal */
  declare isReady: boolean
  /** @internal */
  declare life: number

  static properties: PropertyDeclarations = {
    loading: {},
    linked: {},
    state: {},
    src: {},
    fixed: {},
    failure: { state: true },
    isReady: { state: true },
    life: { state: true },
  }

  #session: SessionLike | null = null
  #tools: Tools | null = null
  /** Ends the present life. */
  #leave: AbortController | null = null
  /** Where the last life ended. */
  #moment: Moment | null = null
  /** The file of its language, null = it is there or there is none. */
  #language: Promise<void> | null = null
  /** What was asked before the first picture. */
  #asked: Promise<Outcome>[] = []
  /** What of it can be seen: itself, figures. */
  readonly #seen: Set<Element> = new Set()
  #isDisposed = false
  /** The session is there: what is asked from now on needs no picture. */
  #connected = deferred()
  #there = deferred()
  /** Something that shows it has come near. */
  #wanted = deferred()

  constructor() {
    super()
    this.loading = 'eager'
    this.linked = null
    this.state = this.src = this.fixed = ''
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
    tellSession()
    this.#begin(this.#leave.signal)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    // What is only moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end()
    })
  }

  /** Who listens for `glassbox-ready` too late is told at once. */
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: AddEventListenerOptions) {
    super.addEventListener(type, listener, options)
    if (type !== 'glassbox-ready' || !this.isReady) return
    const late = new EventTarget()
    late.addEventListener(type, typeof listener === 'function' ? listener.bind(this) : listener)
    queueMicrotask(() => late.dispatchEvent(new CustomEvent(type, { detail: {} })))
  }

  /** No picture is drawn before its language is there. */
  scheduleUpdate() {
    return this.#language ? this.#language.then(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  updated(changed: PropertyValues) {
    if (changed.has('fixed') && this.#session) this.#fix().then(tellSession)
    // What it begins with has been read when it began.
    const session = this.#session
    if (session && changed.get('state') !== undefined)
      this.run({ do: 'load', state: this.state || {} }).then(async ({ message }) => {
        if (message) console.warn(`<${this.localName}> ${await said(session)}`)
      })
    if (this.#session && changed.get('src') !== undefined)
      this.#fetchState().catch((failure) => this.#tellFailure(failure))
  }

  /** What its session is opened with. */
  protected abstract fetchTools(): Tools | Promise<Tools>
  /** What shows that it can be seen, and that its session is drawn. @param signal aborted when its life ends */
  protected abstract watchSight(signal: AbortSignal): void
  protected abstract show(session: SessionLike, address: Address, signal: AbortSignal): Promise<void>
  /** @param isPlain nothing else has said what it begins with */
  protected begun(_isPlain: boolean): void {}
  protected left(): void {}

  async #begin(signal: AbortSignal) {
    this.#language = speak(this, signal)
    this.#expect()
    this.failure = ''
    await this.updateComplete
    if (this.loading === 'lazy' && !this.#moment)
      await Promise.race([comesIntoView(this, signal), this.#wanted.promise])
    if (signal.aborted) return
    try {
      this.watchSight(signal)
      await this.#open(signal)
    } catch (failure) {
      if (!signal.aborted) this.#fail(failure as Error)
    }
  }

  async #open(signal: AbortSignal) {
    this.#tools = await this.fetchTools()
    const { connect, Address } = this.#tools
    const { linked } = this
    const prefix = typeof linked === 'string' ? linked : ''
    const address = new Address(prefix)
    const isLinked = (linked === prefix || linked === true) && this.#isFirstLinked(prefix, signal)
    const link = isLinked ? address.query : ''
    const query = link || (this.src ? '' : (this.state ?? ''))
    const moment = this.#moment
    await this.#takeTurn()
    if (signal.aborted) return
    const session = await connect({
      query,
      from: link ? 'link' : 'attribute',
      moment,
      isResting: this.isResting,
      signal,
    })
    if (signal.aborted) return session.dispose()
    const { state, frame } = session
    session.onWake = () => this.#takeTurn()
    this.#session = session
    session.rest(this.isResting)
    await this.#fix()
    if (this.src && !query && !moment) await this.#fetchState()
    if (isLinked) address.follow(session, signal)
    this.#connected.resolve()
    await afterFrame()
    await Promise.race([Promise.all(this.#asked), waited(mostBeforeDrawing)]) // drawing keeps the page busy
    if (signal.aborted) return
    tellSession()
    await this.show(session, address, signal)
    if (signal.aborted) return
    this.isReady = true
    this.#asked = []
    this.#there.resolve()
    this.#tell('ready', {})
    import('./guest.ts').then(({ beGuest }) => beGuest(this, session, { state, frame }, signal))
    this.begun(!query && !this.src && !moment)
  }

  /** Waits until it may have a worker: if need be another one sleeps. */
  async #takeTurn() {
    if (live.size < mostLive) live.add(this)
    else await (await import('./make-room.ts')).makeRoom(live, mostLive, this)
    if (!this.#leave) live.delete(this) // it has gone meanwhile
  }

  async #fix() {
    const session = this.#session
    if (session && (this.fixed || session.guard))
      session.guard = (await import('../state/fixed.ts')).guardOf(this.fixed)
  }

  async #fetchState() {
    const { fetchState } = await import('./fetch-state.ts')
    const session = await this.#opened()
    const { ok } = await session.run({ do: 'load', state: await fetchState(this.src) }, true)
    if (!ok) throw new Error(`${this.src}: ${await said(session)}`)
  }

  #fail(failure: Error) {
    live.delete(this)
    this.#session?.dispose()
    this.#session = null
    this.failure = text('shell.failed', { message: failure.message })
    for (const waiting of [this.#connected, this.#there]) waiting.reject(new Error(this.failure))
    this.#tellFailure({ message: this.failure })
    tellSession()
  }

  #tellFailure({ message }: { message: string }) {
    this.#tell('error', { message, where: '' })
  }

  /** @internal */
  watch(element: HTMLElement, probe: Element, signal: AbortSignal, heed?: (isSeen: boolean) => void) {
    const tell = (isSeen: boolean) => {
      heed?.(isSeen)
      if (isSeen) this.#seen.add(element)
      else this.#seen.delete(element)
      this.#session?.rest(this.isResting)
      if (live.delete(this)) live.add(this)
    }
    tell(true)
    watchSight(element, probe, tell, signal)
    signal.addEventListener('abort', () => tell(false))
  }

  /** @internal */
  start() {
    this.#wanted.resolve()
  }

  /** Nothing of it can be seen. @internal */
  get isResting() {
    return this.#seen.size === 0
  }

  #isFirstLinked(prefix: string, signal: AbortSignal) {
    if (claimAddress(this, prefix, signal)) return true
    const message = text('shell.linkedTwice')
    console.warn(message)
    this.#tell('error', { message, where: 'linked' })
    return false
  }

  #end() {
    this.#moment = this.#session?.moment() ?? this.#moment
    live.delete(this)
    this.#leave?.abort()
    this.left()
    this.#session?.dispose()
    this.#leave = this.#session = null
    this.isReady = false
    this.life++ // what was drawn goes with it
    this.#expect()
    tellSession()
  }

  /** Whoever waits from now on waits for the next life. */
  #expect() {
    if (this.#connected.isSettled) this.#connected = deferred()
    if (this.#there.isSettled) this.#there = deferred()
  }

  #tell<Name extends keyof EventDetails>(name: Name, detail: EventDetails[Name]) {
    this.dispatchEvent(new CustomEvent(`glassbox-${name}`, { detail, bubbles: true, composed: true }))
  }

  /**
   * Does one command, or refuses it with a notice. Waits until the engine is there.
   * @returns rejects with a sentence where it could not start or was disposed of
   */
  async run(command: Command): Promise<Outcome> {
    const session = await this.#opened()
    if (command?.do === 'point' || command?.do === 'overlay') {
      const message = (await import('./guest.ts')).complaint(session, command)
      if (message) return { ok: false, message }
    }
    const outcome = session.run(command, true)
    if (!this.isReady) this.#asked.push(outcome)
    return outcome
  }

  async #opened() {
    while (!this.#session) await this.#connected.promise
    return this.#session
  }

  async #awake() {
    const session = await this.#opened()
    await session.wake()
    return session
  }

  /** For views that stand elsewhere in the page; null while there is none. @internal */
  get session(): SessionLike | null {
    return this.#session
  }

  /** Trains until it is told to pause. */
  play() {
    return this.run({ do: 'play' })
  }
  /** Holds the training still. */
  pause() {
    return this.run({ do: 'pause' })
  }
  /** Takes that many steps, one batch each. */
  step(count = 1) {
    return this.run({ do: 'step', count })
  }
  /** Back to step 0, with the same first weights. */
  reset() {
    return this.run({ do: 'reset' })
  }

  /**
   * All that a reader can set, as plain JSON, with the weights as they are when asked; null before the engine is there.
   */
  getState(options?: { withParameters?: boolean }): PlainState | null {
    const moment = this.#moment
    return this.#session?.save(options) ?? (moment && (this.#tools as Tools).plainState(moment.state, moment.rows))
  }

  /**
   * Replaces the whole state, or refuses it with a notice. What is left out is as the data begins; without a name of data
   * that is the data in use: `{}` begins it anew.
   * @param state plain JSON, or the words of a link: 'data=xor&layers=2.tanh-1.sigmoid'
   */
  setState(state: GivenState | string) {
    return this.run({ do: 'load', state })
  }

  /** The query string of a link to what is shown; with the weights when asked. '' before the engine is there. */
  link(options?: { withParameters?: boolean }) {
    return this.#session?.link({ ...options, isQuiet: true }) ?? ''
  }

  /** A copy of the numbers on screen; null before the engine is there. */
  frame() {
    return structuredClone(this.#session?.frame ?? null)
  }

  /** What the network predicts for rows in the data's own units: for each its outputs, amounts in the target's unit. */
  async predict(rows: Rows): Promise<number[][]> {
    const session = await this.#awake()
    return (await import('./predict.ts')).predict(session, rows)
  }

  /**
   * The network as a file: as code, as weights, as numbers. It can be read by others: `new Blob([text ?? bytes], { type })`.
   * @param kind notebook, pytorch, keras, numpy, javascript, cpp, cHeader, onnx, safetensors, json, history or predictions
   * @returns rejects where there is no such kind, and in the single file, which is without them
   */
  async export(kind: ExportKind): Promise<ExportedFile> {
    const session = await this.#awake()
    return (await import('./export.ts')).exported(session, kind)
  }

  /**
   * Z, activation, delta and gradients of samples.
   * @param which a row of the training set, the batch of the next step, rows of one's own; else the training set
   */
  async trace(which: Which = {}): Promise<TracedRows> {
    return (await this.#awake()).ask('trace', which)
  }

  /** Stops the training and gives the engine's memory back; the element is of no further use. */
  dispose() {
    this.#isDisposed = true
    this.#end()
    this.#moment = null
    for (const waiting of [this.#connected, this.#there]) waiting.reject(new Error(text('shell.disposed')))
  }
}

/** Milliseconds for which the first picture waits for the answer to what was asked before it. */
const mostBeforeDrawing = 60

const waited = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The task after the next frame: what arrives until then is heard before. */
const afterFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
