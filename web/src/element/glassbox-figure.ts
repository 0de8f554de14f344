import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { ChangeEvent } from '../session/announcer.ts'
import { FigureSession } from '../session/figure-session.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { State } from '../state/state.ts'
import { direction, language } from '../text/language.ts'
import { listOf } from '../text/lists.ts'
import { text as commonText, texts } from '../text/text.ts'
import { sessionContext } from '../views/parts/session-controller.ts'
import { styleMap } from '../views/parts/style-map.ts'
import css from './figure.css'
import { partOf, parts, roomRule } from './figure-parts.ts'
import { sentences } from './figure-sentences.ts'
import { follow, type SessionOwner, startOwner } from './follow.ts'
import { keepKeys } from './keep-keys.ts'
import './own-em.ts'
import { comesNear } from './sight.ts'
import { speak } from './speak.ts'
import { stylesWith } from './view-styles.ts'

const text = texts(sentences)

type View = State['view']

/**
 * One part of a network anywhere in an article: `<glassbox-figure for="net" part="neuron" unit="1.2">`.
 *
 * All figures of a network share it, and what is pointed at in one lights up in all. Nothing of the engine is fetched
 * before one of them comes near.
 *
 * @slot - Shown until the network is there, and where it cannot start.
 * @slot caption - Beneath the figure.
 * @csspart figure - All of the figure but its caption.
 */
export class GlassboxFigure extends LitElement {
  /** The id of the network's element; without it, the first of the page. */
  declare for: string
  /** What it shows: the name of a part. A setting may follow it, `matrix layer=1`. */
  declare shows: string
  /** The neuron that it is about, counted from 1, where that is not what the reader chooses: 1.2. */
  declare unit: string
  /** The layer that it is about, counted from 1. */
  declare layer: string
  /** The weight or bias that it is about, counted from 1: `1.W2,3` leads from input 2 to neuron 3, `1.B3` is the bias of that. */
  declare weight: string
  /** `auto` (the page's own color-scheme), `light` or `dark`. */
  declare theme: string
  /** @internal */
  declare message: string
  /** @internal */
  declare shown: string | null
  /** The view of the part. */
  #view: HTMLElement | null = null

  static styles = stylesWith(css)

  static properties = {
    for: {},
    shows: { attribute: 'part' },
    unit: {},
    layer: {},
    weight: {},
    theme: { reflect: true },
    message: { state: true },
    shown: { state: true },
  }

  readonly #provider = new ContextProvider(this, { context: sessionContext })
  /** Ends its time in the page, and that with one session and part. */
  #leave = new AbortController()
  #part = new AbortController()
  #look = () => {}
  #session: FigureSession | null = null
  #whole: SessionLike | null = null
  #isNear = false
  /** What of the network readers cannot change. */
  #fixed = ''

  constructor() {
    super()
    this.for = this.shows = this.unit = this.layer = this.weight = this.message = ''
    this.theme = 'auto'
    this.shown = null
  }

  connectedCallback() {
    super.connectedCallback()
    this.#leave = new AbortController()
    this.#begin(this.#leave.signal)
  }

  async #begin(signal: AbortSignal) {
    await speak(this, signal)
    await this.updateComplete
    if (signal.aborted) return
    keepKeys(this, signal)
    for (const type of ['pointerenter', 'pointerdown', 'focusin'])
      this.addEventListener(type, () => this.#session?.attend(), { signal })
    for (const type of ['pointerdown', 'keydown'])
      this.addEventListener(type, () => this.#session?.giveWay(), { signal, capture: true })
    await comesNear(this, signal)
    if (signal.aborted) return
    import('./guest.ts').then(({ heedAttributes }) => heedAttributes(this, signal))
    // Words say what they mean to whoever does anything on the page.
    for (const type of ['pointermove', 'pointerdown', 'keydown'])
      addEventListener(type, () => import('../views/parts/term/term.ts'), { signal, once: true })
    this.#isNear = true
    this.#look = follow(this, (session, owner) => this.#take(session, owner, signal), signal)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.#leave.abort()
    this.#let()
  }

  updated(changed: PropertyValues) {
    if (!this.#isNear || !['for', 'shows', 'unit', 'layer', 'weight'].some((name) => changed.has(name))) return
    this.#let()
    this.#look()
  }

  /** Parts with its session and what it showed of that. */
  #let() {
    this.#part.abort()
    this.#session = this.#whole = null
    this.#provider.setValue(undefined)
    this.#view = this.shown = null
  }

  async #take(session: SessionLike | null, owner: SessionOwner | null, signal: AbortSignal) {
    const [name, ...settings] = this.shows.split(/\s+/)
    const part = partOf(name)
    if (!part) return this.#say(text('noPart', { name, names: listOf(Object.keys(parts)) }))
    if (settings.some(partOf)) return this.#say(text('onePart', { names: this.shows }))
    if (owner) startOwner(owner)
    else if (document.readyState === 'complete')
      this.#say(this.for ? text('noNetwork', { name: this.for }) : text('anyNetwork'))
    this.message = owner?.failure ?? this.message
    this.#markFixed(owner?.fixed ?? '')
    if (session === this.#whole) return
    this.#let()
    if (!session || !owner) return
    this.message = ''
    this.#whole = session
    this.#part = new AbortController()
    const leave = AbortSignal.any([this.#part.signal, signal])
    const { view, load, tab } = part
    const [own] = await Promise.all([this.#own(settings, tab), load()])
    if (!own) return
    if (leave.aborted) return
    this.#session = new FigureSession(session, own, leave)
    this.#complain(own, name, settings)
    this.#provider.setValue(this.#session)
    const look = (event: Event) => {
      if ((event as ChangeEvent).changes.has('state')) this.requestUpdate()
    }
    session.addEventListener('change', look, { signal: leave })
    this.#view = document.createElement(`glassbox-${view}`)
    this.shown = name
    const probe = this.shadowRoot?.querySelector<HTMLElement>('.framed')
    if (probe) this.#print(probe, leave)
    if (probe) owner.watch(this, probe, leave, (isSeen) => this.#session?.rest(!isSeen))
  }

  async #markFixed(fixed: string) {
    if (!this.shadowRoot || this.#fixed === fixed) return
    this.#fixed = fixed
    ;(await import('./fixed.ts')).markFixed(this.shadowRoot, fixed)
  }

  async #print(frame: HTMLElement, leave: AbortSignal) {
    const { printStill } = await import('./guest.ts')
    printStill(frame, ':scope > .session-element', leave)
  }

  /** What of the view is not the reader's choice; null when that is nothing to be understood, which is said. */
  async #own(settings: string[], tab?: View['tab']): Promise<Partial<View> | null> {
    const given = new Map(settings.map((setting) => setting.split('=') as [string, string]))
    const unit = this.unit || given.get('unit')
    const layer = this.layer || given.get('layer')
    const weight = this.weight || given.get('weight')
    const its = tab ? { tab } : {}
    if (!unit && !layer && !weight && settings.length === 0) return its
    const [{ readLayer, readNeuron, readParameter }, { plainObject }] = await Promise.all([
      import('../state/written/references.ts'),
      import('../network/refuse.ts'),
    ])
    try {
      plainObject(Object.fromEntries(given), 'part', ['unit', 'layer', 'weight'])
      return {
        ...its,
        ...(layer ? { selected: readLayer(layer, 'layer') } : {}),
        ...(unit ? { selected: readNeuron(unit, 'unit') } : {}),
        ...(weight ? { parameter: readParameter(weight, 'weight') } : {}),
      }
    } catch (refusal) {
      this.#say((refusal as Error).message)
      return null
    }
  }

  #say(message: string) {
    if (message !== this.message) console.warn(message)
    this.message = message
  }

  /** Tells an author where the network lacks what the figure is to be about. */
  #complain(own: Partial<View>, part: string, settings: string[]) {
    const view = this.#session?.state.view
    if ((['selected', 'parameter'] as const).every((one) => !own[one] || own[one] === view?.[one])) return
    const name = [this.unit, this.layer, this.weight, ...settings].filter(Boolean).join(' ')
    console.warn(text('notThere', { name, part }))
  }

  /** Kept for it until it is there and after, as high as it mostly is. */
  get #room() {
    const part = this.message ? null : partOf(this.shows.split(/\s+/)[0])
    return part ? roomRule(part.room) : ''
  }

  render() {
    const isSuited = !this.#session || (partOf(this.shown ?? '')?.suits?.(this.#session) ?? true)
    const shown = isSuited ? this.shown : null
    const message = isSuited ? this.message : commonText('shell.oneNeuron')
    return html`
      <div class="room" style=${styleMap({ 'min-block-size': this.#room })}>
      <div class="framed" part="figure" role="group" aria-label=${shown ? text(partOf(shown)?.view as keyof typeof sentences) : nothing}
        lang=${language()} dir=${direction()} ?hidden=${!shown}>${this.#view}</div>
      ${shown ? nothing : message ? html`<p class="figure-message" role="status">${message}</p><slot></slot>` : html`<slot></slot>`}
      </div>
      <slot name="caption"></slot>`
  }
}

if (!customElements.get('glassbox-figure')) customElements.define('glassbox-figure', GlassboxFigure)
