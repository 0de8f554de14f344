import { html, nothing } from 'lit'
import { pace } from '../../parts/auto-play.js'
import { presses, signButton } from '../../parts/buttons.js'
import { menu } from '../../parts/tables/tools.js'
import { text } from './context.js'
import { stepByOf } from './stops.js'

/**
 * What moves through a step: back, play, on, how fast, how much a step takes in, and which row is followed.
 *
 * @import { SessionLike } from '../../../types.d.ts'
 * @import { StepContext } from './context.js'
 * @import { Walk } from './page.js'
 * @import { Speed } from '../../parts/auto-play.js'
 */

/** The batch size to go back to, remembered as long as the session. @type {WeakMap<SessionLike, number>} */
const ownSizes = new WeakMap()
const usualSize = 10

/** @param {SessionLike} session */
function ownSizeOf(session) {
  const { batchSize } = session.state.training
  if (stepByOf(batchSize) === 'batch') ownSizes.set(session, batchSize)
  return ownSizes.get(session) ?? usualSize
}

/** @param {Walk} walk @param {SessionLike} session */
export const toolsTemplate = (walk, session) => html`
  <div class="pane-tools step-tools">
    ${movesTemplate(walk)}
    ${menu(text('speed'), walk.play.speed, speeds(), (speed) => {
      walk.play.speed = /** @type {Speed} */ (speed)
    })}
    ${stepByMenu(session)}
  </div>`

/** @param {Walk} walk */
function movesTemplate({ stops, at, play, go, goOn, toggle }) {
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

const speeds = () => /** @type {Speed[]} */ (Object.keys(pace)).map((name) => ({ name, label: text(name) }))

/** How much a step takes in. @param {SessionLike} session */
function stepByMenu(session) {
  const own = ownSizeOf(session)
  const sizes = { sample: 1, batch: own, epoch: 0 }
  const ways = /** @type {(keyof typeof sizes)[]} */ (Object.keys(sizes)).map((name) => ({
    name,
    label: name === 'batch' ? text('batch_other', { count: own }) : text(name),
  }))
  const now = stepByOf(session.state.training.batchSize)
  return html`
    <div class="step-by">
      ${menu(text('stepBy'), now, ways, (way) =>
        session.run({ do: 'set', path: 'training.batchSize', value: sizes[/** @type {keyof typeof sizes} */ (way)] }),
      )}
      <small>${now === 'batch' ? text('batchBy_other', { count: own }) : text(`${now}By`)}</small>
    </div>`
}

/**
 * Which row of the batch is followed; before the first phase also a way to show it in the network.
 * @param {StepContext} context
 * @param {boolean} isBefore
 */
export function sampleChooser({ session, next: { rows }, sample, follow }, isBefore) {
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
