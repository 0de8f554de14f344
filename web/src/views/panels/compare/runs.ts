import { html, nothing } from 'lit'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { about } from '../../parts/about.ts'
import { presses } from '../../parts/buttons.ts'
import type { Entries } from '../../parts/fields/entries.ts'
import { type KeptRun, keptOf, wayTo } from '../../parts/kept-runs.ts'
import { styleMap } from '../../parts/style-map.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { runColour } from './curves.ts'
import { isComparable, leftRuns, sinceOf } from './kept.ts'
import { sentences } from './sentences.ts'
import { bestWords, differsWords, timeWords } from './words.ts'

const text = texts(sentences)

/** Runs that were left are offered, so many at a time. */
const mostOffered = 4

/** What can be done with runs. */
export interface RunDeeds {
  keepLeft: (run: KeptRun['of']) => unknown
  load: (run: KeptRun) => unknown
  remove: (run: KeptRun) => unknown
  rename: (run: KeptRun, name: string) => unknown
}

/** The colour and the mark of a curve. */
export const keyTemplate = (colour: string, mark: string) => html`
  <span class="compare-key" aria-hidden="true" style=${styleMap({ '--run': `var(--${colour})` })}>${mark}</span>`

/** The best cost, and when it was reached. */
export function bestTemplate(...curves: Parameters<typeof bestWords>) {
  const [cost, step] = bestWords(...curves)
  return html`${cost} <span class="compare-small">${step}</span>`
}

/** The runs that were left by going back, each with a button that keeps it. */
export function leftTemplate(session: SessionLike, deeds: RunDeeds) {
  const runs = leftRuns(session).slice(0, mostOffered)
  if (runs.length === 0) return nothing
  return html`<p class="compare-left">${text('left')} ${runs.map(
    (run) => html`
    <button type="button" class="link" @click=${() => deeds.keepLeft(run)}>${text('leftRun_other', { count: run.end })}</button>`,
  )}</p>`
}

/** The present run and those kept: what differs, how good they were, how long they took. */
export function runsTable(session: SessionLike, entries: Entries, milliseconds: number, deeds: RunDeeds) {
  const { history, frame, data, log } = session
  const { runs } = keptOf(session)
  const isTested = Boolean(data?.test.X.shape[0])
  return html`
    <div class="table-box" ${scrolls(text('tableName'))}>
      <table class="numbers compare-table">
        <caption class="spoken">${text('tableName')}</caption>
        <thead><tr>
          <th scope="col">${text('name')}</th>
          <th scope="col">${text(isTested ? 'best' : 'bestTrain')}</th><th scope="col">${text('steps')}</th>
          <th scope="col">${text('time')}</th><td></td>
        </tr></thead>
        <tbody>
          <tr aria-current="true">
            <th scope="row">${keyTemplate('cost', text('presentMark'))} ${text('present')}</th>
            <td>${bestTemplate(history, sinceOf(log.present.run, log.present.edits))}</td><td>${formatCount(frame?.step ?? 0)}</td><td>${timeWords(milliseconds)}</td><td></td>
          </tr>
          ${runs.map((run) => rowTemplate(session, run, entries, deeds))}
        </tbody>
      </table>
    </div>`
}

function rowTemplate(session: SessionLike, run: KeptRun, entries: Entries, deeds: RunDeeds) {
  const { number, name } = run
  const isThere = wayTo(session, run) !== null
  const label = text('nameOf', { number })
  const send = (written: string) => deeds.rename(run, written)
  return html`
    <tr>
      <th scope="row">${keyTemplate(runColour(number), String(number))}
        ${entries.words({ key: `run${number}`, value: name, label, send })}
        <span class="compare-small">${differsWords(session.state, run.state)}</span>
        ${isComparable(session.state, run.state) ? nothing : html`<span class="compare-small compare-other">${text('incomparable')}</span>`}</th>
      <td>${bestTemplate(run.curves, run.since)}</td><td>${formatCount(run.steps)}</td><td>${timeWords(run.milliseconds)}</td>
      <td class="compare-deeds">
        <button type="button" class="link" aria-label=${text('loadOf', { name })} ${about(isThere ? '' : text('loadNone'))}
          ${presses(() => deeds.load(run), !isThere)}>${text('load')}</button>
        <button type="button" class="link" aria-label=${text('removeOf', { name })}
          @click=${() => deeds.remove(run)}>${text('remove')}</button></td>
    </tr>`
}
