import { targetName } from '../../../network/names.js'
import { texts } from '../../../text/text.js'
import { numberOf } from '../../parts/number.js'
import { bySize } from './betas.js'
import { sentences } from './sentences.js'

/**
 * @import { DataInfo, SessionLike } from '../../../types.d.ts'
 * @import { Beta } from './betas.js'
 */

const text = texts(sentences)

/**
 * What the largest beta says.
 * @param {SessionLike} session
 * @param {DataInfo} data
 * @param {Beta[]} betas
 */
export function largestSentence(session, data, betas) {
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
    slope: write(many ? beta * (data.targetScale?.deviation ?? 1) : perUnit),
  }
  if (!isLogistic) return text(many ? 'readLinearSeen' : 'readLinear', values)
  return text(many ? 'readOddsSeen' : unit ? 'readOdds' : 'readOddsPlain', values)
}
