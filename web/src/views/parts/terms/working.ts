import { html, nothing } from 'lit'
import type { Explained } from '../../../quantities/explained.ts'
import { operandsAt } from '../../../quantities/leaves.ts'
import { quantityText } from '../../../quantities/names.ts'
import { equationTemplate, lettersTemplate } from './equation.ts'
import { roundedNote } from './rounded.ts'

/** What an equation of its own is shown of, before that of what is made of it. */
const inner = ['costSlope', 'slope'] as const

/**
 * How a neuron's delta comes about, one equation after the other: the slopes that it is made of, then delta itself.
 * @param isMean of a batch, for whose means the formulas do not hold: letters alone
 */
export function workingTemplate(explained: Explained, isMean = false) {
  const { network, name, at } = explained
  const operands = operandsAt(network, name, at)
  const lines = [...inner.filter((each) => operands.includes(each)), name].map((each) => ({ ...explained, name: each }))
  return html`
    <dl class="working-lines">${lines.map(
      (each) => html`
      <dt>${quantityText(each.name)}</dt><dd>${isMean ? lettersTemplate(each) : equationTemplate(each)}</dd>`,
    )}</dl>
    ${isMean ? nothing : roundedNote(...lines)}`
}
