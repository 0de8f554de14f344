import { LitElement, type PropertyDeclarations } from 'lit'
import { mistake, refusalOf } from '../../network/refuse.ts'
import type { Change, ChangeEvent } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Reference } from '../../state/written/references.ts'
import { sheetOf } from '../../views/parts/late-style.ts'
import { throttle } from '../../views/parts/throttle.ts'
import { follow, type SessionOwner, startOwner } from '../follow.ts'
import { keepKeys } from '../keep-keys.ts'
import { comesNear } from '../sight.ts'
import { speak } from '../speak.ts'
import tokens from '../tokens.css'
import css from './companion.css'
import { aboutOf, isThere } from './readings.ts'

/** Milliseconds between two looks while the network trains: what changes more often cannot be read. */
const shortestPause = 100

/**
 * An element that stands in the text of an article and follows the session of the playground or network that its
 * attribute `for` names; without one, the first of the page. It may come before or after it, and outlive it. A network
 * that waits begins when it comes near, and trains as long as it can be seen.
 *
 * What stands in it is shown until there is a network. Its text has the face, size and colour of the text around.
 */
export abstract class Companion extends LitElement {
  /** The id of the network's element; without it, the first of the page. */
  declare for: string | null
  static override properties: PropertyDeclarations = { for: { reflect: true } }
  static override styles = [tokens, css].map(sheetOf)

  protected session: SessionLike | null = null
  /** Why an attribute is refused, '' when none is. */
  protected mistake = ''
  #life = new AbortController()
  #heard = new AbortController()
  #look = () => {}
  #isNear = false
  /** The name of a network that is not on the page, once its author has been told. */
  #missed: string | null | undefined
  /** The file of its language, null = it is there or there is none. */
  #language: Promise<void> | null = null
  readonly #isDue = throttle(shortestPause)
  /** What has been looked for, and in which network. */
  readonly #sought: WeakMap<Reference, SessionLike> = new WeakMap()

  constructor() {
    super()
    this.for = null
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#life = new AbortController()
    const { signal } = this.#life
    this.#language = speak(this, signal)
    keepKeys(this, signal)
    this.#isNear = false
    this.#look = follow(this, (session, owner) => this.#take(session, owner), signal)
    comesNear(this, signal).then(() => {
      this.#isNear = true
      this.#look()
      import('../guest.ts').then(({ heedAttributes }) => heedAttributes(this, signal))
    })
    addEventListener('load', () => this.#look(), { signal }) // by then the network is on the page, if it is to be
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#life.abort()
    this.#join(null, null)
  }

  /** Nothing is drawn before its language is there. */
  protected override scheduleUpdate() {
    return this.#language ? this.#language.then(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null) {
    super.attributeChangedCallback(name, before, now)
    if (name === 'for' && this.isConnected) this.#look()
  }

  /** Of what has changed: @returns whether it is to be drawn anew */
  protected heed(changes: ReadonlySet<Change>): boolean {
    const isForced = this.session?.isRunning !== true || changes.has('edit') || changes.has('state')
    return this.#isDue(isForced || changes.has('running'))
  }

  /** What an attribute says; null, and a mistake, when it is refused. */
  protected understood<T>(read: () => T): T | null {
    try {
      this.mistake = ''
      return read()
    } catch (error) {
      if (!refusalOf(error)) throw error
      this.mistake = (error as Error).message
      console.warn(`<${this.localName}> ${this.mistake}`)
      return null
    }
  }

  /** What its attributes name of the network. */
  protected named(): readonly Reference[] {
    return []
  }

  /** Tells an author once of what the network lacks that is named. */
  protected override updated() {
    const { session } = this
    if (!session?.frame) return
    for (const reference of this.named()) {
      if (this.#sought.get(reference) === session) continue
      this.#sought.set(reference, session)
      if (!isThere(session, reference)) console.warn(`<${this.localName}> ${aboutOf(session, reference)}`)
    }
  }

  #take(session: SessionLike | null, owner: SessionOwner | null) {
    if (this.#isNear) {
      if (owner) startOwner(owner)
      else if (document.readyState === 'complete' && this.#missed !== this.for) {
        this.#missed = this.for
        tellMissing(this.localName, 'for', this.for)
      }
    }
    if (session !== this.session) this.#join(session, owner)
  }

  #join(session: SessionLike | null, owner: SessionOwner | null) {
    this.#heard.abort()
    this.#heard = new AbortController()
    const { signal } = this.#heard
    this.session = session
    session?.addEventListener('change', this.#note, { signal })
    if (session) owner?.watch(this, this, signal)
    this.requestUpdate()
  }

  #note = (event: Event) => {
    if (this.heed((event as ChangeEvent).changes)) this.requestUpdate()
  }
}

/** Tells an author that what was to be a network is none. @param attribute that names it */
export function tellMissing(element: string, attribute: string, id: string | null) {
  const count = 'the id of a playground or network of this page'
  console.warn(`<${element}> ${mistake(RangeError, 'exactly', attribute, [id ?? '', { count }]).message}`)
}

/** Names an element; another copy of this module may have done so. */
export function define(name: string, element: CustomElementConstructor) {
  if (!customElements.get(name)) customElements.define(name, element)
}
