import type { PropertyValues } from 'lit'
import type { Neuron } from '../../../network/pointed.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { AutoPlay, pace } from '../../parts/auto-play.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { stepNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { openNeuronEvent } from '../../parts/page-events.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { Palette } from '../../plot/palette.ts'
import type { NextStep, StepContext } from './context.ts'
import { paintRowImages } from './images.ts'
import { closedTemplate, keepHeight, openTemplate, waitingTemplate } from './page.ts'
import { type Reading, readingOf } from './reading.ts'
import { StepOnStage } from './stage.ts'
import { stopIndexOf, stopsOf } from './stops.ts'
import { turnToUnit } from './units.ts'

/** What the panel is drawn from. */
const drawnFrom: readonly Change[] = ['state', 'data', 'frame', 'running', 'pointed']

/**
 * One training step opened up, phase by phase: all numbers are those of the batch that the next step will use. What is
 * drawn is never older than the network: when something changes, the panel waits for the new answer and then draws.
 * From the first phase on, the row that is followed is the one on the network.
 */
export class StepPanel extends SessionElement {
  #reading!: Reading
  #stage!: StepOnStage
  #palette!: Palette
  #question!: EngineQuery<'nextStep'>
  /** Each training row's own. */
  #costs!: EngineQuery<'costs'>
  #play!: AutoPlay
  /** The step that is drawn. */
  #next: NextStep | null = null
  #isTaking = false
  /** When the stop was entered: its signal runs once. */
  #entered = 0

  protected override begin() {
    const { session } = this
    this.#reading = readingOf(session)
    this.#stage = new StepOnStage(this, session)
    this.#palette = this.own(new Palette(this, () => this.#paint()))
    this.#question = this.own(new EngineQuery(session, 'nextStep', () => this.#take()))
    this.#costs = this.own(new EngineQuery(session, 'costs', this.#redraw))
    this.#play = new AutoPlay(
      () => this.#goOn(),
      () => pace[this.#reading.speed],
      () => this.#isFresh && !this.#isTaking,
    )
    pointByRows(this, session, '[data-layer]', this.leave)
    this.getRootNode().addEventListener(openNeuronEvent, this.#onNeuron, { signal: this.leave })
    this.leave.addEventListener('abort', () => {
      this.#play.stop()
      this.#stage.clear()
    })
  }

  /** Whether there is a next step to open up. */
  get #isOpen() {
    const { frame, isRunning } = this.session
    return Boolean(frame) && !frame?.hasDiverged && !isRunning
  }

  /** Whether what is known is of the very step that comes next. */
  get #isFresh() {
    return this.#isOpen && this.#question.isCurrent
  }

  /** The stops of the network as it is now, and which one is reached. */
  get #stops() {
    return stopsOf(this.session.state.network.layers.length)
  }
  get #at() {
    return stopIndexOf(this.#stops, this.#reading.stop)
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (!drawnFrom.some((name) => changes.has(name))) return false
    this.#reading.step = this.session.frame?.step ?? 0
    if (this.#isOpen) this.#question.ask({})
    else this.#play.stop()
    if (this.#isFresh) this.#followLook()
    return true
  }

  /** If another sample is shown meanwhile, it is followed where the batch has it; else the phases end. */
  #followLook() {
    const reading = this.#reading
    const { row } = this.#stage
    const next = this.#next
    if (!next || !reading.isHeld || row.isUnderWay || row.isShown(next.rows[reading.sample])) return
    const { view } = this.session.state
    const sample = next.rows.indexOf(view.row)
    const isThere = sample >= 0 && row.isShown(view.row)
    Object.assign(reading, isThere ? { sample } : { isHeld: false, stop: undefined })
  }

  #take() {
    const { found } = this.#question
    if (!found || !this.#isFresh) return
    this.#next = found.answer
    this.#reading.sample = Math.min(this.#reading.sample, found.answer.rows.length - 1)
    this.#hold()
    this.#redraw()
  }

  /** Has the row that is followed on the network, once a phase was entered. */
  #hold() {
    if (this.#reading.isHeld && this.#next && this.#isFresh) this.#stage.row.put(this.#next.rows[this.#reading.sample])
  }

  #go = (to: number) => {
    if (to === this.#at) return
    this.#reading.stop = this.#stops[to]
    this.#reading.isHeld ||= to > 0
    this.#entered = performance.now()
    this.#hold()
    this.#redraw()
  }

  #goOn = () => {
    if (this.#at < this.#stops.length - 1) this.#go(this.#at + 1)
    else if (this.#isFresh && !this.#isTaking) this.#takeTheStep()
  }

  /** Does what was shown; the answer that follows opens the step after it. */
  async #takeTheStep() {
    this.#isTaking = true
    const { ok: isTaken } = await this.session.run({ do: 'step' })
    this.#isTaking = false
    if (!isTaken) return
    this.#reading.sample = 0
    this.#go(0)
  }

  #toggle = () => {
    if (this.#play.isPlaying) this.#play.stop()
    else this.#play.start()
    this.#redraw()
  }

  #follow = (sample: number) => {
    Object.assign(this.#reading, { sample, isHeld: true })
    this.#hold()
    this.#redraw()
  }

  /** A neuron of the layer that is shown opens into its working here. */
  #onNeuron = (event: Event) => {
    const at = (event as CustomEvent<Neuron>).detail
    const { kind, layer } = this.#stops[this.#at]
    if (!this.#isOpen || (kind !== 'forward' && kind !== 'backward') || layer !== at.layer) return
    event.preventDefault()
    turnToUnit(this.#reading.pages, at)
  }

  #redraw = () => this.requestUpdate()

  protected override shouldUpdate() {
    return super.shouldUpdate() && !(this.#isOpen && this.#next && !this.#isFresh)
  }

  protected override update(changed: PropertyValues) {
    keepHeight(this)
    keepFocus(this, () => super.update(changed), '.step-on, .step-closed .primary, .step-waiting')
  }

  protected override render() {
    if (!this.#isOpen) return closedTemplate(this.session)
    return this.#next ? this.#template(this.#next) : waitingTemplate()
  }

  protected override updated() {
    const next = this.#next
    this.#paint()
    if (!this.#isOpen || !next) return this.#stage.clear()
    const moment = { of: this.session.revision, entered: this.#entered, isSpoken: !this.#play.isPlaying }
    this.#stage.show(this.#stops[this.#at], next, this.#reading.sample, moment)
  }

  #paint() {
    paintRowImages(this, this.#palette, this.session.data)
  }

  #template(next: NextStep) {
    const { session } = this
    const [reading, play] = [this.#reading, this.#play]
    const { kind } = this.#stops[this.#at]
    if (kind === 'cost') this.#costs.ask({ set: 'train' })
    const costs = this.#costs.isCurrent ? (this.#costs.found?.answer ?? null) : null
    const context: StepContext = {
      session,
      next,
      sample: reading.sample,
      numbers: stepNumbers(session, session.frame as Frame, next, costs),
      hasCosts: costs !== null,
      number: numberOf(session),
      chosen: reading.chosen,
      pages: reading.pages,
      follow: this.#follow,
      redraw: this.#redraw,
    }
    return openTemplate(context, {
      stops: this.#stops,
      at: this.#at,
      play,
      reading,
      go: this.#go,
      goOn: this.#goOn,
      toggle: this.#toggle,
    })
  }
}
