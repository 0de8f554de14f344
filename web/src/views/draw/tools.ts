import { html, nothing } from 'lit'
import { texts } from '../../text/text.ts'
import { signButton } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import type { Entries } from '../parts/fields/entries.ts'
import { optionList } from '../parts/fields/options.ts'
import { markPath } from '../plot/colour.ts'
import { classColour } from '../plot/marks.ts'
import type { Classes } from './classes.ts'
import { sentences } from './sentences.ts'

/** What stands beside the plane while points are drawn on it. */

const text = texts(sentences)

/** Classes that can be told apart in a picture. */
export const mostClasses = 10

/** One of a few, as buttons side by side. */
export const choiceTemplate = <Name extends string>(
  name: string,
  label: string,
  options: { name: Name; label: string; about?: string }[],
  chosen: Name,
  choose: (name: Name) => unknown,
) => html`
  <div class="scope" role="radiogroup" aria-label=${label}>${options.map(
    (option) => html`
    <label title=${option.about ?? nothing}><input type="radio" name=${name} .checked=${option.name === chosen}
      @change=${() => choose(option.name)}><span>${option.label}</span></label>`,
  )}</div>`

/** The classes by their marks, a way to one more, and one without that which is chosen. */
export const classesTemplate = (
  classes: Classes,
  isInUse: boolean,
  on: { choose: (level: number) => void; add: () => void; remove: () => void },
) => {
  const { names, chosen } = classes
  return html`
  <div class="draw-classes"><div role="radiogroup" aria-label=${text('class')}>${names.map(
    (name, k) => html`
    <label title=${name}><input type="radio" name="draw-class" .checked=${k === chosen} @change=${() => on.choose(k)}>
      <svg viewBox="-7 -7 14 14" aria-hidden="true"><path class=${classColour(k)} d=${markPath(k, 4.6)}></path></svg>
      <span>${name}</span></label>`,
  )}</div>${signButton('+', text('addClass'), on.add, names.length >= mostClasses)}
    ${signButton('−', text('removeClass', { name: names[chosen] }), on.remove, !classes.canGo(isInUse))}</div>`
}

/** The name of the class that is chosen. */
export const nameTemplate = (entries: Entries, { names, chosen }: Classes, rename: (name: string) => unknown) => html`
  <div class="number-entry">
    <label>${text('className')} ${entries.words({
      key: `class-${chosen}`,
      value: names[chosen],
      label: text('className'),
      send: rename,
    })}</label>
  </div>`

/** The values of what is added. @param values typed ones are put there */
export const valuesTemplate = (entries: Entries, outputs: string[], values: number[]) => html`
  <div class="number-entry">${outputs.map(
    (output, k) => html`
    <label>${text('value', { name: output })} ${entries.number({
      key: `value-${k}`,
      name: text('value', { name: output }),
      value: values[k] ?? 0,
      isLive: true,
      send: (value) => {
        values[k] = value
      },
    })}</label>`,
  )}</div>`

export const brushTemplate = (
  { count, spread }: { count: number; spread: number },
  change: (brush: { count?: number; spread?: number }) => void,
) => html`
  <div class="draw-brush">
    <label class="menu"><select @change=${(event: Event) => change({ count: Number(valueIn(event)) })}>${optionList(
      [2, 5, 10, 20, 50].map((number) => ({ name: String(number), label: String(number) })),
      String(count),
    )}</select> ${text('count')}</label>
    <label>${text('spread')} <input type="range" min="4" max="80" .value=${String(spread)}
      @input=${(event: Event) => change({ spread: Number(valueIn(event)) })}></label>
  </div>`

/** A point by its numbers. */
export const coordinatesTemplate = (
  entries: Entries,
  columns: { name: string; value: number }[],
  on: { put: (column: number, value: number) => void; add: () => void },
) => html`
  <div class="number-entry" role="group" aria-label=${text('coordinates')}>${columns.map(
    ({ name, value }, c) => html`
    <label>${name} ${entries.number({
      key: `coordinate-${c}`,
      name,
      value,
      isLive: true,
      send: (number) => on.put(c, number),
    })}</label>`,
  )}
    <button type="button" class="quiet" @click=${on.add}>${text('add')}</button></div>`
