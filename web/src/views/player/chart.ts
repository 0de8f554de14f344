import { html, nothing, render } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CostCurves } from '../../run/cost-history.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { text } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { setView } from '../parts/buttons.ts'
import { optionList } from '../parts/fields/options.ts'
import { useStyle } from '../parts/late-style.ts'
import { throttle } from '../parts/throttle.ts'
import type { View } from '../parts/view.ts'
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
export class ChartView implements View {
  root: HTMLElement
  session: SessionLike
  options: HTMLElement
  rows: HTMLElement
  opener: HTMLElement
  plot: Plot
  palette: Palette
  observer: ResizeObserver
  #measure: 'cost' | 'accuracy' = 'cost'
  /** Index into the history under the pointer, or -1. */
  #at = -1
  #hasTable = false
  /** For the plot, in pixels. */
  #room = { width: 0, height: 0 }
  #isDue = throttle(66)
  #isSummaryDue = throttle(5000)

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    render(
      html`<div class="chart-options"></div><div class="chart-plot"></div><div class="chart-rows"></div>
      <button type="button" class="chart-open quiet icon" aria-expanded="false" aria-label=${text('chart.open')}
        title=${text('chart.open')} @click=${this.#toggle}>⌃</button>`,
      root,
    )
    const [options, plot, rows, opener] = [...root.children] as HTMLElement[]
    this.options = options
    this.rows = rows
    this.opener = opener
    this.plot = new Plot(plot, text('chart.label'))
    this.palette = new Palette(root, () => this.draw())
    this.plot.box.addEventListener('pointermove', (event) => this.#point(this.plot.xAt(this.plot.pixelOf(event).x)))
    this.plot.box.addEventListener('pointerleave', () => this.#point(NaN))
    this.observer = new ResizeObserver(([{ contentRect }]) => {
      this.#room = contentRect
      this.draw()
    })
    this.observer.observe(plot)
  }

  update(changes: ReadonlySet<Change>) {
    const isRunning = this.session.isRunning
    const isAtRest = !isRunning && (changes.has('history') || changes.has('running'))
    const isForced = changes.has('state') || changes.has('data') || isAtRest
    if (!isForced && !changes.has('history')) return
    if (changes.has('data') && this.session.data?.task === 'regression') this.#measure = 'cost'
    if (!this.#isDue(isForced)) return
    this.draw()
    if (this.#isSummaryDue(!isRunning)) this.#summarise()
  }

  draw() {
    const {
      history,
      state: { view },
    } = this.session
    const { width, height } = this.#room
    if (!width) return
    if (this.#at >= history.step.length) this.#at = -1
    const isLog = view.logScale && this.#measure === 'cost'
    const last = history.step.at(-1) ?? 0
    const along = { low: 0, high: roundUp(Math.max(last, 10)), label: '', isBare: height < readable }
    this.plot.frame(width, height, along, this.#axis(history, isLog))
    const context = this.plot.clearMarks()
    for (const { name, colour, dash } of lines[this.#measure]) {
      context.strokeStyle = this.palette.css(colour)
      context.lineWidth = 2
      context.lineJoin = 'round'
      context.setLineDash(dash)
      context.beginPath()
      trace(context, this.plot, history.step, history[name], isLog)
      context.stroke()
    }
    context.setLineDash([])
    if (this.#at >= 0) this.#drawReadOut(context, history)
    this.#drawOptions(history, isLog)
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
    const x = this.plot.px(step)
    const { top, height: high } = this.plot.inner
    context.strokeStyle = this.palette.css('line-strong')
    context.lineWidth = 1
    context.strokeRect(x, top, 0, high)
    for (const { name, colour } of lines[this.#measure]) {
      const value = history[name][this.#at]
      if (!Number.isFinite(value)) continue
      context.fillStyle = this.palette.css(colour)
      context.beginPath()
      context.arc(x, this.plot.py(value), 4, 0, 2 * Math.PI)
      context.fill()
    }
  }

  /** Legend with the values under the pointer, else the last ones, and the switches. */
  #drawOptions(history: CostCurves, isLog: boolean) {
    const { data } = this.session
    const at = this.#at >= 0 ? this.#at : history.step.length - 1
    const write = this.#measure === 'cost' ? formatNumber : formatShare
    const setLog = (event: Event) => setView(this.session, { logScale: (event.target as HTMLInputElement).checked })
    render(
      html`
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
      </div>`,
      this.options,
    )
  }

  #measureTemplate() {
    const choose = (event: Event) => {
      this.#measure = (event.target as HTMLSelectElement).value === 'cost' ? 'cost' : 'accuracy'
      this.draw()
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
    this.draw()
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
    this.plot.box.setAttribute(
      'aria-label',
      Number.isNaN(test) ? summary : `${summary} ${text('chart.summaryTest', { test: formatNumber(test) })}`,
    )
    if (this.#hasTable) this.#drawTable()
  }

  /** Where the chart is the track of the docked player: makes room for all of it, or not. */
  #toggle = () => {
    const isOpen = this.root.classList.toggle('open')
    this.opener.setAttribute('aria-expanded', String(isOpen))
  }

  #toggleTable = () => {
    this.#hasTable = !this.#hasTable
    this.#drawTable()
  }

  async #drawTable() {
    const { tableStyle, tableTemplate } = await import('../late.ts')
    useStyle(this.root, tableStyle)
    const { history, data } = this.session
    render(this.#hasTable ? tableTemplate(history, Boolean(data?.classes.length)) : nothing, this.rows)
  }

  dispose() {
    this.observer.disconnect()
    this.palette.dispose()
    render(nothing, this.root)
  }
}
