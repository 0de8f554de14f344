/** @import { SessionLike } from '../model/types.d.ts' */

/**
 * The entry of the data in use, a generator of the catalogue or a shipped table.
 * @param {SessionLike} session
 * @returns {{ name: string, label: string, description: string }}
 */
export function dataOption({ catalog, tables, state }) {
  const { name } = state.data
  return [...catalog.datasets, ...tables].find((option) => option.name === name) ?? { name, label: name, description: '' }
}
