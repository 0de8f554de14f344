import type { DataInfo } from '../../../data/prepare.ts'
import { layerName } from '../../../network/names.ts'
import type { Frame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import type { LayerNumbers } from './numbers.ts'
import { sentences } from './sentences.ts'

/** What the parts of the panel are drawn from. */

export const text = texts(sentences)

export interface InsideContext {
  session: SessionLike
  data: DataInfo
  frame: Frame
  layers: LayerNumbers[]
  write: (value: number) => string
}

/** What a layer is called. */
export const nameOf = ({ frame }: Pick<InsideContext, 'frame'>, layer: number) => layerName(layer, frame.layers.length)
