import type { Parameter } from '../../../network/parameters.ts'
import type { Pointed } from '../../../network/pointed.ts'

/** Which cells of a layer's matrices are lit by what is pointed at: the very number, and softly what it meets. */

export type MatrixName = 'W' | 'X' | 'Bias' | 'Z' | 'A'

/** @param layer whose matrices they are */
export function lightOf(
  pointed: Pointed | null,
  layer: number,
  matrix: MatrixName,
  row: number,
  column: number,
): '' | 'lit' | 'soft' {
  if (!pointed) return ''
  if ('row' in pointed) return pointed.layer === layer ? byParameter(pointed, matrix, row, column) : ''
  if (pointed.layer === layer && pointed.unit === row) {
    return {
      W: 'soft' as const,
      Bias: 'soft' as const,
      Z: 'lit' as const,
      A: 'lit' as const,
      X: '' as const,
    }[matrix]
  }
  if (pointed.layer !== layer - 1) return ''
  if (matrix === 'X' && row === pointed.unit) return 'lit'
  return matrix === 'W' && column === pointed.unit ? 'soft' : ''
}

function byParameter(parameter: Parameter, matrix: MatrixName, row: number, column: number) {
  if (matrix === 'Z') return row === parameter.row ? 'soft' : ''
  if ('bias' in parameter) return matrix === 'Bias' && row === parameter.row ? 'lit' : ''
  if (matrix === 'W') return row === parameter.row && column === parameter.column ? 'lit' : ''
  return matrix === 'X' && row === parameter.column ? 'soft' : ''
}
