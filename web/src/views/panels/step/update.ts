import { html, nothing } from 'lit'
import type { OptimizerOption } from '../../../engine/catalog.ts'
import { layerName, parameterName, parameterTitle } from '../../../network/names.ts'
import { parameterAt, unitByUnit } from '../../../network/parameter-order.ts'
import { hasParameter, isSameParameter } from '../../../network/parameters.ts'
import { atOf, type QuantityName } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import type { Network } from '../../../quantities/network.ts'
import { optimizerTrees } from '../../../quantities/options/optimizers.ts'
import { memory } from '../../../text/options/memory.ts'
import '../../../text/options/descriptions.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { texts } from '../../../text/text.ts'
import { settingLabels } from '../../parts/fields/sentences.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { settingsOf } from '../../parts/optimizer-rule.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { menu } from '../../parts/tables/tools.ts'
import { mark, marked } from '../../parts/term/marked.ts'
import { equationTemplate } from '../../parts/terms/equation.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import {
  choose,
  headCell,
  indicesOf,
  neuronButton,
  pageOf,
  type StepContext,
  tableBox,
  text,
  turner,
} from './context.ts'
import type { Beat } from './film.ts'
import type { Content } from './forward.ts'

/** The fourth phase: every parameter before and after the step, by the optimizer's rule. */

interface Column {
  label: string
  name: QuantityName | 'parameter'
  kind?: string
}

const parametersAPage = 40
/** Settings whose name says more than their letter. */
const spelled = ['learningRate', 'momentum', 'weightDecay'] as const
const isSpelled = (name: string): name is (typeof spelled)[number] => spelled.some((one) => one === name)

export function updateContent(context: StepContext): Content {
  const {
    session: {
      state: { training },
      catalog,
    },
    next,
  } = context
  const option = catalog.optimizers.find(({ name }) => name === training.optimizer) ?? catalog.optimizers[0]
  const isPlain = option.name === 'sgd'
  return {
    title: text('updateTitle'),
    sentence: isPlain
      ? text('updateSentence')
      : text('updateOwnSentence', {
          optimizer: mark(optimizers.label(option.name), `optimizers:${option.name}`),
          description: optimizers.description(option.name),
        }),
    body: html`
      ${outcomeTemplate(context)}
      ${ruleTemplate(context, option)}
      ${next.isDiverged ? html`<p class="step-warning">${text('grows')}</p>` : parameterTable(context)}`,
  }
}

/** The cost of the batch before and after the step. */
function outcomeTemplate({ next, costAfter, number, moment }: StepContext) {
  if (next.isDiverged) return nothing
  const values = { before: number(next.trace.cost), after: costAfter === null ? '…' : number(costAfter) }
  return html`<p class="step-outcome ${moment.beat.kind === 'outcome' ? '' : 'to-come'}">${text('outcome', values)}</p>`
}

const settingText = texts(settingLabels)

/** The rule for the parameter that is chosen, else for the first: what is remembered, and the new value. */
function linesOf({ session, numbers }: StepContext) {
  const { parameter } = session.state.view
  const isThere = parameter && hasParameter(numbers.values.layers, parameter)
  const at = isThere ? atOf(parameter) : { layer: 0, unit: 0, from: 0 }
  const { newFirst, newSecond } = optimizerTrees[numbers.network.optimizer]
  const lines = [
    ...(usesOther(numbers.network) ? (['usedGradient'] as const) : []),
    ...(newFirst ? (['newFirst'] as const) : []),
    ...(newSecond ? (['newSecond'] as const) : []),
    'newValue' as const,
  ].map((name) => ({ ...numbers, name, at }))
  return [lines.map(equationTemplate), roundedNote(...lines)]
}

/** The formula with its numbers. */
function ruleTemplate(context: StepContext, option: OptimizerOption) {
  const {
    session: {
      state: { training, held },
    },
    next,
    numbers,
  } = context
  return html`
    <div class="step-rule">
      ${next.isDiverged ? nothing : linesOf(context)}
      ${option.memory.map((symbol) => html`<p class="hint">${memory.part(option.name, symbol)}</p>`)}
      <dl class="rule-settings">${settingsOf(option, training).map(
        ({ name, symbol, value }) => html`
        <div><dt>${isSpelled(name) ? marked(text(name, { symbol })) : symbol}</dt>
          <dd>${String(value).replace('-', '−')}</dd></div>`,
      )}
        ${training.l1 ? html`<div><dt>${settingText('l1')}</dt><dd>${training.l1}</dd></div>` : nothing}
        ${training.l2 ? html`<div><dt>${settingText('l2')}</dt><dd>${training.l2}</dd></div>` : nothing}
      </dl>
      <p class="hint">${usesOther(numbers.network) ? nothing : text('gradientIs')} ${held.locked.length ? text('lockedIs') : nothing}</p>
    </div>`
}

function parameterTable(context: StepContext) {
  const { frame } = context.session
  if (!frame) return nothing
  const { layers } = frame
  const [of, order] = [context.chosen.get('of') ?? 'all', context.chosen.get('order') ?? 'built']
  const shown = layers.map((_, layer) => layer).filter((layer) => of === 'all' || Number(of) === layer)
  const built = (shown.length ? shown : [0]).flatMap((layer) => unitByUnit(layers, layer))
  const isSorted = order === 'change'
  const indices = isSorted ? byChange(context.numbers, built) : built
  const page = pageOf(context, `parameters ${of} ${order}`, indices.length, parametersAPage)
  const onPage = indicesOf(page).map((i) => indices[i])
  const caption = text('parameterTable', { step: frame.step + 1 })
  const columns = columnsOf(context)
  return html`
    ${tools(context, of, order, turner(context, page, caption))}
    ${tableBox(
      caption,
      html`${headCell(text('name'))}${columns.map(({ label, kind }) => headCell(label, kind))}`,
      isSorted
        ? html`<tbody>${onPage.map((index) => parameterRow(context, index, columns, true))}</tbody>`
        : layerBodies(context, onPage, columns),
      'parameters',
    )}`
}

/** Parameters by how far the step moves them, the furthest first. */
function byChange(numbers: Numbers, indices: readonly number[]) {
  const size = (index: number) => Math.abs(valueAt(numbers, 'change', atOf(parameterAt(numbers.values.layers, index))))
  const sizes = new Map(indices.map((index) => [index, size(index)]))
  return indices.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b)
}

function tools(context: StepContext, of: string, order: string, turn: unknown) {
  const { length } = context.session.state.network.layers
  const layers = Array.from({ length }, (_, layer) => ({ name: String(layer), label: layerName(layer, length) }))
  return html`
    <div class="pane-tools">
      ${
        length > 1
          ? menu(text('of'), of, [{ name: 'all', label: text('allLayers') }, ...layers], (to) =>
              choose(context, 'of', to),
            )
          : nothing
      }
      ${menu(
        text('order'),
        order,
        [
          { name: 'built', label: text('asBuilt') },
          { name: 'change', label: text('largest') },
        ],
        (to) => choose(context, 'order', to),
      )}
      ${turn}
    </div>`
}

/** One body per layer, each under its name. */
function layerBodies(context: StepContext, indices: number[], columns: Column[]) {
  const layers = context.session.frame?.layers ?? []
  const groups = layers.map((_, layer) => indices.filter((index) => parameterAt(layers, index).layer === layer))
  return groups.map((members, layer) =>
    members.length === 0
      ? nothing
      : html`
    <tbody>
      <tr class="group"><th scope="rowgroup" colspan=${columns.length + 1}
        class="own word ${layerClass(layer, layers.length)}">${layerName(layer, layers.length)}</th></tr>
      ${members.map((index) => parameterRow(context, index, columns, false))}
    </tbody>`,
  )
}

function parameterRow(
  { session, numbers, moment: { beat } }: StepContext,
  index: number,
  columns: Column[],
  isTitled: boolean,
) {
  const parameter = parameterAt(session.frame?.layers ?? [], index)
  const at = atOf(parameter)
  const value = (name: Column['name']) =>
    valueAt(numbers, name !== 'parameter' ? name : at.from === undefined ? 'bias' : 'weight', at)
  const isLocked = session.state.held.locked.some((each) => isSameParameter(each, parameter))
  return html`
    <tr ${standsFor(session.pointed, parameter)}>
      <th scope="row">${neuronButton(
        session,
        { layer: parameter.layer, unit: parameter.row },
        isTitled ? parameterTitle(session, parameter) : parameterName(session, parameter),
      )}
        ${isLocked ? html`<small>${text('locked')}</small>` : nothing}</th>
      ${columns.map(({ name, kind = '' }) => html`<td class="${kind} ${isToCome(beat, name) ? 'to-come' : ''}">${numbers.write(value(name))}</td>`)}
    </tr>`
}

/** The wishes come first, then what the step makes of them. */
const isToCome = ({ kind }: Beat, name: Column['name']) =>
  kind === 'wish' && !['parameter', 'gradient', 'usedGradient', 'first', 'second'].includes(name)

/** What is told of each parameter. */
function columnsOf({ numbers: { network } }: StepContext): Column[] {
  const { newFirst, newSecond } = optimizerTrees[network.optimizer]
  const [first, second] = network.memory
  const isOther = usesOther(network)
  const remembered = (symbol: string, before: QuantityName, after: QuantityName): Column[] => [
    { label: text('before', { symbol }), name: before },
    { label: text('after', { symbol }), name: after },
  ]
  return [
    { label: text('old'), name: 'parameter' },
    { label: isOther ? text('ownGradient') : quantityText('gradient'), name: 'gradient', kind: 'gradient' },
    ...(isOther ? [{ label: text('usedGradient'), name: 'usedGradient', kind: 'gradient' } as const] : []),
    ...(newFirst ? remembered(first, 'first', 'newFirst') : []),
    ...(newSecond ? remembered(second, 'second', 'newSecond') : []),
    { label: quantityText('change'), name: 'change' },
    { label: text('new'), name: 'newValue', kind: 'new' },
  ]
}

/** Whether the optimizer is given anything but the gradient of the cost. */
const usesOther = ({ adds, held }: Network) => Object.values(adds).some(Boolean) || held.locked.length > 0
