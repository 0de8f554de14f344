import type { Parameter } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { Latest } from '../latest.ts'

/** `value`: what is no number is refused by the session, in words; `goesOn`: whether it continues the edit before it. */
interface Turn {
  session: SessionLike
  parameter: Parameter
  value: number | string
  goesOn: boolean
}

/** The line from a dial to the engine: every edit is sent, of one long edit, such as a drag, only the latest value. */
export class DialLine {
  onArrival: () => void
  /** The value on its way, null when it has arrived. */
  value: number | null = null
  #underWay = 0
  /** The edit that goes on; settled with whether it was taken. */
  #begun: Promise<boolean> = Promise.resolve(true)
  readonly #rest = new Latest<Turn>(
    (turn) => this.#run(turn),
    () => this.#begun,
  )

  constructor(onArrival: () => void) {
    this.onArrival = onArrival
  }

  /** @returns whether it was taken; of what goes on with an edit that is not told */
  async send(turn: Turn): Promise<boolean> {
    const { value, goesOn } = turn
    if (typeof value === 'number') this.value = value
    if (goesOn) this.#rest.want(turn)
    else this.#begun = this.#run(turn)
    return goesOn || this.#begun
  }

  async #run({ session, parameter, value, goesOn }: Turn): Promise<boolean> {
    this.#underWay++
    const command = { do: 'setParameter', parameter, value: value as number } as const
    const { ok: isDone } = await session.run(goesOn ? { ...command, goesOn } : command)
    this.#underWay--
    if (!isDone) this.#rest.forget()
    if (!this.#underWay && !this.#rest.isWaiting) this.value = null
    this.onArrival()
    return isDone
  }
}
