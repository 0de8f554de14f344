import { html, nothing, type PropertyValues } from 'lit'
import { type Measures, measures } from '../../../measures/measures.ts'
import { unflatten } from '../../../network/layer-parameters.ts'
import type { Run } from '../../../run/run.ts'
import type { Change } from '../../../session/announcer.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { about } from '../../parts/about.ts'
import { presses, setView } from '../../parts/buttons.ts'
import { isTicked } from '../../parts/control.ts'
import { Fetched } from '../../parts/fetched.ts'
import { Entries } from '../../parts/fields/entries.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { type KeptRun, keep, keptOf, mostKept, remove, wayTo } from '../../parts/kept-runs.ts'
import { defineView, SessionElement } from '../../parts/session-element.ts'
import { menu } from '../../parts/tables/tools.ts'
import { throttle } from '../../parts/throttle.ts'
import { layWaysBeside, waysBeside } from '../../parts/ways.ts'
import css from './compare.css'
import { type Curve, drawingOf, hasLine, type Measure, runColour } from './curves.ts'
import { leftRun, presentRun } from './kept.ts'
import { leftTemplate, type RunDeeds, runsTable } from './runs.ts'
import { sentences } from './sentences.ts'
import { type Chosen, fieldsTemplate } from './setup-fields.ts'
import { plansOf, suggestedFor } from './setups.ts'
import { type Lane, TrialRun, wayOf } from './trial-run.ts'
import { dashWords, resultsTemplate } from './trial-view.ts'
import { laneMark, laneName } from './words.ts'
import '../../plot/plot.ts'

/** Runs compared: those the reader keeps, and trainings beside the present one. */

const text = texts(sentences)

/** What each playground has chosen and trained, kept while the panel is closed. */
interface Held {
  chosen: Chosen
  trial: TrialRun | null
  measure: Measure
  hasGap: boolean
  hasPenalty: boolean
}
const held: WeakMap<SessionLike['rows'], Held> = new WeakMap()

const usualSteps = 500
const mostSteps = 100_000

function heldOf(session: SessionLike): Held {
  const { rows, frame } = session
  const fresh = (): Held => ({
    chosen: {
      kind: 'seeds',
      seeds: 8,
      spread: 'quartiles',
      rates: 'present',
      changes: 'l2',
      to: null,
      until: Math.min(mostSteps, (frame?.step ?? 0) >= 10 ? (frame?.step ?? 0) : usualSteps),
      isFromHere: false,
    },
    trial: null,
    measure: 'both',
    hasGap: true,
    hasPenalty: true,
  })
  const found = held.get(rows) ?? fresh()
  held.set(rows, found)
  return found
}

export class ComparePanel extends SessionElement {
  static override sheets = [css]
  #entries!: Entries
  #isDue = throttle(200)
  #isTrialDue = throttle(100)
  /** What bands are computed with. */
  readonly #measures = new Fetched<Measures>(measures, () => this.requestUpdate())
  /** Of training of the present run, as last told, and the step of which that is. */
  #time: { milliseconds: number; step: number; run: Run | null } = { milliseconds: NaN, step: -1, run: null }
  #said = ''

  protected override begin() {
    const { session } = this
    const redraw = () => this.requestUpdate()
    if (this.#entries?.session !== session) this.#entries = new Entries(session, redraw)
    this.#measures.ask()
    const { trial } = this.#held
    if (trial) trial.onChange = this.#heedTrial
    this.#rest()
    document.addEventListener('visibilitychange', () => this.#rest(), { signal: this.leave })
    this.leave.addEventListener('abort', () => this.#held.trial?.pause())
  }

  /** What nobody can see does not train. */
  #rest() {
    const { trial } = this.#held
    if (document.hidden) trial?.pause()
    else trial?.go()
  }

  get #held() {
    return heldOf(this.session)
  }

  #heedTrial = () => {
    if (this.#isTrialDue(!this.#held.trial?.isRunning)) this.requestUpdate()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isAtRest = !this.session.isRunning
    if (isAtRest) this.#askTime()
    return this.#isDue(isAtRest || changes.has('state') || changes.has('edits') || changes.has('data'))
  }

  /** How long the present run has trained. */
  async #askTime() {
    const { log } = this.session
    const { run, step } = log.present
    if (this.#isTimeOfNow) return
    const time = { milliseconds: NaN, step, run }
    this.#time = time
    const times = await this.session.ask('trainingTimes', {}).catch(() => [])
    time.milliseconds = times[log.runs.indexOf(run)] ?? NaN
    this.requestUpdate()
  }

  get #isTimeOfNow() {
    const { run, step } = this.session.log.present
    return this.#time.run === run && this.#time.step === step
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.compare-keep')
  }

  protected override render() {
    if (!this.session.frame) return nothing
    return html`
      <div class="compare">
        <section class="compare-runs"><h2>${text('runsTitle')}</h2>${this.#runs()}</section>
        <section class="compare-trial"><h2>${text('trialTitle')}</h2>${this.#trial()}</section>
        <p class="spoken" role="status">${this.#said}</p>
      </div>`
  }

  #runs() {
    const { session } = this
    const isUntrained = (session.frame?.step ?? 0) === 0
    const hasLines = [session.history, ...keptOf(session).runs.map(({ curves }) => curves)].some(hasLine)
    return html`
      ${isUntrained ? html`<p class="hint">${text('keepEmpty')}</p>` : nothing}
      <div class="pane-tools">
        <button type="button" class="quiet compare-keep" ${about(isUntrained ? '' : text('keepAbout'))}
          ${presses(() => this.#keepPresent(), isUntrained)}>${text('keep')}</button>
        ${hasLines ? html`${this.#measureMenu()} ${this.#switches()}` : nothing}
      </div>
      ${leftTemplate(session, this.#deeds)}
      ${hasLines ? html`${this.#chart()}${this.#table()}` : nothing}
      ${this.#waysLine()}`
  }

  #table() {
    const milliseconds = this.#isTimeOfNow ? this.#time.milliseconds : NaN
    return html`${runsTable(this.session, this.#entries, milliseconds, this.#deeds)}
      <p class="hint">${text('bestAbout')}</p>`
  }

  #measureMenu() {
    const options = (['both', 'testCost', 'cost'] as const).map((name) => ({ name, label: text(name) }))
    return menu(text('measure'), this.#held.measure, options, (name) => this.#hold({ measure: name as Measure }))
  }

  #switches() {
    const { hasGap, hasPenalty } = this.#held
    const { data, frame } = this.session
    const box = (label: string, isOn: boolean, words: string, turn: (isOn: boolean) => void) => html`
      <label class="compare-switch"><input type="checkbox" .checked=${isOn} ${about(words)}
        @change=${(event: Event) => turn(isTicked(event))}>${label}</label>`
    return html`
      ${data?.test.X.shape[0] ? box(text('gap'), hasGap, text('gapAbout'), (isOn) => this.#hold({ hasGap: isOn })) : nothing}
      ${frame?.penalty ? box(text('penalty'), hasPenalty, '', (isOn) => this.#hold({ hasPenalty: isOn })) : nothing}`
  }

  #chart() {
    const { session } = this
    const { measure, hasGap, hasPenalty } = this.#held
    const { history, frame, state } = session
    const present: Curve = { mark: text('presentMark'), colour: 'cost', curves: history, isPresent: true }
    const { runs } = keptOf(session)
    const curves = [...runs.map(curveOf), present]
    const isPenalised = hasPenalty && Boolean(frame?.penalty)
    const isTested = Number.isFinite(frame?.testCost ?? NaN)
    const names = [text('present'), ...runs.map(({ name }) => name)].join(', ')
    const drawing = drawingOf({
      curves,
      measure,
      isLog: state.view.logScale,
      gapOf: hasGap && isTested ? present : null,
      penaltyOf: isPenalised ? present : null,
    })
    return html`
      <glassbox-plot class="compare-plot" role="img" aria-label=${text('chart', { names })} .drawing=${drawing}></glassbox-plot>
      ${dashWords(measure, isPenalised)}
      ${isTested && hasGap && frame ? html`<p class="hint compare-gap">${this.#gapWords(frame)}</p>` : nothing}
      ${isPenalised && frame ? html`<p class="hint">${text('penaltyNow', { penalty: formatNumber(frame.penalty) })}</p>` : nothing}`
  }

  #gapWords({ cost, testCost }: { cost: number; testCost: number }) {
    return text('gapNow', {
      gap: formatNumber(testCost - cost),
      test: formatNumber(testCost),
      train: formatNumber(cost),
    })
  }

  #waysLine() {
    const { session } = this
    if (!this.#layWays()) return nothing
    return html`<p class="hint">${text('toSlope')}
      <button type="button" class="link" @click=${() => setView(session, { tab: 'slope' })}>${text('toSlopeOpen')}</button></p>`
  }

  /** Has the slope draw the ways of what is compared. @returns how many there are */
  #layWays() {
    const { session } = this
    const { trial } = this.#held
    const kept = keptOf(session).runs.flatMap(({ number, name, state, way }) =>
      way ? { mark: String(number), name, state, ...way } : [],
    )
    const beside = (trial && trial.setup.kind !== 'seeds' ? trial.lanes : []).flatMap((lane, i) => {
      const way = trial && wayOf(lane)
      return way ? { mark: laneMark(i), name: laneName(trial, lane), state: lane.state, ...way } : []
    })
    const ways = [...kept, ...beside]
    layWaysBeside(session, ways)
    return waysBeside(session).length
  }

  #trial() {
    const { session } = this
    const { chosen, trial, measure } = this.#held
    const look = {
      measure,
      spread: chosen.spread,
      isLog: session.state.view.logScale,
      measures: this.#measures.found ?? null,
    }
    return html`
      <p class="hint">${text('trialAbout')}</p>
      ${fieldsTemplate(session, this.#entries, chosen, (change) => this.#hold({ chosen: { ...chosen, ...change } }))}
      <div class="compare-go">${
        trial?.isRunning
          ? html`<button type="button" class="primary" @click=${() => trial.stop()}>${text('stop')}</button>`
          : html`<button type="button" class="primary" @click=${() => this.#start()}>${text(trial ? 'again' : 'start')}</button>`
      }</div>
      ${this.#measures.failure}
      ${trial ? resultsTemplate(trial, look, (lane) => this.#keepLane(trial, lane)) : nothing}`
  }

  #hold(change: Partial<Held>) {
    Object.assign(this.#held, change)
    this.requestUpdate()
  }

  async #start() {
    const { session } = this
    const { chosen, trial: before } = this.#held
    await before?.stop()
    const { state, catalog } = session
    const setup = { ...chosen, to: chosen.to ?? suggestedFor(chosen.changes, state, catalog) }
    const trial = new TrialRun(session, setup, plansOf(setup, state, catalog), this.#heedTrial)
    this.#hold({ trial })
    trial.go()
  }

  readonly #deeds: RunDeeds = {
    keepLeft: async (of) => {
      const run = of as Run
      this.#keep(await leftRun(this.session, run, this.#nextName))
    },
    load: (run) => {
      const command = wayTo(this.session, run)
      if (command) this.session.run(command)
    },
    remove: (run) => {
      remove(this.session, run)
      this.#say(text('removed', { name: run.name }))
    },
    rename: (run, name) => {
      run.name = name || text('runName', { number: run.number })
      this.requestUpdate()
    },
  }

  get #nextName() {
    return text('runName', { number: keptOf(this.session).last + 1 })
  }

  async #keepPresent() {
    this.#keep(await presentRun(this.session, this.#nextName))
  }

  /** A training beside the present one becomes a run. What brings it back are its settings and its steps. */
  #keepLane(trial: TrialRun, lane: Lane) {
    const { session } = this
    const { state } = lane
    const { parameters, step, ...plain } = session.save()
    const start = trial.start ?? null
    const first = start
      ? { parameters: unflatten(start, state.network.layers) }
      : state.parameters
        ? { parameters: state.parameters }
        : {}
    const isOfNow = trial.base.data === session.state.data
    const { network, training, held } = state
    this.#keep({
      name: laneName(trial, lane),
      state,
      load: isOfNow ? { ...plain, network, training, held, ...first, step: lane.step } : null,
      curves: structuredClone(lane.curves),
      since: 0,
      steps: lane.step,
      milliseconds: lane.milliseconds,
      way: wayOf(lane),
      of: lane,
    })
  }

  #keep(run: Omit<KeptRun, 'number'>) {
    const isFull = keptOf(this.session).runs.length >= mostKept
    const { name } = keep(this.session, run)
    this.#say(`${text('kept', { name })}${isFull ? ` ${text('full', { most: mostKept })}` : ''}`)
  }

  #say(words: string) {
    this.#said = words
    this.requestUpdate()
  }
}

const curveOf = ({ number, curves }: KeptRun): Curve => ({ mark: String(number), colour: runColour(number), curves })

defineView('glassbox-compare', ComparePanel)

/** The panel, for the pane: see views/beyond.ts. */
export const panel = html`<glassbox-compare></glassbox-compare>`
