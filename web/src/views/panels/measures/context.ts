import type { DataInfo } from '../../../data/prepare.ts'
import type { Measures } from '../../../measures/measures.ts'
import type { SetName } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatShare } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { sentences as setNames } from '../../parts/tables/sentences.ts'
import { sentences } from './sentences.ts'

/** What the parts of the panel are drawn from. */

export const text = texts(sentences)
export const setName = texts(setNames)

/** What the reader has chosen here. */
export interface Chosen {
  set: SetName
  threshold: number
  /** Of the table of classes. */
  cell: { actual: number; predicted: number } | null
  /** The first row listed. */
  first: number
  /** Which of several targets. */
  output: number
}

export interface MeasuresContext {
  session: SessionLike
  data: DataInfo
  measures: Measures
  /** Flat, one row a sample. */
  outputs: Record<SetName, Float64Array>
  /** Those that have rows. */
  sets: SetName[]
  chosen: Chosen
  choose: (chosen: Partial<Chosen>) => void
  write: (value: number) => string
}

/** The unit of the target that is looked at; '' has none. */
export const unitOf = ({ data, chosen }: Pick<MeasuresContext, 'data' | 'chosen'>) => data.outputUnits[chosen.output]

/** '87.5%', '–' where it is not defined. */
export const share = (value: number) => (Number.isNaN(value) ? '–' : formatShare(value))
