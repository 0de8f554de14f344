import { html, nothing } from 'lit'
import { neuronName } from '../../../network/names.ts'
import { formatCount, formatNumber } from '../../../text/numbers.ts'
import { setView } from '../../parts/buttons.ts'
import { marked } from '../../parts/term/marked.ts'
import { type InsideContext, nameOf, text } from './context.ts'
import type { Warning } from './warnings.ts'

/** Warnings in words, each with the lesson it teaches and the neurons it is about. */

const mostNamed = 8

export const warningList = (context: InsideContext, warnings: Warning[]) => html`
  <h2>${text('warnings')}</h2>
  ${
    warnings.length
      ? html`<ul class="inside-warnings">${warnings.map((warning, i) => warningTemplate(context, warning, warnings[i - 1]?.kind !== warning.kind))}</ul>`
      : html`<p>${text('fine')}</p>`
  }`

/** @param isFirst of its kind: then it tells the lesson */
function warningTemplate(context: InsideContext, warning: Warning, isFirst: boolean) {
  const { session } = context
  const { kind, layer, units } = warning
  const named = units.slice(0, mostNamed)
  return html`
    <li data-kind=${kind}>
      <p><strong>${marked(sentenceOf(context, warning))}</strong> ${isFirst ? text(lessonOf(kind)) : nothing}</p>
      ${named.map((unit) => {
        const name = neuronName(session, layer, unit)
        return html`<button type="button" class="quiet" aria-label=${text('select', { name })}
          @click=${() => setView(session, { selected: { layer, unit } })}>${name}</button> `
      })}
      ${units.length > mostNamed ? text('more', { count: formatCount(units.length - mostNamed) }) : nothing}
    </li>`
}

function sentenceOf(context: InsideContext, { kind, layer, units, value, step }: Warning) {
  const { write } = context
  const last = context.frame.layers.length - 1
  return text(kind, {
    layer: nameOf(context, layer),
    first: nameOf(context, 0),
    last: nameOf(context, last),
    units: text('neurons_other', { count: units.length }),
    cost: write(value),
    ratio: formatNumber(value, 2),
    step,
  })
}

const lessonOf = (kind: Warning['kind']) => (kind === 'stuck' ? 'plateauLesson' : (`${kind}Lesson` as const))
