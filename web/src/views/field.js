import { html, noChange, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { typedNumber } from '../text/read-number.js'
import { text } from '../text/text.js'
import { optionList } from './options.js'

/** @import { NumberLimit, SessionLike } from '../model/types.d.ts' */

/**
 * A labelled control bound to one path of the state: it shows the state's value and sends what the reader enters.
 * @typedef {{ path: string, label: string, about?: string }} Field
 * @typedef {{ name: string, label: string, formula?: string, description?: string }} Choice
 */

/**
 * A number typed by hand. What the session refuses stays in place beside its reason.
 * @param {SessionLike} session
 * @param {Field & { value: number, limit: NumberLimit, slider?: { maximum: number, step: number } }} field
 */
export function numberField(session, { path, label, about, value, limit, slider }) {
  const id = fieldId(path)
  const refusal = refusalAt(session, path)
  const send = (/** @type {Event} */ event) => {
    session.run({ do: 'set', path, value: typedNumber(/** @type {HTMLInputElement} */ (event.target).value) })
  }
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <div class="entry">
        ${
          slider
            ? html`<input type="range" aria-label=${label} min=${limit.minimum} max=${slider.maximum}
          step=${slider.step} .value=${live(String(value))} @change=${send}>`
            : nothing
        }
        <input id=${id} class="number" inputmode="decimal" autocomplete="off" aria-describedby="${id}-about"
          aria-invalid=${refusal ? 'true' : 'false'} .value=${refusal ? noChange : live(String(value))} @change=${send}>
      </div>
      ${hint(id, refusal, `${about ?? limit.description} (${limitText(limit)})`)}
    </div>`
}

/**
 * One of several options, with the formula and description of the one in force beneath.
 * @param {SessionLike} session
 * @param {Field & { value: string, options: Choice[] }} field
 */
export function choiceField(session, { path, label, about, value, options }) {
  const id = fieldId(path)
  const chosen = options.find((option) => option.name === value)
  const send = (/** @type {Event} */ event) => {
    session.run({ do: 'set', path, value: /** @type {HTMLSelectElement} */ (event.target).value })
  }
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} aria-describedby="${id}-about" @change=${send}>
        ${optionList(options, value)}
      </select>
      ${chosen?.formula ? html`<p class="formula">${chosen.formula}</p>` : nothing}
      ${hint(id, refusalAt(session, path), about ?? chosen?.description ?? '')}
    </div>`
}

/**
 * A yes or no.
 * @param {SessionLike} session
 * @param {Field & { value: boolean }} field
 */
export function switchField(session, { path, label, value }) {
  return html`
    <label class="switch">
      <input type="checkbox" .checked=${live(value)} @change=${(/** @type {Event} */ event) =>
        session.run({ do: 'set', path, value: /** @type {HTMLInputElement} */ (event.target).checked })}>
      <span>${label}</span>
    </label>`
}

/** The id of the control of a path. @param {string} path */
export const fieldId = (path) => `field-${path.replaceAll('.', '-')}`

/** @param {SessionLike} session @param {string} path */
function refusalAt({ notice }, path) {
  return notice?.kind === 'error' && notice.where === path ? notice.message : ''
}

/** @param {NumberLimit} limit */
const limitText = ({ minimum, maximum, exclusiveMinimum }) =>
  text(exclusiveMinimum ? 'field.above' : 'field.between', { minimum, maximum })

/** @param {string} id @param {string} refusal @param {string} about */
const hint = (id, refusal, about) => html`
  <p id="${id}-about" class="hint">${refusal ? html`<strong class="refusal">${refusal}</strong>` : about}</p>`
