import { parameterName, parameterTitle } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Refused } from '../../../session/notice.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { dataLabels, sampleLabels, settingLabels } from '../fields/sentences.ts'
import { sentences } from './sentences.ts'

/** What the reader calls the thing that a refusal is about. */
const text = texts(sentences)
const settingText = texts(settingLabels)
const sampleText = texts(sampleLabels)

export function refusalLabel(session: SessionLike, { path, parameter }: Pick<Refused, 'path' | 'parameter'>): string {
  if (parameter) return parameterLabel(session, parameter)
  const steps = path.split('.')
  const name = steps[steps.length - 1]
  if (path.startsWith('network.layers.')) return layerLabel(session, Number(steps[2]), name)
  if (path.startsWith('data.table.rows')) return cellLabel(session, Number(steps[3] ?? NaN), Number(steps[4] ?? NaN))
  if (path.startsWith('data.derived')) return text('labelDerived')
  if (path.startsWith('view.own.')) return sampleLabel(session, steps[2], Number(steps[3] ?? NaN))
  const group = path.startsWith('data.') ? dataLabels : settingLabels
  if (Object.hasOwn(group, name)) return texts(group as Record<string, string>)(name)
  const own = `label${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return text(Object.hasOwn(sentences, own) ? (own as keyof typeof sentences) : 'labelOther')
}

function parameterLabel(session: SessionLike, parameter: Parameter) {
  const isThere = Number.isInteger(parameter.layer) && parameter.layer < session.state.network.layers.length
  const name = isThere ? parameterTitle(session, parameter) : parameterName(session, parameter)
  return text('bias' in parameter ? 'bias' : 'weight', { name })
}

function layerLabel({ state }: SessionLike, layer: number, name: string) {
  if (!Number.isInteger(layer)) return text('labelLength')
  const isOutput = layer === state.network.layers.length - 1
  const number = layer + 1
  if (name === 'units') return isOutput ? text('unitsOfOutput') : settingText('units', { number })
  if (name === 'activation') {
    return isOutput ? settingText('activationOfOutput') : settingText('activationOf', { number })
  }
  return settingText('layer', { number })
}

function cellLabel({ state: { data } }: SessionLike, row: number, column: number) {
  if (Number.isNaN(row)) return text('labelTable')
  const name = [...(data.table?.inputs ?? []), ...(data.table?.outputs ?? [])][column]
  return name === undefined ? text('rowOfTable', { row: row + 1 }) : text('cellOfTable', { name, row: row + 1 })
}

function sampleLabel({ data }: SessionLike, side: string, at: number) {
  const name = (side === 'input' ? data?.featureNames : data?.outputNames)?.[at]
  if (name === undefined) return text('labelOwn')
  return side === 'input' ? name : sampleText('targetOf', { name })
}
