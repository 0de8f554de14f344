import type { Parameter } from '../network/parameters.ts'
import type { Refusal } from '../network/refuse.ts'

/** Where an element has the link from that it begins with: the address, or its attribute `state`. */
export type Origin = 'link' | 'attribute'

/** What was refused, for the view that words it. */
export interface Refused extends Refusal {
  /** Where the value came from; `asked`: from a button or a menu. */
  from: Origin | 'typed' | 'state' | 'asked'
  /** The weight or bias it was meant for. */
  parameter?: Parameter
}

export interface Notice {
  kind: 'error' | 'info'
  /** For engineers where something was refused: `path: rule, got value`. */
  message: string
  /** State path of the control it belongs to, '' = the page. */
  where: string
  refused?: Refused
  /** What the reader can have done about it. */
  offer?: Offer
  /** What can be done besides. */
  others?: Offer[]
}

export interface Offer {
  label: string
  act: () => void
  /** The step that it goes on to meanwhile. */
  until?: number
}
