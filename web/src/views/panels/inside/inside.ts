import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { type Measures, measures } from '../../../measures/measures.ts'
import { isAt } from '../../../network/pointed.ts'
import { type FlatRows, pickRows } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Which } from '../../../session/questions.ts'
import { diagnose } from '../../parts/diagnosis.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { Fetched } from '../../parts/fetched.ts'
import { numberOf } from '../../parts/number.ts'
import { defineView, SessionElement } from '../../parts/session-element.ts'
import { marked } from '../../parts/term/marked.ts'
import { throttle } from '../../parts/throttle.ts'
import { Palette } from '../../plot/palette.ts'
import { type InsideContext, text } from './context.ts'
import css from './inside.css'
import { looksTemplate, paintImages } from './looks.ts'
import { judgedByAll, type LayerNumbers, layerNumbers, seemsDead } from './numbers.ts'
import { OverTime } from './over-time.ts'
import { histogramsTemplate, linesPlot, nowTemplate } from './plots.ts'
import { warningList } from './warning-list.ts'
import { warningsOf } from './warnings.ts'
import './terms.ts'

/** Of more training rows than this some are looked at, evenly spread. */
const mostRows = 500

/** What goes on within the network: what it looks at, what its layers put out and learn by, and what is wrong with them. */
class InsidePanel extends SessionElement {
  static override sheets = [css]
  static override room = 'inside'
  #palette!: Palette
  readonly #measures = new Fetched(
    () => measures(),
    () => this.requestUpdate(),
  )
  #trace!: EngineQuery<'trace'>
  #next!: EngineQuery<'nextParameters'>
  /** Of all rows: whether what seems dead is. */
  #all!: EngineQuery<'activations'>
  readonly #overTime = new OverTime()
  #which: { of: DataInfo; which: Which; count: number } | null = null
  #context: InsideContext | null = null
  #isDue = throttle(400)

  protected override begin() {
    this.#palette = this.own(new Palette(this, () => this.requestUpdate()))
    const redraw = () => this.requestUpdate()
    this.#trace = this.own(new EngineQuery(this.session, 'trace', redraw, 500))
    this.#next = this.own(new EngineQuery(this.session, 'nextParameters', redraw, 500))
    this.#all = this.own(new EngineQuery(this.session, 'activations', redraw, 1000))
    this.#measures.ask()
    this.#ask()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    this.#ask()
    return this.#isDue(changes.has('data') || changes.has('state') || !this.session.isRunning)
  }

  #ask() {
    const { data, frame } = this.session
    if (!data || !frame) return
    if (this.#which?.of !== data) this.#which = rowsOf(data)
    this.#trace.ask(frame.hasDiverged ? null : this.#which.which)
    this.#next.ask(frame.hasDiverged ? null : {})
  }

  protected override render() {
    const { data, frame } = this.session
    if (!data || !frame) return nothing
    if (frame.hasDiverged) return divergedTemplate(this.session)
    const { found, failure } = this.#measures
    if (!found) return failure === nothing ? html`<p class="hint">${text('loading')}</p>` : failure
    const context = (this.#context = this.#contextOf(found, data, frame))
    if (!context) return nothing
    const { moments } = this.#overTime
    return html`
      <section>${warningList(context, this.#warnings(context))}${this.#looked(data)}</section>
      <section>${looksTemplate(context)}</section>
      <section><h2>${text('layers')}</h2><p>${marked(text('layersAbout'))}</p>${histogramsTemplate(context)}</section>
      <section><h2>${text('time')}</h2><p class="hint">${text('timeAbout')}</p>
        <h3>${marked(text('norm'))}</h3>${linesPlot(context, moments, 'norms')}<p>${marked(text('normAbout'))}</p>
        <h3>${marked(text('ratio'))}</h3>${linesPlot(context, moments, 'ratios')}<p>${text('ratioAbout')}</p>
        ${nowTemplate(context)}</section>`
  }

  protected override updated() {
    if (this.#context?.data.imageSide) paintImages(this, this.#context, this.#palette)
  }

  /** @returns null until the engine has answered for this network */
  #contextOf(found: Measures, data: DataInfo, frame: Frame): InsideContext | null {
    const trace = this.#trace.found?.answer
    if (!trace || trace.layers.length !== frame.layers.length) return null
    const next = this.#next.found?.answer ?? null
    const layers = this.#judged(found, data, layerNumbers(found, this.session.catalog, frame, trace, next))
    if (this.#trace.isCurrent && this.#next.isCurrent) {
      const { data: dataRevision, network } = this.session.revision
      this.#overTime.add(
        `${dataRevision} ${network}`,
        frame.step,
        layers.map(({ gradientNorm }) => gradientNorm),
        layers.map(({ updateRatio }) => updateRatio),
      )
    }
    return { session: this.session, data, frame, layers, write: numberOf(this.session) }
  }

  /** Dead is what puts out 0 for all rows, also for those that were not looked at. */
  #judged(found: Measures, { train }: DataInfo, layers: LayerNumbers[]) {
    const isDoubtful = this.#which?.which.X && layers.some(({ units }) => units.some(seemsDead))
    this.#all.ask(isDoubtful ? { X: train.X } : null)
    return isDoubtful ? judgedByAll(found, layers, this.#all.found?.answer ?? null) : layers
  }

  #warnings({ session, frame, layers }: InsideContext) {
    const { muted } = session.state.held
    return warningsOf({
      layers,
      history: session.history,
      epoch: frame.epoch,
      finding: diagnose(session).finding,
      isMuted: (layer, unit) => muted.some((neuron) => isAt(neuron, { layer, unit })),
    })
  }

  #looked({ train }: DataInfo) {
    const all = train.X.shape[0]
    const count = this.#which?.count ?? all
    return html`<p class="hint">${count < all ? text('lookedSome', { count, all }) : text('looked_other', { count })}</p>`
  }
}

function rowsOf(data: DataInfo) {
  const { X, Y } = data.train
  const all = X.shape[0]
  if (all <= mostRows) return { of: data, which: {}, count: all }
  const rows = Array.from({ length: mostRows }, (_, i) => Math.floor((i * all) / mostRows))
  const pick = (table: FlatRows) => pickRows(table, rows)
  return { of: data, which: { X: pick(X), Y: pick(Y) }, count: mostRows }
}

defineView('glassbox-inside', InsidePanel)

export const panel = html`<glassbox-inside></glassbox-inside>`
