import { html, nothing } from 'lit'
import { divergedTemplate } from '../../parts/diverged/diverged.js'
import { backwardContent } from './backward.js'
import { barTemplate } from './bar.js'
import { text } from './context.js'
import { costContent } from './cost.js'
import { forwardContent, startContent } from './forward.js'
import { startInEpoch } from './stops.js'
import { sampleChooser, toolsTemplate } from './tools.js'
import { updateContent } from './update.js'

/**
 * The whole panel: the stage bar, what moves along it, and the stop that is reached.
 *
 * @import { SessionLike } from '../../../types.d.ts'
 * @import { Content } from './forward.js'
 * @import { StepContext } from './context.js'
 * @import { AutoPlay } from '../../parts/auto-play.js'
 * @import { Stop } from './stops.js'
 * @typedef {{
 *   stops: Stop[], at: number, play: AutoPlay
 *   go: (to: number) => void, goOn: () => void, toggle: () => void
 * }} Walk along the stops
 */

export const waitingTemplate = () => html`<p class="hint step-waiting" tabindex="-1">${text('waiting')}</p>`

/**
 * Before another page is drawn: the box stays as high as it is, up to a screenful or to what holds the window where it
 * is scrolled to.
 * @param {HTMLElement} box
 */
export function keepHeight(box) {
  const { top, height } = box.getBoundingClientRect()
  box.style.minBlockSize = `${Math.min(height, innerHeight - Math.min(0, top))}px`
}

/** While it trains, or when there is no next step. @param {SessionLike} session */
export function closedTemplate(session) {
  if (!session.frame) return nothing
  const pause = () => session.run({ do: 'pause' })
  const running = html`
      <p>${text('running')}</p>
      <button type="button" class="primary" @click=${pause}>${text('pause')}</button>`
  return html`<div class="step-closed">${session.isRunning ? running : divergedTemplate(session)}</div>`
}

/** @param {StepContext} context @param {Walk} walk */
export function openTemplate(context, walk) {
  const { session } = context
  const { stops, at } = walk
  const { title, sentence, body } = contentOf(context, stops[at])
  return html`
    <div class="step-panel" data-step=${session.frame?.step ?? 0}>
      <p class="hint">${text('lead', { step: (session.frame?.step ?? 0) + 1 })}</p>
      ${barTemplate({ ...walk, layers: session.state.network.layers.length })}
      ${toolsTemplate(walk, session)}
      <div class="step-head">
        <h2>${title}</h2>
        ${stops[at].kind === 'update' ? nothing : sampleChooser(context, stops[at].kind === 'start')}
      </div>
      <p class="step-sentence">${sentence}</p>
      <div class="step-body">${body}</div>
    </div>`
}

/** @param {StepContext} context @param {Stop} stop @returns {Content} */
function contentOf(context, { kind, layer }) {
  const { frame, data } = context.session
  switch (kind) {
    case 'start':
      return startContent(context, startInEpoch(frame?.epoch ?? 0, data?.train.X.shape[0] ?? 1))
    case 'forward':
      return forwardContent(context, layer)
    case 'cost':
      return costContent(context)
    case 'backward':
      return backwardContent(context, layer)
    default:
      return updateContent(context)
  }
}
