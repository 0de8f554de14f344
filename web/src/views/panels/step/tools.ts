import { html, nothing } from 'lit'
import type { SessionLike } from '../../../session/session-like.ts'
import { pace, type Speed } from '../../parts/auto-play.ts'
import { presses, signButton } from '../../parts/buttons.ts'
import { menu } from '../../parts/tables/tools.ts'
import { type StepContext, text } from './context.ts'
import type { Walk } from './page.ts'
import { stepByOf } from './stops.ts'

/** What moves through a step: back, play, on, how fast, how much a step takes in, and which row is followed. */

/** The batch size to go back to, remembered as long as the session. */
const ownSizes: WeakMap<SessionLike, number> = new WeakMap()
const usualSize = 10

function ownSizeOf(session: SessionLike) {
  const { batchSize } = session.state.training
  if (stepByOf(batchSize) === 'batch') ownSizes.set(session, batchSize)
  return ownSizes.get(session) ?? usualSize
}

export const toolsTemplate = (walk: Walk, session: SessionLike) => html`
  <div class="pane-tools step-tools">
    ${movesTemplate(walk)}
    ${menu(text('speed'), walk.reading.speed, speeds(), (speed) => {
      walk.reading.speed = speed as Speed
    })}
    ${stepByMenu(session)}
  </div>`

function movesTemplate({ stops, at, play, go, goOn, toggle }: Walk) {
  const isLast = at === stops.length - 1
  return html`
    <div class="step-moves" role="group" aria-label=${text('bar')}>
      <button type="button" class="quiet" ${presses(() => go(at - 1), at === 0)}
        ><span aria-hidden="true">‹ </span>${text('previous')}</button>
      <button type="button" class="quiet ${play.isPlaying ? 'playing' : ''}" @click=${toggle}
        ><span aria-hidden="true">${play.isPlaying ? '❚❚' : '▶'} </span>${text(play.isPlaying ? 'hold' : 'play')}</button>
      <button type="button" class="primary step-on" @click=${goOn}
        >${text(isLast ? 'take' : 'next')}<span aria-hidden="true"> ${isLast ? '✓' : '›'}</span></button>
    </div>`
}

const speeds = () => (Object.keys(pace) as Speed[]).map((name) => ({ name, label: text(name) }))

/** How much a step takes in. */
function stepByMenu(session: SessionLike) {
  const own = ownSizeOf(session)
  const sizes = { sample: 1, batch: own, epoch: 0 }
  const ways = (Object.keys(sizes) as (keyof typeof sizes)[]).map((name) => ({
    name,
    label: name === 'batch' ? text('batch_other', { count: own }) : text(name),
  }))
  const now = stepByOf(session.state.training.batchSize)
  return html`
    <div class="step-by">
      ${menu(text('stepBy'), now, ways, (way) =>
        session.run({ do: 'set', changes: { 'training.batchSize': sizes[way as keyof typeof sizes] } }),
      )}
      <small>${now === 'batch' ? text('batchBy_other', { count: own }) : text(`${now}By`)}</small>
    </div>`
}

/** Which row of the batch is followed; before the first phase also a way to show it in the network. */
export function sampleChooser({ session, next: { rows }, sample, follow }: StepContext, isBefore: boolean) {
  const row = rows[sample]
  const { view } = session.state
  return html`
    <div class="step-follow">
      <div class="row-chooser">
        ${signButton('‹', text('previousRow'), () => follow(sample - 1), sample === 0)}
        <span>${text('batchRow', { index: sample + 1, count: rows.length })}
          <small>${text('trainingRow', { row: row + 1 })}</small></span>
        ${signButton('›', text('nextRow'), () => follow(sample + 1), sample === rows.length - 1)}
      </div>
      ${
        isBefore
          ? html`<button type="button" class="link"
        ${presses(() => follow(sample), view.row === row && !view.own && view.scope === 'row')}
        >${text('show')}</button>`
          : nothing
      }
    </div>`
}
