/**
 * What changed since a view last looked.
 * 'edit': something was edited, by whomever and with whatever effect.
 * 'opened': of the state no more than which tab is open, or which place in the film of a step.
 */
export type Change =
  | 'edit'
  | 'state'
  | 'opened'
  | 'data'
  | 'frame'
  | 'history'
  | 'running'
  | 'notice'
  | 'pointed'
  | 'overlay'
  | 'edits'

/** What a session fires under the name 'change', at most once a microtask. */
export interface ChangeEvent extends Event {
  readonly changes: ReadonlySet<Change>
}

/** Fires one plain Event 'change' with `changes` for all that changed in a turn. */
export class Announcer extends EventTarget {
  #changes: Set<Change> = new Set()

  announce(changes: Iterable<Change>) {
    for (const change of changes) {
      if (this.#changes.size === 0) queueMicrotask(this.#tell)
      this.#changes.add(change)
    }
  }

  #tell = () => {
    const changes = new Set(this.#changes)
    this.#changes.clear()
    this.dispatchEvent(Object.assign(new Event('change'), { changes }))
  }
}
