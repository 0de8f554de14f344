import { nothing, render } from 'lit'
import { AutoPlay } from '../../parts/auto-play.js'
import { EngineQuery } from '../../parts/engine-query.js'
import { keepFocus } from '../../parts/keep-focus.js'
import { numberOf } from '../../parts/number.js'
import { openNeuronEvent } from '../../parts/page-events.js'
import { Palette } from '../../plot/palette.js'
import { paintRowImages } from './images.js'
import { closedTemplate, keepHeight, openTemplate, waitingTemplate } from './page.js'
import { pointFrom } from './point.js'
import { readingOf } from './reading.js'
import { isSameStep } from './same-step.js'
import { StepOnStage } from './stage.js'
import { stopIndexOf, stopsOf } from './stops.js'
import { turnToUnit } from './units.js'

/**
 * @import { Change, Neuron, SessionLike } from '../../../types.d.ts'
 * @import { StepContext, NextStep } from './context.js'
 * @import { Seen } from './same-step.js'
 */

/** What the panel is drawn from. @type {readonly Change[]} */
const drawnFrom = ['state', 'data', 'frame', 'running', 'pointed']

/**
 * One training step opened up, phase by phase: all numbers are those of the batch that the next step will use. What is
 * drawn is never older than the network: when something changes, the panel waits for the new answer and then draws.
 * From the first phase on, the row that is followed is the one on the network.
 */
export class StepPanel {
  /** @type {NextStep | null} */
  #next = null
  /** @type {Float64Array | null} */
  #costs = null
  /** What the numbers belong to, and how often that has changed: answers to an earlier question are dropped. */
  #seen = /** @type {Seen | null} */ (null)
  #asked = 0
  #isFresh = false
  #isTaking = false
  /** When the stop was entered: its signal runs once. */
  #entered = 0
  #leave = new AbortController()

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.reading = readingOf(session)
    this.stage = new StepOnStage(root, session)
    this.palette = new Palette(root, () => this.#paint())
    this.content = root.appendChild(document.createElement('div'))
    this.question = new EngineQuery(session, 'nextStep', (next, details) => this.#take(next, details))
    this.costs = new EngineQuery(session, 'costs', (costs, details) => this.#takeCosts(costs, details))
    this.play = new AutoPlay(
      () => this.#goOn(),
      () => this.#isFresh && !this.#isTaking,
    )
    this.play.speed = this.reading.speed
    this.pointAtNothing = pointFrom(root, session)
    root.getRootNode().addEventListener(openNeuronEvent, this.#onNeuron, { signal: this.#leave.signal })
  }

  /** Whether there is a next step to context into. */
  get #isOpen() {
    const { frame, isRunning } = this.session
    return Boolean(frame) && !frame?.hasDiverged && !isRunning
  }

  /** The stops of the network as it is now, and which one is reached. */
  get #stops() {
    return stopsOf(this.session.state.network.layers.length)
  }
  get #at() {
    return stopIndexOf(this.#stops, this.reading.stop)
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (!drawnFrom.some((name) => changes.has(name))) return
    const { frame, state, data, isRunning } = this.session
    const seen = { frame, state, data, isRunning }
    const isSame = isSameStep(seen, this.#seen)
    this.#seen = seen
    this.reading.step = frame?.step ?? 0
    if (!isSame) this.#askAnew()
    else if (this.#isFresh) this.#followLook()
    this.#draw()
  }

  #askAnew() {
    this.#isFresh = false
    if (!this.#isOpen) this.play.stop()
    else this.question.ask({ asked: ++this.#asked })
  }

  /** If another sample is shown meanwhile, it is followed where the batch has it; else the phases end. */
  #followLook() {
    const {
      reading,
      stage: { row },
    } = this
    const next = this.#next
    if (!next || !reading.isHeld || row.isUnderWay || row.isShown(next.rows[reading.sample])) return
    const { view } = this.session.state
    const sample = next.rows.indexOf(view.row)
    const isThere = sample >= 0 && row.isShown(view.row)
    Object.assign(reading, isThere ? { sample } : { isHeld: false, stop: undefined })
  }

  /** @param {NextStep} next @param {{ asked?: number }} details */
  #take(next, { asked }) {
    if (asked !== this.#asked || !this.#isOpen) return
    this.#next = next
    this.#costs = null
    this.#isFresh = true
    this.reading.sample = Math.min(this.reading.sample, next.rows.length - 1)
    this.#hold()
    this.#draw()
  }

  /** @param {Float64Array} costs @param {{ asked?: number }} details */
  #takeCosts(costs, { asked }) {
    if (asked !== this.#asked) return
    this.#costs = costs
    this.#draw()
  }

  /** Has the row that is followed on the network, once a phase was entered. */
  #hold() {
    if (this.reading.isHeld && this.#next && this.#isFresh) this.stage.row.put(this.#next.rows[this.reading.sample])
  }

  /** @param {number} to */
  #go = (to) => {
    if (to === this.#at) return
    this.reading.stop = this.#stops[to]
    this.reading.isHeld ||= to > 0
    this.#entered = performance.now()
    this.#hold()
    this.#draw()
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
    this.#isFresh = false
    this.reading.sample = 0
    this.#go(0)
  }

  #toggle = () => {
    if (this.play.isPlaying) this.play.stop()
    else this.play.start()
    this.#draw()
  }

  #follow = (/** @type {number} */ sample) => {
    Object.assign(this.reading, { sample, isHeld: true })
    this.#hold()
    this.#draw()
  }

  /** A neuron of the layer that is shown opens into its working here. */
  #onNeuron = (/** @type {Event} */ event) => {
    const at = /** @type {CustomEvent<Neuron>} */ (event).detail
    const { kind, layer } = this.#stops[this.#at]
    if (!this.#isOpen || (kind !== 'forward' && kind !== 'backward') || layer !== at.layer) return
    event.preventDefault()
    turnToUnit(this.reading.pages, at)
  }

  #draw = () => {
    const next = this.#next
    if (this.#isOpen && next && !this.#isFresh) return
    keepHeight(this.content)
    const template = !this.#isOpen ? closedTemplate(this.session) : next ? this.#template(next) : waitingTemplate()
    keepFocus(this.root, () => render(template, this.content), '.step-on, .step-closed .primary, .step-waiting')
    this.#paint()
    if (!this.#isOpen || !next) return this.stage.clear()
    const moment = { asked: this.#asked, entered: this.#entered, isSpoken: !this.play.isPlaying }
    this.stage.show(this.#stops[this.#at], next, this.reading.sample, moment)
  }

  #paint() {
    paintRowImages(this.content, this.palette, this.session.data)
  }

  /** @param {NextStep} next */
  #template(next) {
    const { session, reading, play } = this
    const { kind } = this.#stops[this.#at]
    if (kind === 'cost' && !this.#costs) this.costs.ask({ set: 'train', asked: this.#asked })
    /** @type {StepContext} */
    const context = {
      session,
      next,
      sample: reading.sample,
      costs: this.#costs,
      number: numberOf(session),
      chosen: reading.chosen,
      pages: reading.pages,
      follow: this.#follow,
      redraw: this.#draw,
    }
    return openTemplate(context, {
      stops: this.#stops,
      at: this.#at,
      play,
      go: this.#go,
      goOn: this.#goOn,
      toggle: this.#toggle,
    })
  }

  dispose() {
    this.#leave.abort()
    this.reading.speed = this.play.speed
    this.play.stop()
    this.question.dispose()
    this.costs.dispose()
    this.palette.dispose()
    this.stage.clear()
    this.pointAtNothing()
    render(nothing, this.content)
  }
}
