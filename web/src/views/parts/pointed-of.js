/**
 * The neuron, weight or bias that a button or a row stands for, by its data-layer, data-unit, data-row, data-column.
 *
 * @import { Pointed } from '../../types.d.ts'
 * @param {Element} element
 * @returns {Pointed}
 */
export function pointedOf(element) {
  const { layer, unit, row, column } = /** @type {HTMLElement} */ (element).dataset
  if (unit !== undefined) return { layer: Number(layer), unit: Number(unit) }
  const at = { layer: Number(layer), row: Number(row) }
  return column === 'bias' ? { ...at, bias: true } : { ...at, column: Number(column) }
}
