import { dequal as isEqual } from 'dequal/lite'
import type { Pointed } from '../../network/pointed.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Reference } from '../../state/written/references.ts'
import { isThere } from './readings.ts'

/** Lights what words stand for, in every figure of their network, while they are pointed at or have the focus. */
export class Pointing {
  readonly #session: () => SessionLike | null
  #own: Pointed | null = null

  constructor(session: () => SessionLike | null) {
    this.#session = session
  }

  at(reference: Reference) {
    const session = this.#session()
    this.#own = session && isThere(session, reference) ? pointedBy(reference) : null
    if (this.#own) session?.run({ do: 'point', at: this.#own })
  }

  end = () => {
    const session = this.#session()
    if (session && this.#own && isEqual(session.pointed, this.#own)) session.run({ do: 'point', at: null })
    this.#own = null
  }
}

function pointedBy(reference: Reference): Pointed | null {
  if ('measure' in reference) return null
  return 'parameter' in reference ? reference.parameter : reference.neuron
}
