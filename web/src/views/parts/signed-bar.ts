import { html } from 'lit'
import { styleMap } from './style-map.ts'

/**
 * A table cell with a value as a bar from the middle, to the left where it is negative. The number stands beside it.
 * @param most the size that fills half the cell
 */
export function signedBar(value: number, most: number) {
  const half = most > 0 ? Math.min(50, (Math.abs(value) / most) * 50) || 0 : 0
  const style = { width: `${half}%`, left: `${value < 0 ? 50 - half : 50}%` }
  return html`<td class="signed-bar" aria-hidden="true"><span class=${value < 0 ? 'hollow' : ''}
    style=${styleMap(style)}></span></td>`
}
