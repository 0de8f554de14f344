import { html, nothing, render } from 'lit'
import { formatCount, formatNumber } from '../../text/numbers.js'
import { texts } from '../../text/text.js'
import { slope } from '../../text/en/slope.js'
import { gate } from '../gate.js'
import { useStyle } from '../late-style.js'
import { isSameParameter, parameterTitle } from '../parameter-places.js'
import { chosenAgainst, chosenParameter, valueNow } from './parameter-menu.js'
import menuCss from './parameter-menu.css'
import { ReliefView } from './relief-view.js'
import { SlopeAnswers } from './slope-answers.js'
import { SlopeCursor } from './slope-cursor.js'
import { SlopePlot } from './slope-plot.js'
import { holds, rangeAround, rangeOf, zoomed } from './slope-range.js'
import { SurfaceFinder, isSamePiece } from './slope-surface.js'
import { buttonsTemplate, cursorWords, scopes, toolsTemplate } from './slope-tools.js'
import { countOthers, nextTemplate, surfaceWords, tableTemplate } from './slope-words.js'
import css from './slope.css'

/**
 * The slope to walk down: the cost over two parameters, the path so far, the way downhill, the next step.
 *
 * @import { Change, Parameter, SessionLike } from '../../model/types.d.ts'
 * @import { Place, Range } from './slope-range.js'
 * @import { Scene } from './slope-plot.js'
 * @import { ScopeName } from './slope-tools.js'
 */
const text = texts(slope)

/** @type {ReadonlySet<Change>} */
const everything = new Set(['state'])

export class SlopePanel {
  /** @type {Range | null} null = chosen so that path and point are seen */
  #ownRange = null
  /** @type {ScopeName} */
  #scope = 'all'
  #isRelief = false
  #isDue = gate(40)
  #areWordsDue = gate(100)
  #isDisposed = false
  #pair = ''
  /** @type {SessionLike['data']} */
  #data = null
  #refusal = ''

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    useStyle(root, menuCss)
    useStyle(root, css)
    render(html`<div class="slope-tools"></div><div class="slope-panel"><div>
      <div class="slope-picture"></div><div class="slope-relief"></div>
      <p class="slope-longer hint"></p><p class="slope-cursor hint" aria-live="polite"></p>
      <div class="slope-buttons"></div></div><div class="slope-words"></div></div>
      <div class="slope-table"></div>`, root)
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.slope-${name}`))
    this.parts = {
      tools: part('tools'), picture: part('picture'), relief: part('relief'), longer: part('longer'),
      cursor: part('cursor'), buttons: part('buttons'), words: part('words'), table: part('table'),
    }
    this.plot = new SlopePlot(this.parts.picture)
    this.relief = new ReliefView(this.parts.relief)
    this.finder = new SurfaceFinder(session, () => this.#draw(), (error) => this.#refuse(error))
    const draw = () => this.#draw()
    this.cursor = new SlopeCursor(this.plot.plot, () => this.#surfaceInView, draw, (at) => this.#put(at))
    this.answers = new SlopeAnswers(session, () => this.#draw())
    this.observer = new ResizeObserver(() => this.#draw())
    this.observer.observe(this.parts.picture)
  }

  get #parameters() {
    const a = chosenParameter(this.session)
    return { a, b: chosenAgainst(this.session, a) }
  }

  /** @returns {Place} */
  get #at() {
    const { a, b } = this.#parameters
    return { a: valueNow(this.session, a), b: valueNow(this.session, b) }
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const { frame, isRunning } = this.session
    if (!frame) return
    const { a, b } = this.#parameters
    const pair = JSON.stringify([a, b, this.session.state.network.layers])
    if (pair !== this.#pair || this.session.data !== this.#data) this.#startAnew(pair)
    this.answers.ask({ a, b }, this.#at, this.#scope === 'all' ? null : scopes[this.#scope])
    if (changes.has('pointed') && changes.size === 1) return
    const isForced = !isRunning || changes.has('state') || changes.has('running')
    if (this.#isDue(isForced)) this.#draw(this.#areWordsDue(isForced))
  }

  /** @param {string} pair */
  #startAnew(pair) {
    this.#pair = pair
    this.#data = this.session.data
    this.answers.forget()
    this.#ownRange = null
    this.#refusal = ''
    this.cursor.at = null
  }

  /** @param {Error} error */
  #refuse(error) {
    this.#refusal = text('refused', { message: error.message })
    this.#draw()
  }

  /** The surface while it is the very piece that is shown. */
  get #surfaceInView() {
    const { surface, wanted } = this.finder
    return surface && wanted && isSamePiece(surface.wanted, wanted) ? surface : null
  }

  /** The reader's own piece while the point is on it; else one that shows path and point. */
  get #range() {
    const at = this.#at
    const own = this.#ownRange
    if (own && !holds(own, at) && Number.isFinite(at.a + at.b)) this.#ownRange = rangeAround(at, own.step)
    return this.#ownRange ?? rangeOf([...this.answers.path, at], countOthers(this.session) > 0 ? 0.5 : 2)
  }

  /** @param {Parameter} a @param {Parameter} b @returns {Scene} */
  #scene(a, b) {
    const { session, cursor, answers } = this
    const names = { a: parameterTitle(session, a), b: parameterTitle(session, b) }
    const at = this.#at
    const range = this.#range
    this.finder.want({ a, b, range, which: scopes[this.#scope] })
    const { surface } = this.finder
    const isOfPair = surface && JSON.stringify([surface.wanted.a, surface.wanted.b]) === JSON.stringify([a, b])
    const { next } = answers
    const isNextHere = next !== null && next.before.a === at.a && next.before.b === at.b
    return {
      names: {
        ...names,
        plot: `${text('plot', names)}. ${text('plotHow')}`,
        relief: `${text('reliefName', names)}. ${text('reliefHow')}`,
      },
      range, at, path: answers.path, cursor: cursor.at,
      surface: isOfPair ? surface : null,
      // while it trains, an answer is of a moment ago: its numbers go together, but not with the point
      next: isNextHere || session.isRunning ? next : null, isNextHere,
      words: { downhill: text('downhill'), part: (step) => (step > 0 ? '+' : '') + formatNumber(step, 3) },
    }
  }

  /** @param {boolean} [hasWords] */
  #draw(hasWords = true) {
    const { frame } = this.session
    if (!frame || this.#isDisposed) return
    const { a, b } = this.#parameters
    if (isSameParameter(a, b)) return render(html`<p class="hint">${text('tooFew')}</p>`, this.parts.tools)
    this.cursor.fit()
    const scene = this.#scene(a, b)
    this.parts.picture.hidden = this.#isRelief
    this.parts.relief.hidden = !this.#isRelief
    if (this.#isRelief) this.relief.show(scene)
    else this.plot.show(scene)
    if (!hasWords) return
    render(toolsTemplate(this.session, { a, b }, this.#choices(scene)), this.parts.tools)
    render(this.#isRelief ? this.#reliefWords : cursorWords(this.session, scene), this.parts.cursor)
    render(this.#longerWords(scene), this.parts.longer)
    render(buttonsTemplate(this.session), this.parts.buttons)
    const facts = this.#facts(scene)
    render(html`${nextTemplate(this.session, { a, b }, scene, facts)}${surfaceWords(this.session, scene, facts)}
      ${this.#refusal ? html`<p class="refusal">${this.#refusal}</p>` : nothing}`, this.parts.words)
    render(tableTemplate(this.session, scene), this.parts.table)
  }

  get #reliefWords() {
    return `${text('reliefHow')} ${this.relief.isFlattened ? text('flattened') : ''}`
  }

  /** Whether the step is drawn longer than it is. @param {Scene} scene */
  #longerWords({ next, isNextHere }) {
    if (!next || !isNextHere || this.#isRelief) return nothing
    const times = this.plot.timesLonger({ a: next.after.a - next.before.a, b: next.after.b - next.before.b })
    return times > 1 ? text('times', { times: formatCount(times) }) : nothing
  }

  /** What the reader can choose of the picture. @param {Scene} scene @returns {import('./slope-tools.js').Choices} */
  #choices({ at, range }) {
    const redraw = (/** @type {() => void} */ change) => () => {
      change()
      this.update(everything)
    }
    return {
      range, scope: this.#scope, isRelief: this.#isRelief, isFitted: this.#ownRange === null,
      setScope: (scope) => redraw(() => {
        this.#scope = scope
        this.answers.cost = NaN
      })(),
      setRelief: (isRelief) => redraw(() => { this.#isRelief = isRelief })(),
      zoom: (direction) => redraw(() => { this.#ownRange = zoomed(range, direction, at) })(),
      fit: redraw(() => { this.#ownRange = null }),
    }
  }

  /** @param {Scene} scene @returns {import('./slope-words.js').Facts} */
  #facts({ surface }) {
    const { frame, data } = this.session
    const { finder, answers: { rows, cost } } = this
    return {
      rows, isWholeBatch: rows === data?.train.X.shape[0],
      steps: frame?.step ?? 0,
      cost: this.#scope === 'all' ? frame?.cost ?? NaN : cost,
      isStale: finder.isStale, isCoarse: finder.isCoarse, isWorking: finder.isWorking || !surface,
    }
  }

  /** Puts both parameters where the cursor stands, as one edit. @param {{ i: number, j: number }} node */
  async #put({ i, j }) {
    const { surface } = this.finder
    if (!surface) return
    const { a, b } = surface.wanted
    await this.session.run({ do: 'setParameter', parameter: a, value: surface.a[i] })
    await this.session.run({ do: 'setParameter', parameter: b, value: surface.b[j], goesOn: true })
  }

  dispose() {
    this.#isDisposed = true
    this.observer.disconnect()
    for (const part of [this.answers, this.finder, this.plot, this.relief]) part.dispose()
  }
}
