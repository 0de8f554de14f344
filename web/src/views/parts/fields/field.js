import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { text } from '../../../text/text.js'
import { boundsOf, noticeWords } from '../refusal/words.js'
import { optionList } from './options.js'

/**
 * @import { NumberLimit, SessionLike } from '../../../types.d.ts'
 * @import { Entries } from './entries.js'
 */

/**
 * A labelled control bound to one path of the state: it shows the state's value and sends what the reader enters.
 * @typedef {{ path: string, label: string, about?: string }} Field
 * @typedef {{ name: string, label: string, formula?: string, description?: string }} Choice
 */

/**
 * A number typed by hand. What is refused stays in place beside its reason.
 * @param {Entries} entries
 * @param {Field & { value: number, limit: NumberLimit, slider?: { maximum: number, step: number } }} field
 */
export function numberField(entries, { path, label, about, value, limit, slider }) {
  const { session } = entries
  const id = fieldId(path)
  const send = (/** @type {number} */ number) => session.run({ do: 'set', path, value: number })
  const drag = (/** @type {Event} */ { target }) => send(Number(/** @type {HTMLInputElement} */ (target).value))
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <div class="entry">
        ${
          slider
            ? html`<input type="range" aria-label=${label} min=${limit.minimum} max=${slider.maximum}
          step=${slider.step} .value=${live(String(value))} @change=${drag}>`
            : nothing
        }
        ${entries.number({ key: path, id, name: label, about: `${id}-about`, value, limit, send })}
      </div>
      ${hint(id, entries.sentence(path) || refusalAt(session, path), `${about ?? limit.description} (${limitText(limit)})`)}
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
function refusalAt(session, path) {
  const { notice } = session
  return notice?.kind === 'error' && notice.where === path ? noticeWords(session, notice) : ''
}

/** @param {NumberLimit} limit */
const limitText = (limit) => text(limit.exclusiveMinimum ? 'field.above' : 'field.between', boundsOf(limit))

/** @param {string} id @param {string} refusal @param {string} about */
const hint = (id, refusal, about) => html`
  <p id="${id}-about" class="hint">${refusal ? html`<strong class="refusal">${refusal}</strong>` : about}</p>`
