import type { Parameter } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'

/** The line from a dial to the engine: every edit is sent, of one long edit, such as a drag, only the latest value. */
export class DialLine {
  onArrival: () => void
  /** The value on its way, null when it has arrived. */
  value: number | null = null
  #underWay = 0
  #waiting: number | null = null

  constructor(onArrival: () => void) {
    this.onArrival = onArrival
  }

  /**
   * @param value what is no number is refused by the session, in words
   * @param goesOn whether it continues the edit before it
   * @returns whether it was taken
   */
  async send(session: SessionLike, parameter: Parameter, value: number | string, goesOn: boolean): Promise<boolean> {
    if (typeof value === 'number') this.value = value
    if (goesOn && this.#underWay) {
      this.#waiting = Number(value)
      return true
    }
    this.#underWay++
    const command = { do: 'setParameter', parameter, value: value as number } as const
    const { ok: isDone } = await session.run(goesOn ? { ...command, goesOn } : command)
    this.#underWay--
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting !== null && isDone) return this.send(session, parameter, waiting, true)
    if (!this.#underWay) this.value = null
    this.onArrival()
    return isDone
  }
}
