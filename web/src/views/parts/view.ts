import type { Change } from '../../session/announcer.ts'

/** What every view is: built once in its place, told what changed at most once a frame, silent otherwise. */
export interface View {
  update(changes: ReadonlySet<Change>): void
  dispose?(): void
}
