import { html, nothing } from 'lit'
import type { SessionLike } from '../../../session/session-like.ts'
import type { AutoPlay } from '../../parts/auto-play.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { backwardContent } from './backward.ts'
import { barTemplate } from './bar.ts'
import { type StepContext, text } from './context.ts'
import { costContent } from './cost.ts'
import { type Content, forwardContent, startContent } from './forward.ts'
import type { Reading } from './reading.ts'
import { type Stop, startInEpoch } from './stops.ts'
import { sampleChooser, toolsTemplate } from './tools.ts'
import { updateContent } from './update.ts'

/** The whole panel: the stage bar, what moves along it, and the stop that is reached. */

/** Along the stops */
export interface Walk {
  stops: Stop[]
  at: number
  play: AutoPlay
  reading: Reading
  go: (to: number) => void
  goOn: () => void
  toggle: () => void
}

export const waitingTemplate = () => html`<p class="hint step-waiting" tabindex="-1">${text('waiting')}</p>`

/**
 * Before another page is drawn: the box stays as high as it is, up to a screenful or to what holds the window where it
 * is scrolled to.
 */
export function keepHeight(box: HTMLElement) {
  const { top, height } = box.getBoundingClientRect()
  box.style.minBlockSize = `${Math.min(height, innerHeight - Math.min(0, top))}px`
}

/** While it trains, or when there is no next step. */
export function closedTemplate(session: SessionLike) {
  if (!session.frame) return nothing
  const pause = () => session.run({ do: 'pause' })
  const running = html`
      <p>${text('running')}</p>
      <button type="button" class="primary" @click=${pause}>${text('pause')}</button>`
  return html`<div class="step-closed">${session.isRunning ? running : divergedTemplate(session)}</div>`
}

export function openTemplate(context: StepContext, walk: Walk) {
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

function contentOf(context: StepContext, { kind, layer }: Stop): Content {
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
