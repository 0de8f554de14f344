import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { DecimalMark, Layout, ReadOptions } from '../../data/reading/reading.ts'
import { texts } from '../../text/text.ts'
import { isTicked, valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { sentences } from './sentences.ts'

/** How a text was taken apart, to be set right where it was not meant so. */

const text = texts(sentences)

const delimiters = () => [
  { name: '\t', label: text('tab') },
  { name: ';', label: text('semicolon') },
  { name: ',', label: text('comma') },
  { name: '|', label: text('bar') },
  { name: ' ', label: text('spaces') },
]

const marks = () => [
  { name: '.', label: text('point') },
  { name: ',', label: text('decimalComma') },
]

export function layoutTemplate({ delimiter, hasHeader, decimal }: Layout, set: (options: ReadOptions) => void) {
  if (!delimiter) return nothing
  return html`
    <div class="table-layout">
      <label><span>${text('delimiter')}</span><select @change=${(event: Event) => set({ delimiter: valueIn(event) })}
        >${optionList(delimiters(), delimiter)}</select></label>
      <label><span>${text('decimal')}</span><select @change=${(event: Event) => set({ decimal: valueIn(event) as DecimalMark })}
        >${optionList(marks(), decimal)}</select></label>
      <label class="switch"><input type="checkbox" .checked=${live(hasHeader)} @change=${(event: Event) =>
        set({ hasHeader: isTicked(event) })}><span>${text('header')}</span></label>
    </div>`
}
