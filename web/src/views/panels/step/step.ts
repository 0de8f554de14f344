import { dequal as isEqual } from 'dequal/lite'
import type { PropertyValues } from 'lit'
import type { Neuron } from '../../../network/pointed.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { setView } from '../../parts/buttons.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { stepNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { openNeuronEvent } from '../../parts/page-events.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { turnByNumbers } from '../../parts/terms/turn.ts'
import { Palette } from '../../plot/palette.ts'
import { Clock } from './clock.ts'
import type { NextStep, StepContext } from './context.ts'
import { type Film, filmOf, momentAt, placeAt, positionOf, writePlace } from './film.ts'
import { paintRowImages } from './images.ts'
import { closedTemplate, keepHeight, openTemplate, waitingTemplate } from './page.ts'
import { followState, type Reading, rates, readingOf } from './reading.ts'
import { StepOnStage } from './stage.ts'
import css from './step.css'
import { storyOf } from './story.ts'
import { Drag, showPosition } from './track.ts'
import { turnToUnit } from './units.ts'

/** What the panel is drawn from. */
const drawnFrom: readonly Change[] = ['state', 'opened', 'data', 'frame', 'running', 'pointed']
/** Milliseconds at rest before the state, and so the address, says where the film is. */
const calm = 300
/** Milliseconds for which a thumb that is dragged over many beats has to stay in one before the panel tells of it. */
const glimpse = 200

/**
 * One training step as a film: all numbers are those of the batch that the next step will use, and what is seen is a
 * function of them and of the position. What is drawn is never older than the network: when something changes, the panel
 * waits for the new answer and then draws. Once the film has begun, the row that is followed is the one on the network.
 */
export class StepPanel extends SessionElement {
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay']
  #reading!: Reading
  #stage!: StepOnStage
  #palette!: Palette
  #question!: EngineQuery<'nextStep'>
  /** Each training row's own. */
  #costs!: EngineQuery<'costs'>
  #costAfter!: EngineQuery<'costAfter'>
  /** The step that is drawn. */
  #next: NextStep | null = null
  /** What is drawn, and what it is drawn from. */
  #context: StepContext | null = null
  #isTaking = false
  #film: Film = filmOf([1])
  #units: number[] = [1]
  #toPut = 0
  #toDraw = 0
  readonly #clock = new Clock((milliseconds) => this.#play(milliseconds))
  readonly #drag = new Drag(
    () => this.#film,
    (position, isUnderWay) => {
      this.#clock.stop()
      this.#seek(position)
      if (!isUnderWay) this.#redraw()
    },
  )

  protected override begin() {
    const { session } = this
    this.#reading = readingOf(session)
    if (this.#reading.place === null && session.state.view.at === this.#reading.put) this.#putPlace()
    this.#stage = new StepOnStage(this, session)
    this.#palette = this.own(new Palette(this, () => this.#paint()))
    this.#question = this.own(new EngineQuery(session, 'nextStep', () => this.#take()))
    this.#costs = this.own(new EngineQuery(session, 'costs', this.#redraw))
    this.#costAfter = this.own(new EngineQuery(session, 'costAfter', this.#redraw))
    pointByRows(this, session, '[data-layer]', this.leave)
    turnByNumbers(this, session, this.leave)
    this.getRootNode().addEventListener(openNeuronEvent, this.#onNeuron, { signal: this.leave })
    this.leave.addEventListener('abort', () => {
      this.#clock.stop()
      this.#stage.clear()
      clearTimeout(this.#toPut)
      clearTimeout(this.#toDraw)
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

  /** What is shown; to those who prefer less motion each beat at its end. */
  get #position() {
    const position = positionOf(this.#film, this.#reading.place)
    return position > 0 && prefersStills() ? momentAt(this.#film, position).beat.end : position
  }

  /** The row that is followed. */
  get #sample() {
    return this.#reading.sample ?? 0
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (!drawnFrom.some((name) => changes.has(name))) return false
    this.#reading.step = this.session.frame?.step ?? 0
    const units = this.session.state.network.layers.map((layer) => layer.units)
    if (!isEqual(units, this.#units)) [this.#units, this.#film] = [units, filmOf(units)]
    if (followState(this.#reading, this.session)) this.#follow()
    if (this.#isOpen) this.#question.ask({})
    else this.#clock.stop()
    if (!this.#reading.isHeld && !this.#stage.row.isUnderWay) this.#reading.before = null
    if (this.#isFresh) this.#followLook()
    return true
  }

  /** If another sample is shown meanwhile, it is followed where the batch has it; else the film ends. */
  #followLook() {
    const reading = this.#reading
    const { row } = this.#stage
    const next = this.#next
    if (!next || !reading.isHeld || row.isUnderWay || row.isShown(next.rows[this.#sample])) return
    const { view } = this.session.state
    const sample = next.rows.indexOf(view.row)
    const isThere = sample >= 0 && row.isShown(view.row)
    Object.assign(reading, isThere ? { sample } : { isHeld: false, before: null, place: null })
    this.#putLater()
  }

  /** Is where the state says. */
  #follow() {
    const reading = this.#reading
    this.#clock.stop()
    if (!reading.place) return this.#release()
    if (!reading.isHeld) reading.sample = null
    this.#begin()
    this.#hold()
  }

  /** The film has begun. */
  #begin() {
    const reading = this.#reading
    if (!reading.isHeld) Object.assign(reading, { isHeld: true, before: reading.before ?? this.#stage.row.look })
  }

  #take() {
    const { found } = this.#question
    if (!found || !this.#isFresh) return
    this.#next = found.answer
    this.#hold()
    this.#redraw()
  }

  /** Has the row that is followed on the network, once the film has begun. */
  #hold() {
    const reading = this.#reading
    if (!this.#next || !this.#isFresh) return
    const { rows } = this.#next
    reading.sample = Math.min(reading.sample ?? Math.max(0, rows.indexOf(this.session.state.view.row)), rows.length - 1)
    if (reading.isHeld) this.#stage.row.put(rows[reading.sample])
  }

  /** Takes the row off the network that the film has put there: back at its beginning nothing is left of it. */
  #release() {
    const { before } = this.#reading
    if (!before || !this.#reading.isHeld) return
    this.#reading.isHeld = false
    this.#stage.row.restore(before)
  }

  #seek = (position: number) => {
    const reading = this.#reading
    const from = momentAt(this.#film, this.#position)
    reading.place = placeAt(this.#film, position)
    const to = momentAt(this.#film, this.#position)
    if (position <= 0) this.#release()
    else if (!reading.isHeld) {
      this.#begin()
      this.#hold()
    }
    this.#putLater()
    if (to.beat !== from.beat || position <= 0 || from.share === 0) return this.#turn()
    this.#stage.run(to.share)
    showPosition(this, this.#film, this.#position)
  }

  /** Another beat is shown: on the network at once; in the panel, which takes longer to draw, not while many go by. */
  #turn() {
    if (!this.#drag.isUnderWay || !this.#next || !this.#isFresh) return this.#redraw()
    this.#context = this.#contextOf(this.#next)
    this.#show(this.#context)
    clearTimeout(this.#toDraw)
    this.#toDraw = window.setTimeout(this.#redraw, glimpse)
  }

  /** Has the state say where the film is, once it is at rest. */
  #putLater() {
    clearTimeout(this.#toPut)
    this.#toPut = window.setTimeout(() => {
      if (!this.#clock.isRunning && !this.#drag.isUnderWay) this.#putPlace()
    }, calm)
  }

  #putPlace() {
    const reading = this.#reading
    const at = reading.place && writePlace(reading.place)
    if (at === reading.put) return
    reading.put = at
    setView(this.session, { at })
  }

  #play(milliseconds: number) {
    if (!this.#isFresh || this.#isTaking) return
    const [position, { length }] = [positionOf(this.#film, this.#reading.place), this.#film]
    if (position < length) this.#seek(Math.min(length, position + milliseconds * rates[this.#reading.speed]))
    else this.#takeTheStep()
  }

  /** Does what was shown; the answer that follows opens the step after it. */
  #takeTheStep = async () => {
    if (!this.#isFresh || this.#isTaking) return
    this.#isTaking = true
    const { ok: isTaken } = await this.session.run({ do: 'step' })
    this.#isTaking = false
    if (!isTaken) return
    Object.assign(this.#reading, { sample: 0, place: null, before: null })
    clearTimeout(this.#toPut)
    this.#putPlace()
    this.#redraw()
  }

  #toggle = () => {
    if (this.#clock.isRunning) this.#clock.stop()
    else this.#clock.start()
    this.#putLater()
    this.#redraw()
  }

  #stepTo = (position: number) => {
    this.#clock.stop()
    this.#seek(position)
    this.#redraw()
  }

  #followRow = (sample: number) => {
    Object.assign(this.#reading, { sample, isHeld: true })
    this.#hold()
    this.#redraw()
  }

  /** A neuron of the layer that is shown is told of here. */
  #onNeuron = (event: Event) => {
    const at = (event as CustomEvent<Neuron>).detail
    const { stop } = momentAt(this.#film, this.#position)
    if (!this.#isOpen || (stop.kind !== 'forward' && stop.kind !== 'backward') || stop.layer !== at.layer) return
    event.preventDefault()
    this.#open(at)
  }

  /** Goes to the moment in which a neuron of the layer has been told of, where they are told one by one. */
  #open = (at: Neuron) => {
    turnToUnit(this.#reading.pages, at)
    const { beat } = momentAt(this.#film, this.#position)
    const own = this.#film.beats.findLast(({ stop, unit }) => stop === beat.stop && unit === at.unit)
    if (beat.unit >= 0 && own) this.#stepTo(own.end)
    else this.#redraw()
  }

  #redraw = () => this.requestUpdate()

  protected override shouldUpdate() {
    return super.shouldUpdate() && !(this.#isOpen && this.#next && !this.#isFresh)
  }

  protected override update(changed: PropertyValues) {
    clearTimeout(this.#toDraw)
    keepHeight(this)
    keepFocus(this, () => super.update(changed), '.step-on, .step-closed .primary, .step-waiting')
  }

  protected override render() {
    if (!this.#isOpen) return closedTemplate(this.session)
    if (!this.#next) return waitingTemplate()
    this.#context = this.#contextOf(this.#next)
    return openTemplate(this.#context, {
      film: this.#film,
      position: this.#position,
      isPlaying: this.#clock.isRunning,
      reading: this.#reading,
      drag: this.#drag,
      seek: this.#stepTo,
      take: this.#takeTheStep,
      toggle: this.#toggle,
    })
  }

  protected override updated() {
    this.#paint()
    if (this.#isOpen && this.#context) this.#show(this.#context)
    else this.#stage.clear()
  }

  /** Shows the moment on the track and on the network, and tells of it. */
  #show(context: StepContext) {
    const sentence = storyOf(context, this.#film, this.#position)
    showPosition(this, this.#film, this.#position, sentence)
    if (this.#position <= 0) return this.#stage.clear()
    const isSpoken = !this.#clock.isRunning && !this.#drag.isUnderWay
    this.#stage.show(context, this.session.revision, { sentence, isSpoken })
  }

  #paint() {
    paintRowImages(this, this.#palette, this.session.data)
  }

  #contextOf(next: NextStep): StepContext {
    const { session } = this
    const moment = momentAt(this.#film, this.#position)
    const { kind } = moment.stop
    this.#costs.ask(kind === 'cost' ? { set: 'train' } : null)
    this.#costAfter.ask(kind === 'update' && !next.isDiverged ? {} : null)
    const costs = this.#costs.isCurrent ? (this.#costs.found?.answer.costs ?? null) : null
    return {
      session,
      next,
      moment,
      sample: this.#sample,
      numbers: stepNumbers(session, session.frame as Frame, next, costs),
      hasCosts: costs !== null,
      costAfter: this.#costAfter.isCurrent ? (this.#costAfter.found?.answer ?? null) : null,
      number: numberOf(session),
      chosen: this.#reading.chosen,
      pages: this.#reading.pages,
      follow: this.#followRow,
      open: this.#open,
      redraw: this.#redraw,
    }
  }
}

const prefersStills = () => matchMedia('(prefers-reduced-motion: reduce)').matches
