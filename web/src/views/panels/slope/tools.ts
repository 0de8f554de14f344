import { html } from 'lit'
import type { Parameter } from '../../../network/parameters.ts'
import { sampleOf } from '../../../network/rows.ts'
import type { Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { presses, setView, signButton } from '../../parts/buttons.ts'
import { numberOf } from '../../parts/number.ts'
import { parameterMenu } from '../../parts/parameter-menu/parameter-menu.ts'
import { menu } from '../../parts/tables/tools.ts'
import { marked } from '../../parts/term/marked.ts'
import { costAt } from './cursor.ts'
import type { Scene } from './plot.ts'
import { canZoom, type Range, zoomed } from './range.ts'
import { sentences } from './sentences.ts'

/**
 * What the reader can do with the cost surface: choose the two parameters and whose cost it is, zoom, keep descending.
 */

const scopes = ['all', 'batch', 'row'] as const

export type ScopeName = (typeof scopes)[number]

/** What the reader has chosen of the picture. */
export interface Choice {
  scope: ScopeName
  isRelief: boolean
  /** null = such that path and point are seen */
  range: Range | null
}

const text = texts(sentences)

/** Whose cost is drawn, as the details of a question. */
export function whichOf({ state }: SessionLike, scope: ScopeName): Which {
  if (scope === 'all') return {}
  return scope === 'batch' ? { isBatch: true } : sampleOf(state.view)
}

export function toolsTemplate(
  session: SessionLike,
  { a, b }: { a: Parameter; b: Parameter },
  chosen: Choice,
  choose: (change: Partial<Choice>) => void,
) {
  const options = scopes.map((name) => ({ name, label: text(name) }))
  const turnTo = (name: 'parameter' | 'against') => (chosen: Parameter) => {
    // both, so that neither follows the other
    setView(session, { parameter: a, against: b, [name]: chosen })
  }
  return html`
    <p class="hint">${marked(text('title'))}</p>
    <div class="slope-menus">
      ${parameterMenu(session, { label: text('a'), parameter: a, other: b, choose: turnTo('parameter') })}
      ${parameterMenu(session, { label: text('b'), parameter: b, other: a, choose: turnTo('against') })}
    </div>
    <div class="pane-tools">
      ${menu(text('costOf'), chosen.scope, options, (name) => choose({ scope: name as ScopeName }))}
    </div>`
}

/** How the landscape is looked at: stands beneath it, so that what a press does is in sight. */
export function lookTemplate({ range, at }: Scene, chosen: Choice, choose: (change: Partial<Choice>) => void) {
  const zoom = (sign: string, label: string, direction: 1 | -1) =>
    signButton(sign, label, () => choose({ range: zoomed(range, direction, at) }), !canZoom(range, direction, at))
  return html`
    <div class="pane-tools slope-look">
      <span class="slope-zoom" role="group" aria-label=${text('zoom')}>
        ${zoom('−', text('zoomOut'), -1)}
        ${zoom('+', text('zoomIn'), 1)}
        <button type="button" class="quiet" ${presses(() => choose({ range: null }), !chosen.range)}>${text('fit')}</button>
      </span>
      <button type="button" class="quiet" aria-pressed=${chosen.isRelief}
        @click=${() => choose({ isRelief: !chosen.isRelief })}>${text('relief')}</button>
    </div>`
}

/** Step and keep descending, under the picture. */
export const buttonsTemplate = (session: SessionLike, isWalking: boolean, toggle: () => unknown) => html`
  <button type="button" class="quiet" ${presses(() => session.run({ do: 'step' }), session.isRunning)}
    >${text('step')}</button>
  <button type="button" class="quiet" @click=${toggle}>${text(isWalking || session.isRunning ? 'pause' : 'play')}</button>`

/** What the cursor stands on. */
export function cursorWords(session: SessionLike, { names, surface, cursor }: Scene) {
  if (!surface || !cursor) return text('cursorNone')
  const number = numberOf(session)
  return text('cursor', {
    ...names,
    valueA: number(cursor.a),
    valueB: number(cursor.b),
    cost: number(costAt(surface, cursor)),
  })
}
