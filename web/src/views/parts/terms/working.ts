import { html } from 'lit'
import type { Explained } from '../../../quantities/explained.ts'
import { operandsAt } from '../../../quantities/leaves.ts'
import { quantityText } from '../../../quantities/names.ts'
import { equationTemplate, lettersTemplate } from './equation.ts'

/** How a neuron's delta comes about, one equation after the other. */

/** What an equation of its own is shown of, before that of what is made of it. */
const inner = ['costSlope', 'slope'] as const

/** The slopes that it is made of, then itself. */
export function workingOf(explained: Explained): Explained[] {
  const { network, name, at } = explained
  const operands = operandsAt(network, name, at)
  return [...inner.filter((each) => operands.includes(each)), name].map((each) => ({ ...explained, name: each }))
}

/**
 * A roundedNote() belongs beneath.
 * @param isMean of a batch, for whose means the formulas do not hold: letters alone
 */
export const workingTemplate = (lines: Explained[], isMean = false) => html`
  <dl class="working-lines">${lines.map(
    (line) => html`
    <dt>${quantityText(line.name)}</dt><dd>${isMean ? lettersTemplate(line) : equationTemplate(line)}</dd>`,
  )}</dl>`
