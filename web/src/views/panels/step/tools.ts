import { html, nothing } from 'lit'
import type { SessionLike } from '../../../session/session-like.ts'
import { pace, type Speed } from '../../parts/auto-play.ts'
import { presses, signButton } from '../../parts/buttons.ts'
import { menu } from '../../parts/tables/tools.ts'
import { type StepContext, text } from './context.ts'
import { endsOf, nextOf, previousOf } from './film.ts'
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

export const toolsTemplate = (walk: Walk) => html`
  <div class="pane-tools step-tools">
    ${movesTemplate(walk)}
    ${menu(text('speed'), walk.reading.speed, speeds(), (speed) => {
      walk.reading.speed = speed as Speed
    })}
    <button type="button" class="step-on ${walk.position === walk.film.length ? 'primary' : 'quiet'}" @click=${walk.take}
      >${text('take')}</button>
  </div>`

function movesTemplate({ film, position, isPlaying, seek, toggle }: Walk) {
  const ends = endsOf(film)
  return html`
    <div class="step-moves" role="group" aria-label=${text('film')}>
      ${signButton('‹', text('previous'), () => seek(previousOf(ends, position)), position <= 0)}
      <button type="button" class="quiet play-film ${isPlaying ? 'playing' : ''}" aria-label=${text(isPlaying ? 'hold' : 'play')}
        title=${text(isPlaying ? 'hold' : 'play')} @click=${toggle}>${isPlaying ? '❚❚' : '▶'}</button>
      ${signButton('›', text('next'), () => seek(nextOf(ends, position)), position === film.length)}
    </div>`
}

const speeds = () => (Object.keys(pace) as Speed[]).map((name) => ({ name, label: text(name) }))

/** How much a step takes in. */
export function stepByMenu(session: SessionLike) {
  const own = ownSizeOf(session)
  const sizes = { sample: 1, batch: own, epoch: 0 }
  const ways = (Object.keys(sizes) as (keyof typeof sizes)[]).map((name) => ({
    name,
    label: name === 'batch' ? text('batch', { count: String(own) }) : text(name),
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
