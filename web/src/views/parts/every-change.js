/** @import { Change } from '../../types.d.ts' */

/**
 * What has changed for a view that has not looked yet.
 * @type {ReadonlySet<Change>}
 */
export const everyChange = new Set([
  'edit',
  'state',
  'data',
  'frame',
  'history',
  'running',
  'notice',
  'pointed',
  'overlay',
  'edits',
])
