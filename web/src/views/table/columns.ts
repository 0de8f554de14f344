import { html, nothing } from 'lit'
import { type Choice, hasTwoKinds, type Role, usualKind } from '../../data/reading/choices.ts'
import { type ReadColumn, type Reading, shownRows } from '../../data/reading/reading.ts'
import { isUsable } from '../../data/reading/suggest.ts'
import { texts } from '../../text/text.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { histogram } from './histogram.ts'
import { sentences } from './sentences.ts'

/** The columns of a table one beneath the other: what each holds, and what it is used as. */

const text = texts(sentences)

type Choose = (column: number, change: Partial<Choice>) => void

/** @param shown so many of the columns */
export const columnsTemplate = (
  { columns, rows }: Reading,
  choices: readonly Choice[],
  shown: number,
  choose: Choose,
) => html`
  <h3 id="table-columns">${text('columnsTitle')}</h3>
  <table class="table-columns" aria-labelledby="table-columns">
    <thead><tr>
      <th scope="col">${text('name')}</th><th scope="col">${text('values')}</th><th scope="col">${text('role')}</th>
      <th scope="col">${text('kind')}</th><th scope="col">${text('missing')}</th>
      <th scope="col" class="table-first">${text('first')}</th>
    </tr></thead>
    <tbody>${columns.slice(0, shown).map((column, c) => rowTemplate(column, choices[c], Math.min(rows, shownRows), (change) => choose(c, change)))}</tbody>
  </table>`

function rowTemplate(column: ReadColumn, choice: Choice, count: number, choose: (change: Partial<Choice>) => void) {
  const { name, written } = column
  const unit = choice.as === 'category' ? '' : choice.unit
  return html`
    <tr class="role-${choice.role}">
      <th scope="row"><span class="table-name">${name}</span>${unit ? html` <span class="hint">${unit}</span>` : nothing}</th>
      <td class="table-values">${histogram(column)}</td>
      <td data-label=${text('role')}>${roleMenu(column, choice, choose)}</td>
      <td data-label=${text('kind')}>${kindMenu(column, choice, choose)}</td>
      <td class="table-missing" data-label=${text('missing')}>${missingMenu(column, choice, choose)}</td>
      <td class="table-first"><ul>${Array.from({ length: count }, (_, r) => html`<li>${written[r] || html`<em>${text('noValue')}</em>`}</li>`)}</ul></td>
    </tr>`
}

const menu = (
  label: string,
  options: { name: string; label: string }[],
  value: string,
  choose: (value: string) => void,
) => html`
  <select aria-label=${label} @change=${(event: Event) => choose(valueIn(event))}>${optionList(options, value)}</select>`

const roles = ['input', 'output', 'out'] as const

function roleMenu(column: ReadColumn, { role }: Choice, choose: (change: Partial<Choice>) => void) {
  if (!isUsable(column)) return html`<span class="hint">${text('out')}</span>`
  const options = roles.map((name) => ({ name, label: text(name) }))
  const send = (value: string) => choose({ role: value as Role, as: usualKind(column, value as Role) })
  return menu(text('roleOf', { name: column.name }), options, role, send)
}

/** Where only a person knows, nothing is chosen before they say. */
function kindMenu(column: ReadColumn, { as, role }: Choice, choose: (change: Partial<Choice>) => void) {
  if (role === 'out') return nothing
  if (!hasTwoKinds(column)) return html`<span class="hint">${text(as === 'category' ? 'category' : 'number')}</span>`
  const isTarget = role === 'output'
  const options = [
    ...(as === null ? [{ name: '', label: text('unsaid') }] : []),
    { name: 'number', label: text(isTarget ? 'amount' : 'number') },
    { name: 'category', label: text(isTarget ? 'classes' : 'category') },
  ]
  return menu(text('kindOf', { name: column.name }), options, as ?? '', (value) =>
    choose({ as: (value || null) as Choice['as'] }),
  )
}

function missingMenu(column: ReadColumn, { as, role, missing }: Choice, choose: (change: Partial<Choice>) => void) {
  if (role === 'out') return nothing
  const count = column.missing
  if (count === 0) return html`<span class="hint">${text('none')}</span>`
  const drop = text('drop_other', { count })
  if (role === 'output') return html`<span class="hint">${drop}</span>`
  const options = [
    { name: 'drop', label: drop },
    ...(as === 'category' ? [] : [{ name: 'mean', label: text('mean') }]),
    { name: 'column', label: text('ownColumn') },
  ]
  return menu(text('missingOf', { name: column.name }), options, missing, (value) =>
    choose({ missing: value as Choice['missing'] }),
  )
}
