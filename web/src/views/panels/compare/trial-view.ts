import { html, nothing } from 'lit'
import type { Measures } from '../../../measures/measures.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount, formatNumber, formatShare } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import {
  type Band,
  bandOf,
  type Chart,
  type Curve,
  drawingOf,
  hasLine,
  type Measure,
  runColour,
  type Spread,
} from './curves.ts'
import { laneSession } from './lane-session.ts'
import { bestTemplate, keyTemplate } from './runs.ts'
import { sentences } from './sentences.ts'
import type { Lane, TrialRun } from './trial-run.ts'
import { laneMark, laneName, progressWords, staleWords, timeWords } from './words.ts'
import '../../plot/plot.ts'

const text = texts(sentences)

/** How results are looked at. */
export interface Look {
  measure: Measure
  spread: Spread
  isLog: boolean
  /** What bands are computed with; null while it is fetched. */
  measures: Measures | null
}

/** Of bands: on the training set and on the test set. */
const bandColours = { cost: 'class-2', testCost: 'class-4' } as const
/** The pictures of two networks, by how many features there are. */
const pictures = [null, 'curve', 'plane'] as const

/** What has come of the trainings so far. */
export function resultsTemplate(trial: TrialRun, look: Look, keep: (lane: Lane) => unknown) {
  const { session, setup } = trial
  const stale = staleWords(trial, session.state)
  return html`
    <div class="compare-results ${stale ? 'stale' : ''}">
      ${stale ? html`<p class="compare-stale" role="status">${stale}</p>` : nothing}
      <p class="compare-progress" role="status" aria-live=${trial.isRunning ? 'off' : 'polite'}>${progressWords(trial)}</p>
      ${trial.start ? html`<p class="hint">${text('startedFrom', { step: trial.startStep })}</p>` : nothing}
      ${trial.lanes.some(({ curves }) => hasLine(curves)) ? chartsTemplate(trial, look) : nothing}
      ${setup.kind === 'pair' ? picturesTemplate(session, trial) : nothing}
      ${trial.lanes.some(({ curves }) => curves.step.length) ? tableTemplate(trial, keep) : nothing}
    </div>`
}

const chartsTemplate = (trial: TrialRun, look: Look) =>
  trial.setup.kind === 'seeds' ? bandsTemplate(trial, look) : curvesTemplate(trial, look)

const chartTemplate = (chart: Chart, names: string) => html`
  <glassbox-plot class="compare-plot" role="img" aria-label=${text('chart', { names })} .drawing=${drawingOf(chart)}></glassbox-plot>`

const curveOf = ({ curves }: Lane, i: number): Curve => ({ mark: laneMark(i), colour: runColour(i + 1), curves })

function curvesTemplate(trial: TrialRun, { measure, isLog }: Look) {
  const curves = trial.lanes.map(curveOf)
  return html`
    ${chartTemplate({ curves, measure, isLog }, trial.lanes.map((lane) => laneName(trial, lane)).join(', '))}
    ${dashWords(measure)}`
}

/** What solid and dashed lines are. */
export const dashWords = (measure: Measure, hasPenalty = false) =>
  measure === 'both' || hasPenalty
    ? html`<p class="hint compare-dashes">${measure === 'testCost' ? nothing : html`<span>${text('keyTrain')}</span>`}
      ${measure === 'cost' ? nothing : html`<span>${text('keyTest')}</span>`}
      ${hasPenalty ? html`<span>${text('keyPenalty')}</span>` : nothing}</p>`
    : nothing

function bandsTemplate({ lanes }: TrialRun, { measure, spread, isLog, measures }: Look) {
  if (!measures) return nothing
  // of those under way the first alone is drawn: the median would be of other seeds at other steps
  const over = lanes.filter(({ isOver }) => isOver)
  const curves = (over.length ? over : lanes.slice(0, 1)).map(({ curves }) => curves)
  const names = (['cost', 'testCost'] as const).filter((name) => measure === 'both' || measure === name)
  const bands: Band[] = names.map((name) => bandOf(measures, curves, name, spread, bandColours[name]))
  const diverged = lanes.filter(({ hasDiverged }) => hasDiverged).length
  const kind = spread === 'quartiles' ? 'bandQuartiles' : 'bandRange'
  const words = text(curves.length === 1 ? 'bandOne' : kind, { count: curves.length })
  return html`
    ${chartTemplate({ curves: [], bands, measure, isLog }, words)}
    <p class="hint compare-dashes">${names.map(
      (name) => html`<span>${keyTemplate(bandColours[name], '')} ${text(name)}</span>`,
    )} <span>${words}</span></p>
    ${diverged ? html`<p class="hint">${text('bandWithout_other', { count: diverged })}</p>` : nothing}`
}

/** What both have learnt, side by side, where there are one or two features. */
function picturesTemplate(session: SessionLike, { lanes }: TrialRun) {
  const name = `glassbox-${pictures[session.data?.featureNames.length ?? 0] ?? ''}`
  if (!customElements.get(name) || !lanes.every(({ seen }) => seen)) return nothing
  return html`
    <div class="compare-pictures">${lanes.map((lane, i) => pictureTemplate(session, lane, name, i))}</div>
    <p class="hint">${text('hint', { step: lanes[0].seen?.frame.step ?? 0 })}</p>`
}

/** Each picture is made once for its lane, and shows whatever that has come to. */
const drawn: WeakMap<Lane, HTMLElement> = new WeakMap()

function pictureTemplate(session: SessionLike, lane: Lane, name: string, i: number) {
  const picture = drawn.get(lane) ?? document.createElement(name)
  if (!drawn.has(lane)) {
    Object.assign(picture, { session: laneSession(session, () => lane) })
    drawn.set(lane, picture)
  }
  ;(picture as HTMLElement & { requestUpdate?: () => void }).requestUpdate?.()
  return html`<figure>${picture}<figcaption>${keyTemplate(runColour(i + 1), laneMark(i))}</figcaption></figure>`
}

function tableTemplate(trial: TrialRun, keep: (lane: Lane) => unknown) {
  const { lanes, session, setup } = trial
  const isTested = Boolean(session.data?.test.X.shape[0])
  const hasClasses = Boolean(session.data?.classes.length)
  const names = ['cost', 'testCost', ...(hasClasses ? (['testAccuracy'] as const) : [])] as const
  const heads = { cost: 'lastCost', testCost: 'lastTest', testAccuracy: 'lastAccuracy' } as const
  const write = { cost: formatNumber, testCost: formatNumber, testAccuracy: formatShare }
  const last = ({ curves }: Lane, name: (typeof names)[number]) => curves[name].at(-1) ?? NaN
  const row = (lane: Lane, i: number) => {
    const name = laneName(trial, lane)
    return html`
      <tr>
        <th scope="row">${setup.kind === 'seeds' ? nothing : keyTemplate(runColour(i + 1), laneMark(i))} ${name}</th>
        <td>${lane.hasDiverged ? text('diverged', { step: lane.step }) : bestTemplate(lane.curves)}</td>
        ${names.map((each) => html`<td>${write[each](last(lane, each))}</td>`)}
        <td>${formatCount(lane.step)}</td><td>${timeWords(lane.milliseconds)}</td>
        <td><button type="button" class="link" aria-label=${text('keepLaneOf', { name })} ?hidden=${lane.step === 0 || trial.isRunning}
          @click=${() => keep(lane)}>${text('keepLane')}</button></td>
      </tr>`
  }
  const difference = () => html`
    <tr><th scope="row">${text('difference')}</th><td></td>
      ${names.map((each) => html`<td>${signed(write[each], last(lanes[1], each) - last(lanes[0], each))}</td>`)}
      <td></td><td></td><td></td></tr>`
  return html`
    <div class="table-box" ${scrolls(text('trialTable'))}>
      <table class="numbers compare-table">
        <caption class="spoken">${text('trialTable')}</caption>
        <thead><tr><th scope="col">${text('lane')}</th><th scope="col">${text(isTested ? 'best' : 'bestTrain')}</th>
          ${names.map((name) => html`<th scope="col">${text(heads[name])}</th>`)}
          <th scope="col">${text('steps')}</th><th scope="col">${text('time')}</th><td></td></tr></thead>
        <tbody>${lanes.map(row)}${setup.kind === 'pair' ? difference() : nothing}</tbody>
      </table>
    </div>`
}

const signed = (write: (value: number) => string, value: number) => (value > 0 ? '+' : '') + write(value)
