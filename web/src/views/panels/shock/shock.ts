import { dequal as isEqual } from 'dequal/lite'
import { html, nothing, render } from 'lit'
import type { Shock } from '../../../engine/results.ts'
import { parameterTitle } from '../../../network/names.ts'
import { countParameters } from '../../../network/parameter-order.ts'
import { isSameParameter, type Parameter } from '../../../network/parameters.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { formatShort } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { changed } from '../../parts/changed.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { EmptyState } from '../../parts/empty-state.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { Entries } from '../../parts/fields/entries.ts'
import { numberOf } from '../../parts/number.ts'
import { chosenParameter } from '../../parts/parameter-menu/parameter-menu.ts'
import { errorWords } from '../../parts/refusal/words.ts'
import { scopeOf } from '../../parts/scope.ts'
import { type Check, checkAll } from './check.ts'
import { offsetsAround, ShockPlot } from './plot.ts'
import { sentences } from './sentences.ts'
import { checkTemplate, factsTemplate, movedTemplate } from './tables.ts'
import { toolsTemplate } from './tools.ts'

/** The shock: one weight or bias nudged, and how the cost and every neuron after it answer. */

interface Answered {
  shock: Shock
  epsilon: number
}

const text = texts(sentences)

/** The nudge of each playground, kept while the panel is closed. */
const nudges: WeakMap<SessionLike, number> = new WeakMap()
const firstNudge = 0.1

export class ShockPanel {
  root: HTMLElement
  session: SessionLike
  parts: {
    closed: HTMLElement
    body: HTMLElement
    tools: HTMLElement
    picture: HTMLElement
    legend: HTMLElement
    facts: HTMLElement
    moved: HTMLElement
    all: HTMLElement
  }
  emptyState: EmptyState
  plot: ShockPlot
  entries: Entries
  shock: EngineQuery<'shock'>
  observer: ResizeObserver
  #check: Check | null = null
  /** Told what a comparison is about. */
  #isOtherCheck = changed()
  /** What there was when the last comparison ended. */
  #checked: Revision | null = null
  /** Which comparison is under way, 0 = none; and how many there were, or were dropped: all but the last are over. */
  #checking = 0
  #checks = 0
  #isDisposed = false

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    render(
      html`<div class="shock-closed"></div><div class="shock-body"><div class="shock-tools"></div>
      <div class="shock-panel"><div><div class="shock-picture"></div><p class="hint shock-legend"></p></div>
      <div class="shock-facts-box"></div></div>
      <div class="shock-more"><div class="shock-reverberation"></div><div class="shock-all"></div></div></div>`,
      root,
    )
    const part = (name: string) => root.querySelector(`.shock-${name}`) as HTMLElement
    this.parts = {
      closed: part('closed'),
      body: part('body'),
      tools: part('tools'),
      picture: part('picture'),
      legend: part('legend'),
      facts: part('facts-box'),
      moved: part('reverberation'),
      all: part('all'),
    }
    this.emptyState = new EmptyState(root, this.parts.body, this.parts.closed, '#shock-nudge')
    this.plot = new ShockPlot(this.parts.picture)
    this.entries = new Entries(session, () => this.#draw())
    this.shock = new EngineQuery(session, 'shock', () => this.#draw())
    this.observer = new ResizeObserver(() => this.plot.draw())
    this.observer.observe(this.parts.picture)
  }

  get #epsilon() {
    return nudges.get(this.session) ?? firstNudge
  }

  #nudge(nudge: number) {
    nudges.set(this.session, nudge)
    this.update(new Set(['state']))
  }

  /** The last answer about the chosen parameter, as far as it is known. */
  get #answer(): Answered | null {
    const { found } = this.shock
    if (!found || !isSameParameter(found.details.parameter, chosenParameter(this.session))) return null
    return { shock: found.answer, epsilon: found.details.epsilon }
  }

  get #refusal() {
    return this.shock.refusal ? errorWords(this.session, this.shock.refusal) : ''
  }

  update(changes: ReadonlySet<Change>) {
    if (!this.session.frame || (changes.size === 1 && (changes.has('pointed') || changes.has('overlay')))) return
    const parameter = chosenParameter(this.session)
    const which = scopeOf(this.session)
    const { revision } = this.session
    if (this.#isOtherCheck([parameter, which, revision.data, revision.network])) this.#dropCheck()
    // other weights: what was compared is of the past, unless it was compared while they changed
    const isOfNow = isEqual(revision, this.#checked) || (this.session.isRunning && this.#check?.isMoved)
    if (this.#check?.isOver && !isOfNow) this.#check = null
    // a nudge of 0 moves nothing; the slopes are the same whatever the nudge
    const epsilon = this.#epsilon || firstNudge
    if (!this.session.frame.hasDiverged)
      this.shock.ask({ parameter, epsilon, offsets: offsetsAround(epsilon), ...which })
    if (!this.session.isRunning || changes.has('state')) this.#draw()
  }

  #dropCheck() {
    this.#check = null
    this.#checks++
  }

  /** The reverberation on the network itself. */
  #light({ shock: { changes }, epsilon }: Answered) {
    const parameter = chosenParameter(this.session)
    const neurons = changes
      .map((values, layer) => ({
        layer,
        isSigned: true,
        values: Array.from(values, (change) => (change === 0 ? NaN : change)),
      }))
      .filter(({ layer, values }) => layer >= parameter.layer && values.some((value) => !Number.isNaN(value)))
    const words = `${epsilon > 0 ? '+' : ''}${formatShort(epsilon)}`
    const { layer, row } = parameter
    const target =
      'bias' in parameter
        ? { unit: { layer, unit: row } }
        : { wires: [{ layer, row, column: parameter.column, share: 1, words }] }
    const overlay: Overlay = { kind: 'shock', colour: 'accent', neurons, ...target }
    if (!isEqual(overlay, this.session.overlay)) this.session.run({ do: 'overlay', overlay })
  }

  #draw() {
    if (this.#isDisposed || !this.session.frame) return
    const { session } = this
    const hasDiverged = this.session.frame.hasDiverged
    if (hasDiverged) return this.emptyState.show(divergedTemplate(session))
    this.emptyState.hide()
    const parameter = chosenParameter(session)
    const nudge = (by: number) => this.#nudge(by)
    render(toolsTemplate(session, parameter, this.#epsilon, nudge, this.#refusal, this.entries), this.parts.tools)
    const answered = this.#answer
    if (!answered) return render(nothing, this.parts.moved)
    const answer = this.#epsilon === 0 ? unmoved(answered) : answered
    this.#light(answer)
    this.#drawPlot(parameter, answer)
    render(factsTemplate(session, parameter, answer), this.parts.facts)
    render(movedTemplate(session, parameter, answer.shock), this.parts.moved)
    const stop = () => {
      this.#checking = 0
    }
    render(
      checkTemplate(session, countParameters(session.frame?.layers ?? []), this.#check, () => this.#start(), stop),
      this.parts.all,
    )
  }

  #drawPlot(parameter: Parameter, { shock: { costBefore, costAfter, gradient, value, ...line }, epsilon }: Answered) {
    const number = numberOf(this.session)
    const name = parameterTitle(this.session, parameter)
    const words = text('plot', {
      name,
      before: number(costBefore),
      value: number(value),
      after: number(costAfter),
      nudged: number(value + epsilon),
    })
    this.plot.show({
      name,
      costLabel: text('costAxis'),
      words,
      value,
      epsilon,
      costBefore,
      costAfter,
      gradient,
      line,
    })
    render(
      html`<span class="key-curve">${text('legendCurve', { name })}</span>
      <span class="key-tangent">${text('legendTangent')}</span>
      <span class="key-now">${text('legendNow')}</span> <span class="key-nudged">${text('legendNudged')}</span>`,
      this.parts.legend,
    )
  }

  #start() {
    const turn = (this.#checking = ++this.#checks)
    checkAll(this.session, scopeOf(this.session), countParameters(this.session.frame?.layers ?? []), (check) => {
      const isWanted = !this.#isDisposed && turn === this.#checks
      if (isWanted) {
        this.#check = check
        this.#checked = this.session.revision
        this.#draw()
      }
      return isWanted && turn === this.#checking
    })
  }

  dispose() {
    this.#isDisposed = true
    this.observer.disconnect()
    for (const part of [this.shock, this.plot]) part.dispose()
    this.session.run({ do: 'overlay', overlay: null })
  }
}

/** A nudge of 0: what the engine told of the slopes, and nothing moved. */
const unmoved = ({ shock }: Answered): Answered => ({
  epsilon: 0,
  shock: {
    ...shock,
    costAfter: shock.costBefore,
    changes: shock.changes.map(({ length }) => new Float64Array(length)),
  },
})
