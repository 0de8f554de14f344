import { html } from 'lit'
import { texts } from '../../../text/text.js'
import { presses, setView, signButton } from '../../parts/buttons.js'
import { numberOf } from '../../parts/number.js'
import { parameterMenu } from '../../parts/parameter-menu/parameter-menu.js'
import { menu } from '../../parts/tables/tools.js'
import { costAt } from './cursor.js'
import { canZoom } from './range.js'
import { sentences } from './sentences.js'

/**
 * What the reader can do with the cost surface: choose the two parameters and whose cost it is, zoom, keep descending.
 *
 * @import { Parameter, SessionLike } from '../../../types.d.ts'
 * @import { Point, Range } from './range.js'
 * @import { Scene } from './plot.js'
 * @typedef {keyof typeof scopes} ScopeName
 * @typedef {{
 *   range: Range, at: Point, scope: ScopeName, isRelief: boolean, isFitted: boolean
 *   setScope: (scope: ScopeName) => void, setRelief: (isRelief: boolean) => void
 *   zoom: (direction: 1 | -1) => void, fit: () => void
 * }} Choices
 */
const text = texts(sentences)

/** Whose cost is drawn, as the details of a question. */
export const scopes = { all: {}, batch: { isBatch: true }, row: { isShown: true } }

/** @param {SessionLike} session @param {{ a: Parameter, b: Parameter }} pair @param {Choices} choices */
export function toolsTemplate(session, { a, b }, choices) {
  const { range, at, scope, isRelief, isFitted, setScope, setRelief, zoom, fit } = choices
  const options = Object.keys(scopes).map((name) => ({ name, label: text(/** @type {ScopeName} */ (name)) }))
  const choose = (/** @type {'parameter' | 'against'} */ name) => (/** @type {Parameter} */ chosen) => {
    // both, so that neither follows the other
    setView(session, 'parameter', name === 'parameter' ? chosen : a)
    setView(session, 'against', name === 'against' ? chosen : b)
  }
  return html`
    <p class="hint">${text('title')}</p>
    <div class="slope-menus">
      ${parameterMenu(session, { label: text('a'), parameter: a, other: b, choose: choose('parameter') })}
      ${parameterMenu(session, { label: text('b'), parameter: b, other: a, choose: choose('against') })}
    </div>
    <div class="pane-tools">
      ${menu(text('costOf'), scope, options, (name) => setScope(/** @type {ScopeName} */ (name)))}
      <span class="slope-zoom" role="group" aria-label=${text('zoom')}>
        ${signButton('−', text('zoomOut'), () => zoom(-1), !canZoom(range, -1, at))}
        ${signButton('+', text('zoomIn'), () => zoom(1), !canZoom(range, 1, at))}
        <button type="button" class="quiet" ${presses(fit, isFitted)}>${text('fit')}</button>
      </span>
      <button type="button" class="quiet" aria-pressed=${isRelief ? 'true' : 'false'}
        @click=${() => setRelief(!isRelief)}>${text('relief')}</button>
    </div>`
}

/**
 * Step and keep descending, under the picture.
 * @param {SessionLike} session @param {boolean} isWalking @param {() => unknown} toggle
 */
export const buttonsTemplate = (session, isWalking, toggle) => html`
  <button type="button" class="quiet" ${presses(() => session.run({ do: 'step' }), session.isRunning)}
    >${text('step')}</button>
  <button type="button" class="quiet" @click=${toggle}>${text(isWalking || session.isRunning ? 'pause' : 'play')}</button>`

/** What the cursor stands on. @param {SessionLike} session @param {Scene} scene */
export function cursorWords(session, { names, surface, cursor }) {
  if (!surface || !cursor) return text('cursorNone')
  const number = numberOf(session)
  return text('cursor', {
    ...names,
    valueA: number(cursor.a),
    valueB: number(cursor.b),
    cost: number(costAt(surface, cursor)),
  })
}
