import { html, nothing, svg } from 'lit'
import type { Run } from '../../run/run.ts'
import type { Change } from '../../session/announcer.ts'
import { formatCount, formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { keptOf } from '../parts/kept-runs.ts'
import { Latest } from '../parts/latest.ts'
import { nextFrame } from '../parts/next-frame.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { styleMap } from '../parts/style-map.ts'
import { watchSize } from '../parts/watch-size.ts'
import type { Plot } from '../plot/plot.ts'
import { type Mark, marksOf } from './changes.ts'
import { ghostsOf, pointsOf } from './ghosts.ts'
import { outcomeOf } from './outcome.ts'
import { comparable, wayBack } from './runs.ts'
import { sentences } from './sentences.ts'
import { StopView } from './stop-settings.ts'
import css from './timeline.css'

const text = texts(sentences)

/** Pixels that two marks stand apart, at least: each can be pressed. */
const apart = 24
/** Share of the run that Page Up and Page Down go. */
const page = 0.1

/**
 * The time of the training, on the cost curve: a thumb that is dragged to any past step, marks where something was
 * changed, the runs that were left as faint curves, and the way back to the end.
 */
export class TimelineView extends SessionElement {
  static override room = 'timeline'
  static override sheets = [css]
  /** Where the thumb is held, while the page comes after it. */
  #held: number | null = null
  #isDragged = false
  /** Why it stopped, as last told. */
  #told: unknown = null
  #isTelling = false
  #marks: { of: unknown[]; marks: Mark[] } = { of: [], marks: [] }
  readonly #going = new Latest<number>(async (step) => {
    if (this.session) await this.session.run({ do: 'goTo', step })
    if (!this.#going.isWaiting && !this.#isDragged) this.#held = null
    this.requestUpdate()
  })

  protected override begin() {
    const track = this.parentElement
    const signal = this.leave
    track?.addEventListener('pointerdown', this.#take, { signal })
    track?.addEventListener('pointermove', this.#drag, { signal })
    for (const end of ['pointerup', 'pointercancel']) track?.addEventListener(end, this.#drop, { signal })
    if (track) this.own(watchSize(track, () => this.#followPlot()))
    keptOf(this.session).events.addEventListener('change', () => this.requestUpdate(), { signal })
    this.#tellOutcome()
  }

  /** Stands where the plot has things, once that has heeded another size. */
  async #followPlot() {
    await nextFrame()
    await this.#plot?.updateComplete
    this.requestUpdate()
  }

  /** Says why it has stopped by itself; where the numbers are too large it stays so, and is said as long. */
  async #tellOutcome() {
    const { session } = this
    const { stopped, frame, log } = session
    const what = stopped ?? (frame?.hasDiverged ? `${log.present.run.id} ${frame.step}` : null)
    const isTold = what === this.#told && (session.notice !== null || !frame?.hasDiverged || this.#isTelling)
    if (isTold || session.isRunning) return
    this.#told = what
    if (!what) return
    this.#isTelling = true
    const notice = await outcomeOf(session)
    this.#isTelling = false
    if (notice && what === this.#told && !session.isRunning) session.tell(notice)
  }

  protected override heed(changes: ReadonlySet<Change>) {
    this.#tellOutcome()
    return !this.session.isRunning && ['frame', 'edits', 'running'].some((change) => changes.has(change as Change))
  }

  get #plot() {
    return this.parentElement?.querySelector<Plot>('.plot') ?? null
  }

  protected override render() {
    const [plot, { frame, log }] = [this.#plot, this.session]
    if (!plot?.width || (!frame?.step && !log.present.run.end)) return nothing
    const step = this.#held ?? frame?.step ?? 0
    const { run } = log.present
    const x = plot.px(step)
    return html`
      <svg class="timeline-ghosts" aria-hidden="true" viewBox="0 0 ${plot.width} ${plot.height}">${this.#curves(plot, run)}
        ${step < run.end ? svg`<rect class="timeline-ahead" x=${x} y="0" width=${Math.max(0, plot.px(run.end) - x + 2)} height=${plot.height}></rect>` : nothing}
        <line class="timeline-now" x1=${x} x2=${x} y1="0" y2=${plot.height}></line>
      </svg>
      ${this.#markButtons(plot, run)}
      <div class="timeline-thumb" role="slider" tabindex="0" aria-label=${text('thumb')} aria-valuemin="0"
        aria-valuemax=${run.end} aria-valuenow=${step} aria-valuetext=${this.#words(step, run)} ${about(text('about'))}
        style=${styleMap({ left: `${x}px` })} @keydown=${this.#press}></div>
      <div class="timeline-tools">${this.#runs()}${this.#wayBack()}</div>`
  }

  #words(step: number, run: Run) {
    const { frame } = this.session
    const { lists } = run.history
    const at = lists.step.findLastIndex((other) => other <= step)
    const cost = step === frame?.step ? frame.cost : lists.cost[at]
    return text('value', { step, end: formatCount(run.end), cost: formatNumber(cost ?? NaN) })
  }

  /** The runs that were left or kept, as far as the axes reach: each says its name, and is gone to by a press. */
  #curves(plot: Plot, present: Run) {
    return ghostsOf(this.session, present, (run) => this.#label(run, present)).map(({ curves, name, command }) => {
      const points = pointsOf(plot, curves)
      const choose = () => command && this.session.run(command)
      return svg`<g class=${command ? 'timeline-ghost is-there' : 'timeline-ghost'} @click=${choose}><title>${name}</title>
        <polyline points=${points}></polyline><polyline class="timeline-reach" points=${points}></polyline></g>`
    })
  }

  #markButtons(plot: Plot, run: Run) {
    const of = [run, run.journal.length, run.journal.at(-1), plot.x.high, plot.width]
    if (of.some((thing, i) => thing !== this.#marks.of[i])) {
      const isClose = (a: number, b: number) => Math.abs(plot.px(a) - plot.px(b)) < apart
      this.#marks = { of, marks: marksOf(this.session, run, isClose) }
    }
    return this.#marks.marks.map(
      ({ step, words }) => html`
      <button type="button" class="timeline-mark" aria-label=${words} title=${words} style=${styleMap({ left: `${plot.px(step)}px` })}
        @click=${() => this.#going.want(step)}></button>`,
    )
  }

  #wayBack() {
    const way = wayBack(this.session.log)
    if (!way || this.#isDragged) return nothing
    const { run, isOwn } = way
    const step = formatCount(run.end)
    return html`
      <button type="button" class="timeline-return" ${about(text(isOwn ? 'returnAbout' : 'leftAbout', { step }))}
        @click=${() => this.session.run({ do: 'goTo', run: run.id })}>${text(isOwn ? 'return' : 'left')}</button>`
  }

  /** Those that can be gone to. */
  #runs() {
    const { log } = this.session
    const { run: present } = log.present
    const others = comparable(log.runs, present)
    if (others.length === 0) return nothing
    const options = [present, ...others].map((run) => ({ name: String(run.id), label: this.#label(run, present) }))
    const choose = (event: Event) => this.session.run({ do: 'goTo', run: Number(valueIn(event)) })
    return html`<select aria-label=${text('runs')} ${about(text('runs'))} @change=${choose}>${optionList(options, String(present.id))}</select>`
  }

  #label(run: Run, present: Run) {
    const steps = text('steps_other', { count: run.end })
    if (run === present) return text('present', { steps })
    const cost = formatNumber(run.history.lists.cost.at(-1) ?? NaN)
    return text(run.parent ? 'branch' : 'begun', { steps, cost, step: run.parent?.step ?? 0 })
  }

  #go(step: number) {
    const { end } = this.session.log.present.run
    this.#held = Math.min(end, Math.max(0, Math.round(step)))
    this.#going.want(this.#held)
    this.requestUpdate()
  }

  #stepAt(event: PointerEvent) {
    const plot = this.#plot
    return plot ? plot.valuesAt(plot.pixelOf(event))[0] : 0
  }

  #take = (event: PointerEvent) => {
    const { target } = event
    const isOurs =
      target instanceof Element && !target.closest('.timeline-mark, .timeline-tools, .timeline-ghost.is-there')
    if (!isOurs || event.button !== 0 || !this.session.frame?.step) return
    this.#isDragged = true
    this.parentElement?.setPointerCapture(event.pointerId)
    this.querySelector<HTMLElement>('.timeline-thumb')?.focus({ preventScroll: true })
    event.preventDefault()
    this.#go(this.#stepAt(event))
  }

  #drag = (event: PointerEvent) => {
    if (this.#isDragged) this.#go(this.#stepAt(event))
  }

  #drop = () => {
    this.#isDragged = false
    if (!this.#going.isBusy) this.#held = null
    this.requestUpdate()
  }

  #press = (event: KeyboardEvent) => {
    const { end } = this.session.log.present.run
    const step = this.#held ?? this.session.frame?.step ?? 0
    const far = Math.max(1, Math.round(end * page))
    const to = {
      ArrowLeft: step - 1,
      ArrowDown: step - 1,
      ArrowRight: step + 1,
      ArrowUp: step + 1,
      PageDown: step - far,
      PageUp: step + far,
      Home: 0,
      End: end,
    }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    this.#go(to)
  }
}

defineView('glassbox-timeline', TimelineView)
defineView('glassbox-stop', StopView)
