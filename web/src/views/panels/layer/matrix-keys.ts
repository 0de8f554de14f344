/** The keys on the cells of a matrix: arrows lead from cell to cell, digits begin a number. */

const moves: Record<string, [rows: number, columns: number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** Whether a key begins a number that is typed. */
export const isNumberKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && /^[\d.,+−-]$/.test(key)

/**
 * Leads to the next cell, which Tab then comes back to: a matrix is one stop.
 * @returns whether the key is an arrow
 */
export function moveFrom(cell: HTMLTableCellElement, key: string): boolean {
  if (!(key in moves)) return false
  const [rows, columns] = moves[key]
  const [row, body] = [cell.closest('tr'), cell.closest('tbody')]
  const next = row && body?.rows[row.sectionRowIndex + rows]?.cells[cell.cellIndex + columns]
  if (!body || !next?.hasAttribute('tabindex')) return true
  for (const stop of body.querySelectorAll('td[tabindex="0"]')) stop.setAttribute('tabindex', '-1')
  next.setAttribute('tabindex', '0')
  next.focus()
  return true
}
