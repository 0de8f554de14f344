import { html, nothing } from 'lit'
import type { NumberLimit } from '../../../engine/catalog.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { activations } from '../../../text/options/activations.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { texts } from '../../../text/text.ts'
import type { Entries } from '../../parts/fields/entries.ts'
import { settingLabels } from '../../parts/fields/sentences.ts'
import { numberWords } from '../../parts/refusal/words.ts'
import { menu } from '../../parts/tables/tools.ts'
import type { Spread } from './curves.ts'
import { sentences } from './sentences.ts'
import { type Changeable, changeable, type Kind, type Rates, type Setup, suggestedFor } from './setups.ts'

const text = texts(sentences)
const labels = texts(settingLabels)

export const kinds: readonly Kind[] = ['seeds', 'race', 'pair']
const whole = { integer: true, exclusiveMinimum: false }
const limits = {
  until: { minimum: 1, maximum: 100_000, ...whole },
  seeds: { minimum: 2, maximum: 20, ...whole },
}

/** What the reader has chosen; `spread` is how the results are drawn, `to` null: what one would try first. */
export type Chosen = Omit<Setup, 'to'> & { spread: Spread; to: Setup['to'] | null }

type Change = (change: Partial<Chosen>) => void

/** The fields of what is to be trained beside the present run. */
export function fieldsTemplate(session: SessionLike, entries: Entries, chosen: Chosen, change: Change) {
  const { kind } = chosen
  const own = { seeds: seedFields, race: raceFields, pair: pairFields }[kind]
  return html`
    <div class="scope compare-kinds" role="radiogroup" aria-label=${text('kind')}>${kinds.map(
      (name) => html`
      <label><input type="radio" name="compare-kind" value=${name} .checked=${name === kind}
        @change=${() => change({ kind: name })}><span>${text(name)}</span></label>`,
    )}</div>
    <p class="hint">${text(`${kind}About`)}</p>
    <div class="pane-tools compare-fields">
      ${own(session, entries, chosen, change)}
      ${numberTemplate(entries, 'until', text('until'), chosen.until, limits.until, (until) => change({ until }))}
      ${kind === 'seeds' ? nothing : fromMenu(chosen, change)}
    </div>
    ${entries.sentences.map((sentence) => html`<p class="hint"><strong class="refusal">${sentence}</strong></p>`)}`
}

const fromMenu = ({ isFromHere }: Chosen, change: Change) =>
  menu(
    text('from'),
    isFromHere ? 'here' : 'start',
    [
      { name: 'start', label: text('fromStart') },
      { name: 'here', label: text('fromHere') },
    ],
    (name) => change({ isFromHere: name === 'here' }),
  )

function seedFields(_: SessionLike, entries: Entries, { seeds, spread }: Chosen, change: Change) {
  const spreads = (['quartiles', 'range'] as const).map((name) => ({ name, label: text(name) }))
  return html`
    ${numberTemplate(entries, 'seeds', text('seedCount'), seeds, limits.seeds, (count) => change({ seeds: count }))}
    ${menu(text('spread'), spread, spreads, (name) => change({ spread: name as Spread }))}`
}

function raceFields({ state }: SessionLike, _: Entries, { rates }: Chosen, change: Change) {
  const options = [
    { name: 'present', label: text('ratesPresent', { rate: state.training.learningRate }) },
    { name: 'usual', label: text('ratesUsual') },
    { name: 'both', label: text('ratesBoth') },
  ]
  return menu(text('rates'), rates, options, (name) => change({ rates: name as Rates }))
}

function pairFields(session: SessionLike, entries: Entries, { changes, to }: Chosen, change: Change) {
  const { state, catalog } = session
  const settings = changeable.map((name) => ({ name, label: settingLabel(name) }))
  const choose = (name: string) => {
    const setting = name as Changeable
    entries.forget('to')
    change({ changes: setting, to: null })
  }
  return html`
    ${menu(text('setting'), changes, settings, choose)}
    ${valueTemplate(session, entries, changes, to ?? suggestedFor(changes, state, catalog), (value) => change({ to: value }))}`
}

const settingLabel = (name: Changeable) => (name === 'activation' ? text('activation') : labels(name))

function valueTemplate(
  { catalog, state }: SessionLike,
  entries: Entries,
  setting: Changeable,
  to: number | string,
  send: (value: number | string) => void,
) {
  if (setting === 'optimizer' || setting === 'activation') {
    const [options, words] =
      setting === 'optimizer' ? [catalog.optimizers, optimizers] : [catalog.activations, activations]
    const named = options.map(({ name }) => ({ name, label: words.label(name) }))
    return menu(text('to'), String(to), named, send)
  }
  const now = setting === 'seed' ? state.network.seed : state.training[setting]
  const field = numberTemplate(entries, `to.${setting}`, text('to'), Number(to), catalog.limits[setting], send)
  return html`${field}<span class="compare-now">${text('isNow', { value: String(now) })}</span>`
}

const numberTemplate = (
  entries: Entries,
  key: string,
  label: string,
  value: number,
  limit: NumberLimit,
  send: (value: number) => void,
) =>
  html`<label class="menu number-entry">${label} ${entries.number({
    key,
    id: `compare-${key.replace('.', '-')}`,
    name: label,
    value,
    limit,
    send: (number) => {
      const { minimum, maximum, exclusiveMinimum, integer } = limit
      const isAllowed = number <= maximum && (exclusiveMinimum ? number > minimum : number >= minimum)
      if (!isAllowed || (integer && !Number.isInteger(number))) return numberWords(label, String(number), { limit })
      send(number)
      return true
    },
  })}</label>`
