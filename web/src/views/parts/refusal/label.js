import { parameterTitle } from '../../../network/names.js'
import { parameterName } from '../../../network/parameters.js'
import { texts } from '../../../text/text.js'
import { dataLabels, sampleLabels, settingLabels } from '../fields/sentences.js'
import { sentences } from './sentences.js'

/**
 * What the reader calls the thing that a refusal is about.
 *
 * @import { Refused, SessionLike } from '../../../types.d.ts'
 */
const text = texts(sentences)
const settingText = texts(settingLabels)
const sampleText = texts(sampleLabels)

/**
 * @param {SessionLike} session
 * @param {Pick<Refused, 'path' | 'parameter'>} refused
 * @returns {string}
 */
export function refusalLabel(session, { path, parameter }) {
  if (parameter) return parameterLabel(session, parameter)
  const steps = path.split('.')
  const name = steps[steps.length - 1]
  if (path.startsWith('network.layers.')) return layerLabel(session, Number(steps[2]), name)
  if (path.startsWith('data.table.rows')) return cellLabel(session, Number(steps[3] ?? NaN), Number(steps[4] ?? NaN))
  if (path.startsWith('view.own.')) return sampleLabel(session, steps[2], Number(steps[3] ?? NaN))
  const group = path.startsWith('data.') ? dataLabels : settingLabels
  if (Object.hasOwn(group, name)) return texts(/** @type {Record<string, string>} */ (group))(name)
  const own = `label${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return text(Object.hasOwn(sentences, own) ? /** @type {keyof typeof sentences} */ (own) : 'labelOther')
}

/** @param {SessionLike} session @param {import('../../../types.d.ts').Parameter} parameter */
function parameterLabel(session, parameter) {
  const isThere = Number.isInteger(parameter.layer) && parameter.layer < session.state.network.layers.length
  const name = isThere ? parameterTitle(session, parameter) : parameterName(parameter)
  return text('bias' in parameter ? 'bias' : 'weight', { name })
}

/** @param {SessionLike} session @param {number} layer @param {string} name */
function layerLabel({ state }, layer, name) {
  if (!Number.isInteger(layer)) return text('labelLength')
  const isOutput = layer === state.network.layers.length - 1
  const number = layer + 1
  if (name === 'units') return isOutput ? text('unitsOfOutput') : settingText('units', { number })
  if (name === 'activation') {
    return isOutput ? settingText('activationOfOutput') : settingText('activationOf', { number })
  }
  return settingText('layer', { number })
}

/** @param {SessionLike} session @param {number} row @param {number} column */
function cellLabel({ state: { data } }, row, column) {
  if (Number.isNaN(row)) return text('labelTable')
  const name = [...(data.table?.inputs ?? []), ...(data.table?.outputs ?? [])][column]
  return name === undefined ? text('rowOfTable', { row: row + 1 }) : text('cellOfTable', { name, row: row + 1 })
}

/** @param {SessionLike} session @param {string} side @param {number} at */
function sampleLabel({ data }, side, at) {
  const name = (side === 'input' ? data?.featureNames : data?.outputNames)?.[at]
  if (name === undefined) return text('labelOwn')
  return side === 'input' ? name : sampleText('targetOf', { name })
}
