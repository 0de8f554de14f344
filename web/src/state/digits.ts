/**
 * The version of the engine's digits, which a link carries beside its number of steps: raised whenever the same settings
 * come to train other digits than before. tests/web/digits.test.mjs tells when that is.
 */
export const digits = 2
