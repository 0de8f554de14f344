import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { NumberLimit } from '../../../engine/catalog.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { settings } from '../../../text/options/settings.ts'
import { texts } from '../../../text/text.ts'
import { isTicked, valueIn } from '../control.ts'
import { boundsOf, noticeWords } from '../refusal/words.ts'
import type { Entries } from './entries.ts'
import { optionList } from './options.ts'
import { fieldWords } from './sentences.ts'

const text = texts(fieldWords)

/** A labelled control bound to one path of the state: it shows the state's value and sends what the reader enters. */

interface Field {
  path: string
  label: string
  about?: string
}

interface Choice {
  name: string
  label: string
  formula?: string
  description?: string
}

/** A number typed by hand. What is refused stays in place beside its reason. */
export function numberField(
  entries: Entries,
  {
    path,
    label,
    about,
    value,
    limit,
    slider,
  }: Field & { value: number; limit: NumberLimit; slider?: { maximum: number; step: number } },
) {
  const { session } = entries
  const id = fieldId(path)
  const send = (number: number) => session.run({ do: 'set', changes: { [path]: number } })
  const drag = (event: Event) => send(Number(valueIn(event)))
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
      ${hint(id, entries.sentence(path) || refusalAt(session, path), text('explained', { about: about ?? settings(settingOf(path)), limits: limitText(limit) }))}
    </div>`
}

/**
 * One of several options, with the formula and description of the one in force beneath.
 * @param formula as a template; else that of the option's own words, if it has one
 */
export function choiceField(
  session: SessionLike,
  { path, label, about, value, options, formula }: Field & { value: string; options: Choice[]; formula?: unknown },
) {
  const id = fieldId(path)
  const chosen = options.find((option) => option.name === value)
  const send = (event: Event) => {
    session.run({ do: 'set', changes: { [path]: valueIn(event) } })
  }
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} aria-describedby="${id}-about" @change=${send}>
        ${optionList(options, value)}
      </select>
      ${formula ?? (chosen?.formula ? html`<p class="formula">${chosen.formula}</p>` : nothing)}
      ${hint(id, refusalAt(session, path), about ?? chosen?.description ?? '')}
    </div>`
}

/** A yes or no. */
export function switchField(session: SessionLike, { path, label, value }: Field & { value: boolean }) {
  return html`
    <label class="switch">
      <input type="checkbox" data-path=${path} .checked=${live(value)} @change=${(event: Event) =>
        session.run({ do: 'set', changes: { [path]: isTicked(event) } })}>
      <span>${label}</span>
    </label>`
}

const settingOf = (path: string) => path.slice(path.lastIndexOf('.') + 1) as Parameters<typeof settings>[0]

/** The id of the control of a path. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`

function refusalAt(session: SessionLike, path: string) {
  const { notice } = session
  return notice?.kind === 'error' && notice.where === path ? noticeWords(session, notice) : ''
}

const limitText = (limit: NumberLimit) => text(limit.exclusiveMinimum ? 'above' : 'between', boundsOf(limit))

const hint = (id: string, refusal: string, about: string) => html`
  <p id="${id}-about" class="hint">${refusal ? html`<strong class="refusal">${refusal}</strong>` : about}</p>`
