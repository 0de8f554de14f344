import { html, nothing } from 'lit'
import type { SessionLike } from '../../../session/session-like.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { marked } from '../../parts/term/marked.ts'
import { backwardContent } from './backward.ts'
import { type StepContext, text } from './context.ts'
import { costContent } from './cost.ts'
import type { Film } from './film.ts'
import { type Content, forwardContent, startContent } from './forward.ts'
import type { Reading } from './reading.ts'
import { startInEpoch } from './stops.ts'
import { sampleChooser, toolsTemplate } from './tools.ts'
import { type Drag, trackTemplate } from './track.ts'
import { updateContent } from './update.ts'

/** The whole panel: the track, what moves along it, and the moment that is reached. */

/** Along the film */
export interface Walk {
  film: Film
  position: number
  isPlaying: boolean
  reading: Reading
  drag: Drag
  seek: (position: number) => void
  take: () => void
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
  const { stop } = context.moment
  const { title, sentence, body } = contentOf(context)
  return html`
    <div class="step-panel" data-step=${session.frame?.step ?? 0} data-at=${stop.kind}>
      <p class="hint lead">${marked(text('lead', { step: (session.frame?.step ?? 0) + 1 }))}</p>
      ${trackTemplate(walk)}
      ${toolsTemplate(walk)}
      <div class="step-head">
        <h2>${title}</h2>
        ${stop.kind === 'update' ? nothing : sampleChooser(context, stop.kind === 'start')}
      </div>
      <p class="step-sentence">${marked(sentence)}</p>
      <div class="step-body">${body}</div>
    </div>`
}

function contentOf(context: StepContext): Content {
  const { frame, data } = context.session
  const { kind, layer } = context.moment.stop
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
