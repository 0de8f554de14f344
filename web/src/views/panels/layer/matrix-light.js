/**
 * Which cells of a layer's matrices are lit by what is pointed at: the very number, and softly what it meets.
 *
 * @import { Pointed } from '../../../types.d.ts'
 * @typedef {'W' | 'X' | 'Bias' | 'Z' | 'A'} MatrixName
 */

/**
 * @param {Pointed | null} pointed
 * @param {number} layer whose matrices they are
 * @param {MatrixName} matrix
 * @param {number} row
 * @param {number} column
 * @returns {'' | 'lit' | 'soft'}
 */
export function lightOf(pointed, layer, matrix, row, column) {
  if (!pointed) return ''
  if ('row' in pointed) return pointed.layer === layer ? byParameter(pointed, matrix, row, column) : ''
  if (pointed.layer === layer && pointed.unit === row) {
    return {
      W: /** @type {const} */ ('soft'),
      Bias: /** @type {const} */ ('soft'),
      Z: /** @type {const} */ ('lit'),
      A: /** @type {const} */ ('lit'),
      X: /** @type {const} */ (''),
    }[matrix]
  }
  if (pointed.layer !== layer - 1) return ''
  if (matrix === 'X' && row === pointed.unit) return 'lit'
  return matrix === 'W' && column === pointed.unit ? 'soft' : ''
}

/**
 * @param {import('../../../types.d.ts').Parameter} parameter
 * @param {MatrixName} matrix
 * @param {number} row
 * @param {number} column
 */
function byParameter(parameter, matrix, row, column) {
  if (matrix === 'Z') return row === parameter.row ? 'soft' : ''
  if ('bias' in parameter) return matrix === 'Bias' && row === parameter.row ? 'lit' : ''
  if (matrix === 'W') return row === parameter.row && column === parameter.column ? 'lit' : ''
  return matrix === 'X' && row === parameter.column ? 'soft' : ''
}
