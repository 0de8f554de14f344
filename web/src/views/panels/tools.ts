import { html, nothing } from 'lit'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { setView } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Significant digits to choose from: easy reading, a calculator's, all that a double holds. */
const digits = [3, 4, 6, 9, 12, 15]

/** The tools that panels have in common: whose numbers, how many digits. */
export function commonTemplate(session: SessionLike, hasScope: boolean) {
  const { scope, digits: chosen } = session.state.view
  const option = (name: 'row' | 'batch') => html`
    <label title=${text(`${name}About`)}><input type="radio" name="scope" value=${name} .checked=${scope === name}
      @change=${() => setView(session, { scope: name })}><span>${text(name)}</span></label>`
  const choose = (event: Event) => setView(session, { digits: Number(valueIn(event)) })
  const offered = digits.includes(chosen) ? digits : [chosen, ...digits]
  return html`
    ${
      hasScope
        ? html`<div class="scope" role="radiogroup" aria-label=${text('scope')}>
      ${option('row')}${option('batch')}</div>`
        : nothing
    }
    <label class="menu digits"><span>${text('digits')}</span> <select @change=${choose}>${optionList(
      offered.map((count) => ({ name: String(count), label: String(count) })),
      String(chosen),
    )}</select></label>`
}
