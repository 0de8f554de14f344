import { dequal as isEqual } from 'dequal/lite'
import { html, nothing, render } from 'lit'
import { parameterTitle } from '../../../network/names.ts'
import { countParameters } from '../../../network/parameter-order.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Change } from '../../../session/announcer.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { changed } from '../../parts/changed.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { EmptyState } from '../../parts/empty-state.ts'
import { numberOf } from '../../parts/number.ts'
import { chosenAgainst, chosenParameter, valueNow } from '../../parts/parameter-menu/parameter-menu.ts'
import { throttle } from '../../parts/throttle.ts'
import { stepOf, timesLonger } from './arrows.ts'
import { SlopeCursor } from './cursor.ts'
import { type Scene, SlopePlot } from './plot.ts'
import { SlopeQueries } from './queries.ts'
import { canDraw, farthest, holds, type Point, type Range, rangeAround, rangeOf, zoomed } from './range.ts'
import { ReliefView } from './relief-view.ts'
import { sentences } from './sentences.ts'
import { isSamePiece, SurfaceFinder } from './surface.ts'
import { buttonsTemplate, type Choices, cursorWords, type ScopeName, toolsTemplate, whichOf } from './tools.ts'
import { Walk } from './walk.ts'
import { type Facts, nextTemplate, surfaceWords, tableTemplate } from './words.ts'

/** The slope to descend: the cost over two parameters, the path so far, the way downhill, the next step. */
const text = texts(sentences)

const everything: ReadonlySet<Change> = new Set(['state'])
/** Milliseconds that a drawing waits for its answers: numbers that go and come would blink. */
const patience = 80

export class SlopePanel {
  root: HTMLElement
  session: SessionLike
  parts: {
    tools: HTMLElement
    picture: HTMLElement
    relief: HTMLElement
    longer: HTMLElement
    cursor: HTMLElement
    buttons: HTMLElement
    words: HTMLElement
    table: HTMLElement
  }
  emptyState: EmptyState
  plot: SlopePlot
  relief: ReliefView
  finder: SurfaceFinder
  cursor: SlopeCursor
  queries: SlopeQueries
  walk: Walk
  observer: ResizeObserver
  /** null = chosen so that path and point are seen */
  #ownRange: Range | null = null
  #scope: ScopeName = 'all'
  #isRelief = false
  #isDue = throttle(40)
  #areWordsDue = throttle(100)
  #isDisposed = false
  #isOtherPair = changed()
  #timer = 0

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    render(
      html`<div class="slope-closed"></div>
      <div class="slope-open">
        <div class="slope-tools"></div>
        <div class="slope-panel">
          <div>
            <div class="slope-picture"></div><div class="slope-relief"></div>
            <p class="slope-longer hint"></p><p class="slope-cursor hint"></p>
            <div class="slope-buttons"></div>
          </div>
          <div class="slope-words"></div>
        </div>
        <div class="slope-table"></div>
      </div>`,
      root,
    )
    const part = (name: string) => root.querySelector(`.slope-${name}`) as HTMLElement
    this.parts = {
      tools: part('tools'),
      picture: part('picture'),
      relief: part('relief'),
      longer: part('longer'),
      cursor: part('cursor'),
      buttons: part('buttons'),
      words: part('words'),
      table: part('table'),
    }
    this.emptyState = new EmptyState(root, part('open'), part('closed'), '.slope-buttons button')
    this.plot = new SlopePlot(this.parts.picture)
    this.relief = new ReliefView(this.parts.relief)
    const draw = () => this.#draw()
    this.finder = new SurfaceFinder(session, draw)
    this.cursor = new SlopeCursor(
      this.plot.plot,
      () => this.#surfaceInView,
      draw,
      (point) => this.#put(point),
    )
    this.queries = new SlopeQueries(session, () => {
      if (session.isRunning || !this.queries.isAwaited) draw()
    })
    this.walk = new Walk(session)
    this.observer = new ResizeObserver(() => this.plot.isFitted || draw())
    this.observer.observe(this.parts.picture)
  }

  get #parameters() {
    const a = chosenParameter(this.session)
    return { a, b: chosenAgainst(this.session, a) }
  }

  get #at(): Point {
    const { a, b } = this.#parameters
    return { a: valueNow(this.session, a), b: valueNow(this.session, b) }
  }

  /** Why there is nothing to draw; '' = there is. */
  get #whyClosed() {
    const { a, b } = this.#parameters
    if (this.session.frame?.hasDiverged) return text('diverged')
    return canDraw(this.#at) ? '' : text('far', { ...this.#titles(a, b), most: formatCount(farthest) })
  }

  update(changes: ReadonlySet<Change>) {
    const { frame, isRunning } = this.session
    if (!frame) return
    this.walk.heed()
    if (this.#whyClosed) return this.#draw()
    const { a, b } = this.#parameters
    const { state, revision } = this.session
    if (this.#isOtherPair([a, b, state.network.layers, revision.data])) this.#startAnew()
    this.queries.ask({ a, b }, whichOf(this.session, this.#scope))
    if (changes.has('pointed') && changes.size === 1) return
    const isForced = !isRunning || changes.has('state') || changes.has('running')
    if (!isRunning && this.queries.isAwaited) this.#timer ||= window.setTimeout(() => this.#draw(), patience)
    else if (this.#isDue(isForced)) this.#draw(this.#areWordsDue(isForced))
  }

  #startAnew() {
    this.#ownRange = null
    this.cursor.at = null
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
    if (own && !holds(own, at)) this.#ownRange = rangeAround(at, own.step)
    return (
      this.#ownRange ??
      rangeOf([...this.queries.path, at], countParameters(this.session.frame?.layers ?? []) > 2 ? 0.5 : 2)
    )
  }

  #titles(a: Parameter, b: Parameter) {
    return { a: parameterTitle(this.session, a), b: parameterTitle(this.session, b) }
  }

  #scene(a: Parameter, b: Parameter): Scene {
    const { session, cursor, queries } = this
    const names = this.#titles(a, b)
    const at = this.#at
    const range = this.#range
    this.finder.want({ a, b, range, which: whichOf(session, this.#scope) })
    const { surface } = this.finder
    const isOfPair = surface && isEqual([surface.wanted.a, surface.wanted.b], [a, b])
    const { path, slope, next, isNextHere } = queries
    const number = numberOf(session)
    cursor.fit(range)
    return {
      names: {
        ...names,
        plot: `${text('plot', names)} ${text('plotHow')}`,
        relief: `${text('reliefName', names)} ${text('reliefHow')}`,
      },
      range,
      at,
      path,
      slope,
      cursor: cursor.at,
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

  #draw(hasWords = true) {
    const { frame } = this.session
    if (!frame || this.#isDisposed) return
    clearTimeout(this.#timer)
    this.#timer = 0
    const why = this.#whyClosed
    if (why) {
      this.walk.stop()
      return this.emptyState.show(divergedTemplate(this.session, why))
    }
    this.emptyState.hide()
    const { a, b } = this.#parameters
    const scene = this.#scene(a, b)
    this.parts.picture.hidden = this.#isRelief
    this.parts.relief.hidden = !this.#isRelief
    if (this.#isRelief) this.relief.show(scene)
    else this.plot.show(scene)
    if (!hasWords) return
    render(toolsTemplate(this.session, { a, b }, this.#choices(scene)), this.parts.tools)
    this.parts.cursor.setAttribute('aria-live', this.session.isRunning || this.walk.isGoing ? 'off' : 'polite')
    render(this.#isRelief ? this.#reliefWords : cursorWords(this.session, scene), this.parts.cursor)
    render(this.#longerWords(scene), this.parts.longer)
    render(
      buttonsTemplate(this.session, this.walk.isGoing, () => this.#toggle()),
      this.parts.buttons,
    )
    const facts = this.#facts(scene)
    render(
      html`${nextTemplate(this.session, { a, b }, scene, facts)}${surfaceWords(this.session, scene, facts)}`,
      this.parts.words,
    )
    render(tableTemplate(this.session, scene), this.parts.table)
  }

  /** Walks on, or stops; what trains at full speed is stopped first. */
  #toggle() {
    if (this.session.isRunning) this.session.run({ do: 'pause' })
    else if (this.walk.isGoing) this.walk.stop()
    else this.walk.start()
    this.#draw()
  }

  get #reliefWords() {
    return `${text('reliefHow')} ${this.relief.isFlattened ? text('flattened') : ''}`
  }

  /** Whether the step is drawn longer than it is. */
  #longerWords({ next, isNextHere, range }: Scene) {
    const times = next && isNextHere ? timesLonger(stepOf(next), range) : 1
    return times > 1 ? text('times', { times: formatCount(times) }) : nothing
  }

  /** What the reader can choose of the picture. */
  #choices({ at, range }: Scene): Choices {
    const redraw = (change: () => void) => () => {
      change()
      this.update(everything)
    }
    return {
      range,
      at,
      scope: this.#scope,
      isRelief: this.#isRelief,
      isFitted: this.#ownRange === null,
      setScope: (scope) =>
        redraw(() => {
          this.#scope = scope
        })(),
      setRelief: (isRelief) =>
        redraw(() => {
          this.#isRelief = isRelief
        })(),
      zoom: (direction) =>
        redraw(() => {
          this.#ownRange = zoomed(range, direction, at)
        })(),
      fit: redraw(() => {
        this.#ownRange = null
      }),
    }
  }

  #facts({ surface }: Scene): Facts {
    const { frame } = this.session
    const {
      finder,
      queries: { rows, cost },
    } = this
    return {
      scope: this.#scope,
      rows,
      steps: frame?.step ?? 0,
      cost: this.#scope === 'all' ? (frame?.cost ?? NaN) : cost,
      isStale: finder.isStale,
      isCoarse: finder.isCoarse,
      isWorking: finder.isWorking || !surface,
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

  dispose() {
    this.#isDisposed = true
    clearTimeout(this.#timer)
    this.walk.stop()
    this.observer.disconnect()
    for (const part of [this.queries, this.finder, this.plot, this.relief]) part.dispose()
  }
}
