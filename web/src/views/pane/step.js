import { nothing, render } from 'lit'
import { Answer } from '../answer.js'
import { useStyle } from '../late-style.js'
import { numberOf } from '../number.js'
import { rowOf } from '../rows.js'
import css from './step.css'
import { closedTemplate, openTemplate, waitingTemplate } from './step-page.js'
import { overlayOf } from './step-overlay.js'
import { AutoPlay } from './step-play.js'
import { placeOf, stopsOf } from './step-stops.js'

/**
 * @import { Change, SessionLike } from '../../model/types.d.ts'
 * @import { Look, NextStep } from './step-look.js'
 * @import { Stop } from './step-stops.js'
 */

/**
 * One training step opened up, phase by phase: all numbers are those of the batch that the next step will use. What is
 * drawn is never older than the network: when something changes, the panel waits for the new answer and then draws.
 */
export class StepPanel {
  /** @type {Stop[]} */
  #stops = []
  #at = 0
  /** The row that is followed, counted within the batch. */
  #sample = 0
  /** @type {NextStep | null} */
  #next = null
  /** @type {Float64Array | null} */
  #costs = null
  /** What the numbers belong to, and how often that has changed: answers to an earlier question are dropped. */
  #seen = /** @type {unknown[]} */ ([])
  #asked = 0
  #isFresh = false
  #isTaking = false
  /** When the stop was entered: its signal runs once. */
  #entered = 0
  #laid = ''
  /** @type {Map<string, string>} */
  #chosen = new Map()
  /** @type {Map<string, number>} */
  #pages = new Map()

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    useStyle(root, css)
    this.question = new Answer(session, 'nextStep', (next, details) => this.#take(next, details))
    this.costs = new Answer(session, 'costs', (costs, details) => this.#takeCosts(costs, details))
    this.play = new AutoPlay(() => this.#goOn(), () => this.#isFresh && !this.#isTaking)
  }

  /** Whether there is a next step to look into. */
  get #isOpen() {
    const { frame, isRunning } = this.session
    return Boolean(frame) && !frame?.hasDiverged && !isRunning
  }

  /** @param {ReadonlySet<Change>} _changes */
  update(_changes) {
    const { frame, state, data, isRunning } = this.session
    const seen = [frame, state, data, isRunning]
    if (seen.every((thing, i) => thing === this.#seen[i])) return
    this.#seen = seen
    this.#isFresh = false
    this.#keepPlace()
    if (!this.#isOpen) this.play.stop()
    else this.question.ask({ asked: ++this.#asked })
    this.#draw()
  }

  /** The stops of the network as it is now. */
  #keepPlace() {
    const stops = stopsOf(this.session.state.network.layers.length)
    if (stops.length !== this.#stops.length) this.#at = placeOf(stops, this.#stops[this.#at])
    this.#stops = stops
  }

  /** @param {NextStep} next @param {{ asked?: number }} details */
  #take(next, { asked }) {
    if (asked !== this.#asked || !this.#isOpen) return
    this.#next = next
    this.#costs = null
    this.#isFresh = true
    this.#sample = Math.min(this.#sample, next.rows.length - 1)
    this.#draw()
  }

  /** @param {Float64Array} costs @param {{ asked?: number }} details */
  #takeCosts(costs, { asked }) {
    if (asked !== this.#asked) return
    this.#costs = costs
    this.#draw()
  }

  /** @param {number} to */
  #go = (to) => {
    if (to === this.#at) return
    this.#at = to
    this.#entered = performance.now()
    this.#draw()
  }

  #goOn = () => {
    if (this.#at < this.#stops.length - 1) this.#go(this.#at + 1)
    else if (this.#isFresh && !this.#isTaking) this.#takeTheStep()
  }

  /** Does what was shown; the answer that follows opens the step after it. */
  async #takeTheStep() {
    this.#isTaking = true
    const isTaken = await this.session.run({ do: 'step' })
    this.#isTaking = false
    if (!isTaken) return
    this.#isFresh = false
    this.#sample = 0
    this.#go(0)
  }

  #toggle = () => {
    if (this.play.isPlaying) this.play.stop()
    else this.play.start()
    this.#draw()
  }

  #follow = (/** @type {number} */ sample) => {
    this.#sample = sample
    this.#draw()
  }

  #redraw = () => this.#draw()

  #draw() {
    const next = this.#next
    if (!this.#isOpen) render(closedTemplate(this.session), this.root)
    else if (!next) render(waitingTemplate(), this.root)
    else if (this.#isFresh) render(this.#template(next), this.root)
    else return
    this.#lay(this.#isOpen && this.#isFresh ? next : null)
  }

  /** @param {NextStep} next */
  #template(next) {
    const stop = this.#stops[this.#at]
    if (stop.kind === 'cost' && !this.#costs) this.costs.ask({ set: 'train', asked: this.#asked })
    /** @type {Look} */
    const look = {
      session: this.session, next, sample: this.#sample, costs: this.#costs, number: numberOf(this.session),
      chosen: this.#chosen, pages: this.#pages, follow: this.#follow, redraw: this.#redraw,
    }
    return openTemplate(look, {
      stops: this.#stops, at: this.#at, play: this.play, go: this.#go, goOn: this.#goOn, toggle: this.#toggle,
    })
  }

  /** Shows the stop on the network too. @param {NextStep | null} next null = nothing */
  #lay(next) {
    const token = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : this.#entered
    const laid = next ? `${this.#asked} ${this.#at} ${this.#sample} ${token}` : ''
    if (laid === this.#laid) return
    this.#laid = laid
    const { data } = this.session
    const input = next && data && !data.imageSide ? rowOf(data.train.X, next.rows[this.#sample]) : null
    const isUnderWay = next && this.#stops[this.#at].kind !== 'start'   // before, the network is shown as it is
    const overlay = isUnderWay && overlayOf(this.#stops[this.#at], next, this.#sample, input, token)
    this.session.run({ do: 'overlay', overlay: overlay || null })
  }

  dispose() {
    this.play.stop()
    this.question.dispose()
    this.costs.dispose()
    this.#lay(null)
    render(nothing, this.root)
  }
}
