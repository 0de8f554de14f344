import { dequal as isEqual } from 'dequal/lite'
import { html, noChange, nothing, type PropertyValues } from 'lit'
import { parameterTitle } from '../../../network/names.ts'
import { countParameters, flatIndexOf } from '../../../network/parameter-order.ts'
import { type Parameter, parameterValue } from '../../../network/parameters.ts'
import type { Change } from '../../../session/announcer.ts'
import { formatCount } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { changed } from '../../parts/changed.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { numberOf } from '../../parts/number.ts'
import { chosenAgainst, chosenParameter } from '../../parts/parameter-menu/parameter-menu.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { throttle } from '../../parts/throttle.ts'
import { waysBeside } from '../../parts/ways.ts'
import { stepOf, timesLonger } from './arrows.ts'
import { SlopeCursor } from './cursor.ts'
import { Ghost } from './ghost.ts'
import { type GradientPage, gradientTemplate } from './gradient.ts'
import { flatDrawing, heightsBar, type Scene } from './plot.ts'
import { type Pair, SlopeQueries } from './queries.ts'
import { canDraw, farthest, holds, type Point, rangeAround, rangeOf } from './range.ts'
import { ReliefView } from './relief-view.ts'
import { sentences } from './sentences.ts'
import css from './slope.css'
import { isSamePiece, SurfaceFinder } from './surface.ts'
import { buttonsTemplate, type Choice, cursorWords, lookTemplate, toolsTemplate, whichOf } from './tools.ts'
import { Walk } from './walk.ts'
import { type Facts, legendTemplate, notesTemplate, stepsTemplate, surfaceWords, tableTemplate } from './words.ts'
import '../../plot/plot.ts'

/** The slope to descend: the cost over two parameters, the path so far, the way downhill, the next step. */
const text = texts(sentences)

const everything: ReadonlySet<Change> = new Set(['state'])
/** Milliseconds that a drawing waits for its answers: numbers that go and come would blink. */
const patience = 80

export class SlopePanel extends SessionElement {
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  readonly #relief = new ReliefView(() => this.requestUpdate())
  readonly #cursor = new SlopeCursor(
    () => this.#surfaceInView,
    () => this.#redraw(),
    (point) => this.#put(point),
  )
  #finder!: SurfaceFinder
  #queries!: SlopeQueries
  #walk!: Walk
  #ghost!: Ghost
  readonly #gradient: GradientPage = { order: 'inOrder', first: 0 }
  readonly #choice: Choice = { scope: 'all', isRelief: false, range: null }
  #isDue = throttle(40)
  #areWordsDue = throttle(100)
  /** Whether the words are drawn next time, not the picture alone. */
  #hasWords = true
  #isOtherPair = changed()
  #timer = 0
  /** What is drawn; null: nothing can be. */
  #scene: Scene | null = null

  protected override begin() {
    const { session } = this
    this.#finder = this.own(new SurfaceFinder(session, this.#redraw))
    this.#queries = this.own(
      new SlopeQueries(session, () => {
        if (session.isRunning || !this.#queries.isAwaited) this.#redraw()
      }),
    )
    this.#walk = new Walk(session)
    this.#ghost = new Ghost(session)
    pointByRows(this, session, '.gradient-vector [data-row]', this.leave)
    this.leave.addEventListener('abort', () => {
      clearTimeout(this.#timer)
      this.#timer = 0
      this.#walk.stop()
    })
  }

  #redraw = () => {
    this.#hasWords = true
    this.requestUpdate()
  }

  get #parameters() {
    const a = chosenParameter(this.session)
    return { a, b: chosenAgainst(this.session, a) }
  }

  get #at(): Point {
    const { a, b } = this.#parameters
    return { a: parameterValue(this.session.frame, a), b: parameterValue(this.session.frame, b) }
  }

  /** Why there is nothing to draw; '' = there is. */
  get #whyClosed() {
    const { a, b } = this.#parameters
    if (this.session.frame?.hasDiverged) return text('diverged')
    return canDraw(this.#at) ? '' : text('far', { ...this.#titles(a, b), most: formatCount(farthest) })
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const { frame, isRunning } = this.session
    if (!frame) return false
    this.#walk.heed()
    if (this.#whyClosed) return true
    const { a, b } = this.#parameters
    const { state, revision } = this.session
    if (this.#isOtherPair([a, b, state.network.layers, revision.data])) this.#startAnew()
    this.#queries.ask({ a, b }, whichOf(this.session, this.#choice.scope))
    if (changes.has('pointed') && changes.size === 1 && isRunning) return false
    const isForced = !isRunning || changes.has('state') || changes.has('running')
    if (!isRunning && this.#queries.isAwaited) {
      this.#timer ||= window.setTimeout(this.#redraw, patience)
      return false
    }
    if (!this.#isDue(isForced)) return false
    this.#hasWords ||= this.#areWordsDue(isForced)
    return true
  }

  #startAnew() {
    this.#choice.range = null
    this.#cursor.at = null
    this.#ghost.forget()
    this.#gradient.first = 0
  }

  /** The surface while it is the very piece that is shown. */
  get #surfaceInView() {
    const { surface, wanted } = this.#finder
    return surface && wanted && isSamePiece(surface.wanted, wanted) ? surface : null
  }

  /** The reader's own piece while the point is on it; else one that shows path and point. */
  get #range() {
    const at = this.#at
    const own = this.#choice.range
    if (own && !holds(own, at)) this.#choice.range = rangeAround(at, own.step)
    return (
      this.#choice.range ??
      rangeOf(
        [...[this.#ghost.descent, ...this.#beside].flatMap((one) => one?.path ?? []), ...this.#queries.path, at],
        countParameters(this.session.frame?.layers ?? []) > 2 ? 0.5 : 2,
      )
    )
  }

  /** The ways of other runs of this network, as far as they can be drawn. */
  get #beside() {
    const layers = this.session.frame?.layers ?? []
    const { a, b } = this.#parameters
    const [along, up] = [flatIndexOf(layers, a), flatIndexOf(layers, b)]
    return waysBeside(this.session)
      .map(({ mark, name, values }) => ({
        mark,
        name,
        path: values[along].map((value, k) => ({ a: value, b: values[up][k] })),
      }))
      .filter(({ path }) => path.every(canDraw))
  }

  #titles(a: Parameter, b: Parameter) {
    return { a: parameterTitle(this.session, a), b: parameterTitle(this.session, b) }
  }

  #sceneOf({ a, b }: Pair): Scene {
    const { session } = this
    const names = this.#titles(a, b)
    const at = this.#at
    const range = this.#range
    this.#finder.want({ a, b, range, which: whichOf(session, this.#choice.scope) })
    const { surface } = this.#finder
    const isOfPair = surface && isEqual([surface.wanted.a, surface.wanted.b], [a, b])
    const { path, slope, next, isNextHere } = this.#queries
    const number = numberOf(session)
    this.#cursor.fit(range)
    return {
      names: {
        ...names,
        plot: `${text('plot', names)} ${text('plotHow')}`,
        relief: `${text('reliefName', names)} ${text('reliefHow')}`,
      },
      range,
      at,
      path,
      ghost: this.#ghost.descent,
      beside: this.#beside,
      slope,
      cursor: this.#cursor.at,
      surface: isOfPair ? surface : null,
      // while it trains, an answer is of a moment ago: its numbers go together, but not with the point
      next: isNextHere || session.isRunning ? next : null,
      isNextHere,
      words: {
        downhill: text('downhill'),
        cost: text('cost'),
        part: (step) => (step > 0 ? '+' : '') + number(step),
      },
    }
  }

  protected override willUpdate() {
    clearTimeout(this.#timer)
    this.#timer = 0
    if (this.session.frame) this.#ghost.heed(this.#queries.path)
    this.#scene = this.session.frame && !this.#whyClosed ? this.#sceneOf(this.#parameters) : null
    if (!this.#scene) this.#walk.stop()
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.slope-buttons button, .slope-closed button')
  }

  protected override render() {
    const { session } = this
    const scene = this.#scene
    if (!session.frame) return nothing
    if (!scene) return html`<div class="slope-closed">${divergedTemplate(session, this.#whyClosed)}</div>`
    return html`
      <div class="slope-open">
        <div class="slope-tools">${this.#word(() => toolsTemplate(session, this.#parameters, this.#choice, this.#choose))}</div>
        <div class="slope-panel">
          <div class="slope-view">
            ${this.#choice.isRelief ? this.#relief.template(scene) : this.#flat(scene)}
            <div class="slope-buttons">${this.#word(() =>
              buttonsTemplate(session, this.#walk.isGoing, () => this.#toggle()),
            )}</div>
            ${this.#word(() => lookTemplate(scene, this.#choice, this.#choose))}
            ${this.#choice.isRelief || !scene.surface ? nothing : heightsBar(scene, scene.surface, numberOf(session))}
            ${this.#word(() => legendTemplate(session, scene, this.#clearGhost))}
            <p class="slope-longer hint">${this.#word(() => this.#longerWords(scene))}</p>
            <p class="slope-cursor hint" aria-live=${session.isRunning || this.#walk.isGoing ? 'off' : 'polite'}>${this.#word(
              () => (this.#choice.isRelief ? this.#reliefWords(scene) : cursorWords(session, scene)),
            )}</p>
          </div>
          <div class="slope-steps">${this.#word(() => stepsTemplate(session, scene, this.#choice.scope))}</div>
        </div>
        <div class="slope-words">${this.#word(() => this.#words(scene))}</div>
        <div class="slope-gradient">${this.#word(() => this.#gradientWords())}</div>
        <div class="slope-table">${this.#word(() => tableTemplate(session, scene))}</div>
      </div>`
  }

  /** What stands as it is when the picture alone is drawn. */
  #word(template: () => unknown) {
    return this.#hasWords ? template() : noChange
  }

  #words(scene: Scene) {
    const facts = this.#facts(scene)
    return html`${notesTemplate(this.session, this.#parameters, scene, facts)}${surfaceWords(this.session, scene, facts)}`
  }

  #gradientWords() {
    return gradientTemplate(this.session, this.#queries.wholeGradient, this.#gradient, (change) => {
      Object.assign(this.#gradient, change)
      this.#redraw()
    })
  }

  #clearGhost = () => {
    this.#ghost.clear()
    this.#redraw()
  }

  protected override updated() {
    this.#hasWords = false
  }

  #flat(scene: Scene) {
    const cursor = this.#cursor
    return html`<glassbox-plot class="slope-plot is-shaded" role="application" tabindex="0" aria-label=${scene.names.plot}
      .drawing=${flatDrawing(scene)} @pointermove=${cursor} @pointerleave=${cursor} @focusout=${cursor} @click=${cursor}
      @keydown=${cursor}></glassbox-plot>`
  }

  /** Walks on, or stops; what trains at full speed is stopped first. */
  #toggle() {
    if (this.session.isRunning) this.session.run({ do: 'pause' })
    else if (this.#walk.isGoing) this.#walk.stop()
    else this.#walk.start()
    this.#redraw()
  }

  #reliefWords(scene: Scene) {
    return `${text('reliefHow')} ${this.#relief.isFlattened(scene) ? text('flattened') : ''}`
  }

  /** Whether the step is drawn longer than it is. */
  #longerWords({ next, isNextHere, range }: Scene) {
    const times = next && isNextHere ? timesLonger(stepOf(next), range) : 1
    return times > 1 ? text('times', { times: formatCount(times) }) : nothing
  }

  #choose = (change: Partial<Choice>) => {
    Object.assign(this.#choice, change)
    this.heed(everything)
    this.#redraw()
  }

  #facts({ surface }: Scene): Facts {
    const { frame } = this.session
    const finder = this.#finder
    const { rows, cost } = this.#queries
    return {
      scope: this.#choice.scope,
      rows,
      steps: frame?.step ?? 0,
      cost: this.#choice.scope === 'all' ? (frame?.cost ?? NaN) : cost,
      isStale: finder.isStale,
      isCoarse: finder.isCoarse,
      isWorking: finder.isWorking || !surface || finder.isUnderWay,
      refusal: finder.refusal,
    }
  }

  /** Puts both parameters where the cursor stands, as one edit. */
  async #put(point: Point) {
    const { session } = this
    const { a, b } = this.#parameters
    const { ok: isPut } = await session.run({ do: 'setParameter', parameter: a, value: point.a })
    if (isPut) await session.run({ do: 'setParameter', parameter: b, value: point.b, goesOn: true })
  }
}
