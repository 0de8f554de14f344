/**
 * Rows of the data, as views read them.
 * @typedef {'train' | 'test'} SetName
 */

/** The numbers of one row of a flat table. @param {import('../model/types.d.ts').FlatRows} rows @param {number} row */
export const rowOf = ({ data, shape: [, columns] }, row) => data.subarray(row * columns, (row + 1) * columns)

/**
 * The sets whose points are shown, in the order of painting.
 * @param {import('../model/types.d.ts').ViewState} view
 * @returns {SetName[]}
 */
export const shownSets = ({ showTest }) => (showTest ? ['test', 'train'] : ['train'])
