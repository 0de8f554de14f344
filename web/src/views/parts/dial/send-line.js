/** @import { Parameter, SessionLike } from '../../../types.d.ts' */

/** The line from a dial to the engine: every edit is sent, of one long edit, such as a drag, only the latest value. */
export class DialLine {
  /** The value on its way, null when it has arrived. @type {number | null} */
  value = null
  #underWay = 0
  /** @type {number | null} */
  #waiting = null

  /** @param {() => void} onArrival */
  constructor(onArrival) {
    this.onArrival = onArrival
  }

  /**
   * @param {SessionLike} session
   * @param {Parameter} parameter
   * @param {number | string} value what is no number is refused by the session, in words
   * @param {boolean} goesOn whether it continues the edit before it
   * @returns {Promise<boolean>} whether it was taken
   */
  async send(session, parameter, value, goesOn) {
    if (typeof value === 'number') this.value = value
    if (goesOn && this.#underWay) {
      this.#waiting = Number(value)
      return true
    }
    this.#underWay++
    const command = /** @type {const} */ ({ do: 'setParameter', parameter, value: /** @type {number} */ (value) })
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
