/** The keys on the cells of a matrix: arrows lead from cell to cell, digits begin a number. */

/** @type {Record<string, [rows: number, columns: number]>} */
const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }

/** Whether a key begins a number that is typed. @param {KeyboardEvent} event */
export const isNumberKey = ({ key, ctrlKey, metaKey, altKey }) =>
  !ctrlKey && !metaKey && !altKey && /^[\d.,+−-]$/.test(key)

/**
 * Leads to the next cell, which Tab then comes back to: a matrix is one stop.
 * @param {HTMLTableCellElement} cell
 * @param {string} key
 * @returns {boolean} whether the key is an arrow
 */
export function moveFrom(cell, key) {
  if (!(key in moves)) return false
  const [rows, columns] = moves[key]
  const row = /** @type {HTMLTableRowElement} */ (cell.parentElement)
  const body = /** @type {HTMLTableSectionElement} */ (row.parentElement)
  const next = body.rows[row.sectionRowIndex + rows]?.cells[cell.cellIndex + columns]
  if (!next?.hasAttribute('tabindex')) return true
  for (const stop of body.querySelectorAll('td[tabindex="0"]')) stop.setAttribute('tabindex', '-1')
  next.setAttribute('tabindex', '0')
  next.focus()
  return true
}
