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
import { costAt } from './cursor.ts'
import type { Scene } from './plot.ts'
import { canZoom, type Point, type Range } from './range.ts'
import { sentences } from './sentences.ts'

/**
 * What the reader can do with the cost surface: choose the two parameters and whose cost it is, zoom, keep descending.
 */

const scopes = ['all', 'batch', 'row'] as const

export type ScopeName = (typeof scopes)[number]

export interface Choices {
  range: Range
  at: Point
  scope: ScopeName
  isRelief: boolean
  isFitted: boolean
  setScope: (scope: ScopeName) => void
  setRelief: (isRelief: boolean) => void
  zoom: (direction: 1 | -1) => void
  fit: () => void
}

const text = texts(sentences)

/** Whose cost is drawn, as the details of a question. */
export function whichOf({ state }: SessionLike, scope: ScopeName): Which {
  if (scope === 'all') return {}
  return scope === 'batch' ? { isBatch: true } : sampleOf(state.view)
}

export function toolsTemplate(session: SessionLike, { a, b }: { a: Parameter; b: Parameter }, choices: Choices) {
  const { range, at, scope, isRelief, isFitted, setScope, setRelief, zoom, fit } = choices
  const options = scopes.map((name) => ({ name, label: text(name) }))
  const choose = (name: 'parameter' | 'against') => (chosen: Parameter) => {
    // both, so that neither follows the other
    setView(session, { parameter: a, against: b, [name]: chosen })
  }
  return html`
    <p class="hint">${text('title')}</p>
    <div class="slope-menus">
      ${parameterMenu(session, { label: text('a'), parameter: a, other: b, choose: choose('parameter') })}
      ${parameterMenu(session, { label: text('b'), parameter: b, other: a, choose: choose('against') })}
    </div>
    <div class="pane-tools">
      ${menu(text('costOf'), scope, options, (name) => setScope(name as ScopeName))}
      <span class="slope-zoom" role="group" aria-label=${text('zoom')}>
        ${signButton('−', text('zoomOut'), () => zoom(-1), !canZoom(range, -1, at))}
        ${signButton('+', text('zoomIn'), () => zoom(1), !canZoom(range, 1, at))}
        <button type="button" class="quiet" ${presses(fit, isFitted)}>${text('fit')}</button>
      </span>
      <button type="button" class="quiet" aria-pressed=${isRelief ? 'true' : 'false'}
        @click=${() => setRelief(!isRelief)}>${text('relief')}</button>
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
