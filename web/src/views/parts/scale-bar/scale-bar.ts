import { html, nothing, type TemplateResult } from 'lit'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/**
 * Beside a map, what its colours mean in numbers.
 * @param low what the colour at the one end stands for, in words
 * @param kind how strong the colours are: those of a `map`, a `plane` of predictions, `shades` beneath numbers, the
 *   `whole`, or `heights` in grey
 */
export const scaleBar = (low: string, high: string, kind: string, of = ''): TemplateResult => html`
  <span class="scale ${kind}" role="img" aria-label=${text('scale', { low, high, of })}>${
    of ? html`<span class="scale-of" title=${of}>${of}</span>` : nothing
  }<span>${low}</span><span class="scale-bar"></span><span>${high}</span></span>`
