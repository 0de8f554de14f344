/** What was taken down of each layer while the panel was open. */
export interface Moments {
  step: number[]
  /** [layer][moment] */
  norms: number[][]
  ratios: number[][]
}

/** More than this are thinned to every second one. */
const most = 400

export class OverTime {
  moments: Moments = empty()
  /** Of the data and the network it is about. */
  #of = ''

  /** Takes a moment down; what came after it, or is of another network, is forgotten. */
  add(of: string, step: number, norms: number[], ratios: number[]): void {
    if (of !== this.#of) this.moments = empty()
    this.#of = of
    const kept = this.moments.step.filter((other) => other < step).length
    this.#keep((_, i) => i < kept)
    if (kept >= most) this.#keep((_, i) => i % 2 === 0)
    this.moments.step.push(step)
    norms.forEach((norm, l) => {
      ;(this.moments.norms[l] ??= []).push(norm)
      ;(this.moments.ratios[l] ??= []).push(ratios[l])
    })
  }

  #keep(which: (value: number, i: number) => boolean): void {
    const { step, norms, ratios } = this.moments
    this.moments = {
      step: step.filter(which),
      norms: norms.map((list) => list.filter(which)),
      ratios: ratios.map((list) => list.filter(which)),
    }
  }
}

const empty = (): Moments => ({ step: [], norms: [], ratios: [] })
