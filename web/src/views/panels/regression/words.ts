import type { DataInfo } from '../../../data/prepare.ts'
import { targetName } from '../../../network/names.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { numberOf } from '../../parts/number.ts'
import { type Beta, bySize } from './betas.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What the largest beta says. */
export function largestSentence(session: SessionLike, data: DataInfo, betas: Beta[]) {
  const write = numberOf(session)
  const { beta, perUnit, odds, feature } = betas[bySize(betas)[0]]
  const deviation = data.inputScale?.deviation[feature]
  const unit = data.featureUnits[feature]
  const isLogistic = session.frame?.layers[0].activationName === 'sigmoid'
  const many = betas.length > 1 && deviation !== undefined
  const values = {
    name: data.featureNames[feature],
    unit,
    deviation: many ? `${write(deviation)}${unit ? ` ${unit}` : ''}` : '',
    class: data.outputNames[0],
    target: targetName(data),
    odds: write(many ? odds : Math.exp(perUnit)),
    slope: write(many ? beta * (data.targetScale?.deviation[0] ?? 1) : perUnit),
  }
  if (!isLogistic) return text(many ? 'readLinearSeen' : 'readLinear', values)
  return text(many ? 'readOddsSeen' : unit ? 'readOdds' : 'readOddsPlain', values)
}
