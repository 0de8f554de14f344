import type { Change } from '../../session/announcer.ts'

/** What has changed for a view that has not looked yet. */
export const everyChange: ReadonlySet<Change> = new Set([
  'edit',
  'state',
  'opened',
  'data',
  'frame',
  'history',
  'running',
  'notice',
  'pointed',
  'overlay',
  'edits',
])
