import { svg } from 'lit'
import type { FlatRows } from '../../network/rows.ts'
import type { Task } from '../../network/verdict.ts'

const width = 72
const height = 54
const margin = 4
/** A regression's values are drawn in this many shades. */
const shades = 5

/** Points of a data set as a small drawing: two features as a scatter, one feature against its value. */
export function thumbnail({ X, Y }: { X: FlatRows; Y: FlatRows }, task: Task) {
  const isCurve = X.shape[1] === 1
  const across = scale(column(X, 0), margin, width - margin)
  const up = scale(isCurve ? column(Y, 0) : column(X, 1), height - margin, margin)
  const paths: string[] = []
  groups(Y, task, isCurve).forEach((group, i) => {
    paths[group] = `${paths[group] ?? ''}M${across[i].toFixed(1)} ${up[i].toFixed(1)}h0`
  })
  return svg`${paths.map((d, group) => svg`<path class="dots of-${task}-${group}" d=${d}/>`)}`
}

/** The group of each row: its class, or its shade. */
function groups(Y: FlatRows, task: string, isCurve: boolean) {
  const [rows, columns] = Y.shape
  if (isCurve) return Array.from({ length: rows }, () => 0)
  if (task === 'regression') return scale(column(Y, 0), 0, shades - 1).map(Math.round)
  if (columns === 1) return column(Y, 0).map((value) => (value > 0.5 ? 1 : 0))
  return Array.from({ length: rows }, (_, r) => Y.data.subarray(r * columns, (r + 1) * columns).indexOf(1))
}

const column = ({ data, shape: [rows, columns] }: FlatRows, c: number) =>
  Array.from({ length: rows }, (_, r) => data[r * columns + c])

function scale(values: number[], from: number, to: number) {
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  return values.map((value) => from + ((value - low) / span) * (to - from))
}
