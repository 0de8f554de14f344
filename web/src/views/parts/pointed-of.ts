import type { Pointed } from '../../network/pointed.ts'

/**
 * The neuron, weight or bias that a button or a row stands for, by its data-layer, data-unit, data-row, data-column.
 */
export function pointedOf(element: Element): Pointed {
  const [layer, unit, row, column] = ['layer', 'unit', 'row', 'column'].map((name) =>
    element.getAttribute(`data-${name}`),
  )
  if (unit !== null) return { layer: Number(layer), unit: Number(unit) }
  const at = { layer: Number(layer), row: Number(row) }
  return column === 'bias' ? { ...at, bias: true } : { ...at, column: Number(column) }
}
