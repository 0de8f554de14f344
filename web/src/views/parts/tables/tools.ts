import { html } from 'lit'
import { texts } from '../../../text/text.ts'
import { valueIn } from '../control.ts'
import { optionList } from '../fields/options.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** A small menu above a table. */
export const menu = (
  label: string,
  value: string,
  options: { name: string; label: string }[],
  choose: (chosen: string) => void,
) => html`
  <label class="menu">${label} <select
    @change=${(event: Event) => choose(valueIn(event))}
    >${optionList(options, value)}</select></label>`

/** Training set or test set. */
export const setOptions = () => [
  { name: 'train', label: text('train') },
  { name: 'test', label: text('test') },
]
