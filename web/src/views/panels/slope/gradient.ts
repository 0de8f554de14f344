import { html, nothing } from 'lit'
import { layerName } from '../../../network/names.ts'
import { parameterAt } from '../../../network/parameter-order.ts'
import { type At, atOf, parameterOf } from '../../../quantities/at.ts'
import { plainSymbol } from '../../../quantities/plain.ts'
import type { PlannedStep } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { formula, letters } from '../../parts/maths/maths.ts'
import { numberOf } from '../../parts/number.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { menu } from '../../parts/tables/tools.ts'
import { ranked } from '../../parts/terms/ranked.ts'
import { sentences } from './sentences.ts'

/** The gradient as one column vector: a number for each weight and bias, in their order or the largest first. */

const text = texts(sentences)
const pageLength = 12

export type GradientOrder = 'inOrder' | 'largest'

export interface GradientPage {
  order: GradientOrder
  first: number
}

/** @param whole in the order of the parameters; null while it is not known */
export function gradientTemplate(
  session: SessionLike,
  whole: Pick<PlannedStep, 'gradient' | 'gradientNorm'> | null,
  page: GradientPage,
  choose: (change: Partial<GradientPage>) => void,
) {
  const layers = session.frame?.layers
  if (!whole || !layers) return nothing
  const { gradient, gradientNorm } = whole
  const number = numberOf(session)
  const { length: count } = gradient
  const first = firstOf({ first: page.first, count, length: pageLength })
  const order = page.order === 'largest' ? ranked(gradient).map(({ index }) => index) : null
  const shown = Array.from({ length: Math.min(pageLength, count - first) }, (_, i) => order?.[first + i] ?? first + i)
  const orders = (['inOrder', 'largest'] as const).map((name) => ({ name, label: text(name) }))
  return html`
    <h2>${text('gradientTitle')}</h2>
    <p class="hint">${text('gradientAbout_other', { count })}</p>
    <p>${text('gradientLength')} <b data-value="gradient-length">${number(gradientNorm)}</b></p>
    <div class="pane-tools">
      ${menu(text('gradientOrder'), page.order, orders, (order) => choose({ order: order as GradientOrder, first: 0 }))}
      ${
        count > pageLength
          ? pager(
              { first, count, length: pageLength },
              { earlier: text('gradientEarlier'), later: text('gradientLater') },
              (first) => choose({ first }),
            )
          : nothing
      }
    </div>
    <table class="gradient-vector">
      <caption class="spoken">${text('gradientTitle')}</caption>
      <thead class="spoken"><tr><th scope="col">${text('gradientPart')}</th><th scope="col">${text('gradientValue')}</th></tr></thead>
      <tbody>${shown.map((index) => partTemplate(session, atOf(parameterAt(layers, index)), number(gradient[index]), index))}</tbody>
    </table>`
}

function partTemplate({ state, pointed }: SessionLike, at: At, value: string, index: number) {
  const leaf = { kind: 'quantity', name: 'gradient', at } as const
  const { layers } = state.network
  const { length } = layers
  const lettering = { layers, memory: [] }
  return html`
    <tr data-index=${index} ${standsFor(pointed, parameterOf(at))}>
      <th scope="row">${formula(letters(leaf, lettering), plainSymbol(leaf, lettering))}${
        length > 1 ? html` <small>${layerName(at.layer, length)}</small>` : nothing
      }</th>
      <td>${value}</td>
    </tr>`
}
