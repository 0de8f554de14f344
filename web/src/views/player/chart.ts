import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { beyond } from '#beyond'
import { Fetched } from '#fetched'
import type { CostCurves } from '../../run/cost-history.ts'
import type { Change } from '../../session/announcer.ts'
import { formatNumber, formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { setView } from '../parts/buttons.ts'
import { isTicked, valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { useStyle } from '../parts/late-style.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import type { Axis } from '../plot/axes.ts'
import { costAxis } from '../plot/cost-axis.ts'
import { drawDot, drawLine } from '../plot/lines.ts'
import type { Drawing, Plot } from '../plot/plot.ts'
import { plotIn } from '../plot/plot-in.ts'
import '../plot/plot.ts'
import { roundUp } from '../plot/ticks.ts'
import css from './chart.css'
import { sentences } from './chart-sentences.ts'

const text = texts(sentences)

/** What is drawn of each measure: on the test set, and over it on the training set. */
const lines = {
  cost: linesOf('testCost', 'cost'),
  accuracy: linesOf('testAccuracy', 'accuracy'),
}

function linesOf<Name extends string>(test: Name, train: Name) {
  return [
    { name: test, colour: 'test', dash: [6, 4] },
    { name: train, colour: 'cost', dash: [] },
  ] as const
}

/** The cost, or the share of right answers, over the steps so far: the track of the player. */
export class ChartView extends SessionElement {
  static override room = 'chart'
  static override sheets = [css]
  #measure: 'cost' | 'accuracy' = 'cost'
  /** Index into the history under the pointer, or -1. */
  #at = -1
  #hasTable = false
  #table: unknown = nothing
  #summary = ''
  /** Whether all of it is shown where it is the track of the docked player. */
  #isOpen = false
  #isDue = throttle(66)
  #isSummaryDue = throttle(5000)
  /** Brings the ways to past moments, once there are any. */
  readonly #timeline = new Fetched(
    () => beyond.timeline?.(),
    () => this.#redraw(),
  )
  #hasPast = false

  protected override heed(changes: ReadonlySet<Change>) {
    const { isRunning, frame } = this.session
    if (!this.#hasPast && (frame?.step || frame?.hasDiverged)) {
      this.#hasPast = true
      this.#timeline.ask()
    }
    const isAtRest = !isRunning && (changes.has('history') || changes.has('running'))
    const isForced = changes.has('state') || changes.has('data') || isAtRest
    if (!isForced && !changes.has('history')) return false
    if (changes.has('data') && this.session.data?.task === 'regression') this.#measure = 'cost'
    if (!this.#isDue(isForced)) return false
    if (this.#isSummaryDue(!isRunning)) this.#summarise()
    return true
  }

  #redraw = () => this.requestUpdate()

  /** Of all of the run, also what was trained after the moment that is shown. */
  get #history() {
    return this.session.log.present.run.history.lists
  }

  protected override willUpdate() {
    if (this.#at >= this.#history.step.length) this.#at = -1
    this.classList.toggle('open', this.#isOpen)
  }

  protected override render() {
    return html`
      <div class="chart-options">${this.#options()}</div>
      <div class="chart-track">
        <glassbox-plot class="chart-plot" role="img" aria-label=${this.#summary || text('label')} .drawing=${this.#drawing()}
          @pointermove=${this.#point} @pointerleave=${this.#point}></glassbox-plot>
        <glassbox-timeline .session=${this.session}></glassbox-timeline>
      </div>
      <div class="chart-rows">${this.#table}</div>
      <button type="button" class="chart-open quiet icon" aria-expanded=${this.#isOpen} aria-label=${text('open')}
        title=${text('open')} @click=${this.#toggle}>⌃</button>
      ${this.#timeline.failure}`
  }

  protected override updated() {
    this.querySelector<SessionElement>('glassbox-timeline')?.requestUpdate?.()
  }

  get #isLog() {
    return this.session.state.view.logScale && this.#measure === 'cost'
  }

  #drawing(): Drawing {
    const history = this.#history
    const isLog = this.#isLog
    const last = history.step.at(-1) ?? 0
    return {
      axes: [{ low: 0, high: roundUp(Math.max(last, 10)), label: '' }, this.#axis(history, isLog)],
      marks: { paint: (plot) => this.#paint(plot, history) },
    }
  }

  #paint(plot: Plot, history: CostCurves) {
    plot.context.lineJoin = 'round'
    for (const { name, colour, dash } of lines[this.#measure])
      drawLine(plot, { colour, dash, width: 2 }, history.step, history[name])
    const at = this.#at
    if (at < 0) return
    const x = history.step[at]
    drawLine(plot, { colour: 'line-strong', width: 1.5 }, [x, x], [plot.y.low, plot.y.high])
    for (const { name, colour } of lines[this.#measure]) {
      const value = history[name][at]
      if (Number.isFinite(value)) drawDot(plot, x, value, 4, { fill: colour })
    }
  }

  #axis({ cost, testCost }: CostCurves, isLog: boolean): Axis {
    if (this.#measure === 'accuracy') return { low: 0, high: 1, label: '' }
    return costAxis([...cost, ...testCost], isLog)
  }

  /** Legend with the values under the pointer, else the last ones, and the switches. */
  #options() {
    const { data, frame, log } = this.session
    const history = this.#history
    const isLog = this.#isLog
    const last = history.step.length - 1
    const at = this.#at >= 0 ? this.#at : last
    const past = this.#at < 0 && !log.isAtEnd ? frame : null
    const write = this.#measure === 'cost' ? formatNumber : formatShare
    const setLog = (event: Event) => setView(this.session, { logScale: isTicked(event) })
    return html`
      <ul class="chart-legend">
        ${[...lines[this.#measure]].reverse().map(
          ({ name, colour }) => html`
          <li><span class="chart-key ${colour}" aria-hidden="true"></span><glassbox-word of=${name}>${text(name)}</glassbox-word>
            <b>${at < 0 ? '' : write(past?.[name] ?? history[name][at])}</b></li>`,
        )}
        <li class="chart-at">
          ${at < 0 ? text('empty') : text('at', { step: past?.step ?? history.step[at] })}</li>
      </ul>
      <div class="chart-switches">
        ${data?.classes.length ? this.#measureTemplate() : nothing}
        <label><input type="checkbox" .checked=${live(isLog)} ?disabled=${this.#measure !== 'cost'} @change=${setLog} ${about(text('logScaleAbout'))}
          >${text('logScale')}</label>
        <label><input type="checkbox" .checked=${this.#hasTable} @change=${this.#toggleTable} ${about(text('tableAbout'))}>${text('table')}</label>
      </div>`
  }

  #measureTemplate() {
    const choose = (event: Event) => {
      this.#measure = valueIn(event) === 'cost' ? 'cost' : 'accuracy'
      this.#redraw()
    }
    const options = (['cost', 'accuracy'] as const).map((name) => ({ name, label: text(name) }))
    return html`<select aria-label=${text('measure')} ${about(text('measureAbout'))} @change=${choose}
      >${optionList(options, this.#measure)}</select>`
  }

  #point = (event: PointerEvent) => {
    const plot = plotIn(event)
    const at =
      plot && event.type === 'pointermove' ? nearest(this.#history.step, plot.valuesAt(plot.pixelOf(event))[0]) : -1
    if (at === this.#at) return
    this.#at = at
    this.#redraw()
  }

  #summarise() {
    const { step, cost, testCost } = this.#history
    if (!step.length) return
    const test = testCost[testCost.length - 1]
    const summary = text('summary_other', {
      first: formatNumber(cost[0]),
      last: formatNumber(cost[cost.length - 1]),
      count: step[step.length - 1],
      least: formatNumber(cost.reduce((a, b) => Math.min(a, b), Infinity)),
    })
    this.#summary = Number.isNaN(test) ? summary : `${summary} ${text('summaryTest', { test: formatNumber(test) })}`
    if (this.#hasTable) this.#drawTable()
  }

  /** Where the chart is the track of the docked player: makes room for all of it, or not. */
  #toggle = () => {
    this.#isOpen = !this.#isOpen
    this.#redraw()
  }

  #toggleTable = () => {
    this.#hasTable = !this.#hasTable
    this.#drawTable()
  }

  async #drawTable() {
    const { tableStyle, tableTemplate } = await import('../late.ts')
    if (!this.isConnected) return
    useStyle(this, tableStyle)
    const { data } = this.session
    this.#table = this.#hasTable ? tableTemplate(this.#history, Boolean(data?.classes.length)) : nothing
    this.#redraw()
  }
}

/** The index of the value nearest to another, -1 = there is none. d3's bisector would weigh five times as much. */
const nearest = (values: number[], to: number) =>
  values.reduce(
    (best, value, i) => (Math.abs(value - to) < Math.abs(values[best] - to) ? i : best),
    values.length ? 0 : -1,
  )

defineView('glassbox-chart', ChartView)
