import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CostCurves } from '../../run/cost-history.ts'
import type { Change } from '../../session/announcer.ts'
import { formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { text } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { setView } from '../parts/buttons.ts'
import { optionList } from '../parts/fields/options.ts'
import { useStyle } from '../parts/late-style.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { watchSize } from '../parts/watch-size.ts'
import { Palette } from '../plot/palette.ts'
import { type Axis, Plot } from '../plot/plot.ts'
import { roundUp } from '../plot/ticks.ts'
import { nearest, trace } from './series.ts'

interface Line {
  name: 'cost' | 'testCost' | 'accuracy' | 'testAccuracy'
  colour: 'cost' | 'test'
  dash: number[]
}

/** A plot lower than this has no room for numbers on its axes. */
const readable = 80
const lines: Record<'cost' | 'accuracy', Line[]> = {
  cost: [
    { name: 'testCost', colour: 'test', dash: [6, 4] },
    { name: 'cost', colour: 'cost', dash: [] },
  ],
  accuracy: [
    { name: 'testAccuracy', colour: 'test', dash: [6, 4] },
    { name: 'accuracy', colour: 'cost', dash: [] },
  ],
}

/** The cost, or the share of right answers, over the steps so far: the track of the player. */
export class ChartView extends SessionElement {
  #plot!: Plot
  #palette!: Palette
  #measure: 'cost' | 'accuracy' = 'cost'
  /** Index into the history under the pointer, or -1. */
  #at = -1
  #hasTable = false
  #table: unknown = nothing
  #summary = ''
  /** Whether all of it is shown where it is the track of the docked player. */
  #isOpen = false
  /** For the plot, in pixels. */
  #room = { width: 0, height: 0 }
  #isDue = throttle(66)
  #isSummaryDue = throttle(5000)

  protected override begin() {
    this.#palette = this.own(new Palette(this, this.#redraw))
    if (this.hasUpdated) this.#watchRoom()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isRunning = this.session.isRunning
    const isAtRest = !isRunning && (changes.has('history') || changes.has('running'))
    const isForced = changes.has('state') || changes.has('data') || isAtRest
    if (!isForced && !changes.has('history')) return false
    if (changes.has('data') && this.session.data?.task === 'regression') this.#measure = 'cost'
    if (!this.#isDue(isForced)) return false
    if (this.#isSummaryDue(!isRunning)) this.#summarise()
    return true
  }

  #redraw = () => this.requestUpdate()

  protected override willUpdate() {
    if (this.#at >= this.session.history.step.length) this.#at = -1
    this.classList.toggle('open', this.#isOpen)
  }

  protected override render() {
    return html`
      <div class="chart-options">${this.#options()}</div>
      <div class="chart-plot"></div>
      <div class="chart-rows">${this.#table}</div>
      <button type="button" class="chart-open quiet icon" aria-expanded=${this.#isOpen} aria-label=${text('chart.open')}
        title=${text('chart.open')} @click=${this.#toggle}>⌃</button>`
  }

  protected override firstUpdated() {
    const plot = new Plot(this.querySelector('.chart-plot') as HTMLElement, text('chart.label'))
    plot.box.addEventListener('pointermove', (event) => this.#point(plot.xAt(plot.pixelOf(event).x)))
    plot.box.addEventListener('pointerleave', () => this.#point(NaN))
    this.#plot = plot
    this.#watchRoom()
  }

  protected override updated() {
    if (this.#summary) this.#plot.box.setAttribute('aria-label', this.#summary)
    this.#draw()
  }

  #watchRoom() {
    const box = this.querySelector('.chart-plot') as HTMLElement
    const measure = () => {
      this.#room = box.getBoundingClientRect()
      this.#draw()
    }
    this.own(watchSize(box, measure))
  }

  get #isLog() {
    return this.session.state.view.logScale && this.#measure === 'cost'
  }

  #draw() {
    const { history } = this.session
    const { width, height } = this.#room
    if (!width) return
    const isLog = this.#isLog
    const last = history.step.at(-1) ?? 0
    const along = { low: 0, high: roundUp(Math.max(last, 10)), label: '', isBare: height < readable }
    this.#plot.frame(width, height, along, this.#axis(history, isLog))
    const context = this.#plot.clearMarks()
    for (const { name, colour, dash } of lines[this.#measure]) {
      context.strokeStyle = this.#palette.css(colour)
      context.lineWidth = 2
      context.lineJoin = 'round'
      context.setLineDash(dash)
      context.beginPath()
      trace(context, this.#plot, history.step, history[name], isLog)
      context.stroke()
    }
    context.setLineDash([])
    if (this.#at >= 0) this.#drawReadOut(context, history)
  }

  #axis({ cost, testCost }: CostCurves, isLog: boolean): Axis {
    if (this.#measure === 'accuracy') return { low: 0, high: 1, label: '' }
    let [low, high] = [Infinity, 0]
    for (const values of [cost, testCost]) {
      for (const value of values) {
        if (value > high && value < Infinity) high = value
        if (value < low && value > 0) low = value
      }
    }
    if (!isLog) return { low: 0, high: high > 0 ? roundUp(high) : 1, label: '' }
    if (!(low < Infinity)) [low, high] = [0.1, 1]
    return { low: Math.min(roundUp(low) / 2, roundUp(high) / 10), high: roundUp(high), label: '', isLog }
  }

  #drawReadOut(context: CanvasRenderingContext2D, history: CostCurves) {
    const step = history.step[this.#at]
    const x = this.#plot.px(step)
    const { top, height: high } = this.#plot.inner
    context.strokeStyle = this.#palette.css('line-strong')
    context.lineWidth = 1
    context.strokeRect(x, top, 0, high)
    for (const { name, colour } of lines[this.#measure]) {
      const value = history[name][this.#at]
      if (!Number.isFinite(value)) continue
      context.fillStyle = this.#palette.css(colour)
      context.beginPath()
      context.arc(x, this.#plot.py(value), 4, 0, 2 * Math.PI)
      context.fill()
    }
  }

  /** Legend with the values under the pointer, else the last ones, and the switches. */
  #options() {
    const { data, history } = this.session
    const isLog = this.#isLog
    const at = this.#at >= 0 ? this.#at : history.step.length - 1
    const write = this.#measure === 'cost' ? formatNumber : formatShare
    const setLog = (event: Event) => setView(this.session, { logScale: (event.target as HTMLInputElement).checked })
    return html`
      <ul class="chart-legend">
        ${[...lines[this.#measure]].reverse().map(
          ({ name, colour }) => html`
          <li><span class="chart-key ${colour}" aria-hidden="true"></span>${text(`chart.${name}`)}
            <b>${at < 0 ? '' : write(history[name][at])}</b></li>`,
        )}
        <li class="chart-at">
          ${at < 0 ? text('chart.empty') : text('chart.at', { step: formatCount(history.step[at]) })}</li>
      </ul>
      <div class="chart-switches">
        ${data?.classes.length ? this.#measureTemplate() : nothing}
        <label><input type="checkbox" .checked=${live(isLog)} ?disabled=${this.#measure !== 'cost'} @change=${setLog} ${about(text('chart.logScaleAbout'))}
          >${text('chart.logScale')}</label>
        <label><input type="checkbox" .checked=${this.#hasTable} @change=${this.#toggleTable} ${about(text('chart.tableAbout'))}>${text('chart.table')}</label>
      </div>`
  }

  #measureTemplate() {
    const choose = (event: Event) => {
      this.#measure = (event.target as HTMLSelectElement).value === 'cost' ? 'cost' : 'accuracy'
      this.#redraw()
    }
    const options = (['cost', 'accuracy'] as const).map((name) => ({ name, label: text(`chart.${name}`) }))
    return html`<select aria-label=${text('chart.measure')} ${about(text('chart.measureAbout'))} @change=${choose}
      >${optionList(options, this.#measure)}</select>`
  }

  /** @param step NaN = the pointer has left */
  #point(step: number) {
    const { step: steps } = this.session.history
    const at = Number.isNaN(step) ? -1 : nearest(steps, step)
    if (at === this.#at) return
    this.#at = at
    this.#redraw()
  }

  #summarise() {
    const {
      history: { step, cost, testCost },
    } = this.session
    if (!step.length) return
    const test = testCost[testCost.length - 1]
    const summary = text('chart.summary_other', {
      first: formatNumber(cost[0]),
      last: formatNumber(cost[cost.length - 1]),
      count: step[step.length - 1],
      least: formatNumber(cost.reduce((a, b) => Math.min(a, b), Infinity)),
    })
    this.#summary = Number.isNaN(test)
      ? summary
      : `${summary} ${text('chart.summaryTest', { test: formatNumber(test) })}`
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
    const { history, data } = this.session
    this.#table = this.#hasTable ? tableTemplate(history, Boolean(data?.classes.length)) : nothing
    this.#redraw()
  }
}

defineView('glassbox-chart', ChartView)
