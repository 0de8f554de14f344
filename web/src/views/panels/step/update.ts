import { html, nothing } from 'lit'
import type { OptimizerOption } from '../../../engine/catalog.ts'
import { flattenGradient } from '../../../network/layer-parameters.ts'
import { layerName, parameterTitle } from '../../../network/names.ts'
import { parameterAt, unitByUnit } from '../../../network/parameter-order.ts'
import { isSameParameter, parameterName } from '../../../network/parameters.ts'
import { isPointed } from '../../../network/pointed.ts'
import { memory } from '../../../text/options/memory.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { texts } from '../../../text/text.ts'
import { settingLabels } from '../../parts/fields/sentences.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { addedTo, byChange, memoryOf, settingsOf } from '../../parts/optimizer-rule.ts'
import { menu } from '../../parts/tables/tools.ts'
import {
  choose,
  columnOf,
  headCell,
  indicesOf,
  neuronButton,
  pageOf,
  type StepContext,
  tableBox,
  text,
  turner,
} from './context.ts'
import type { Content } from './forward.ts'

/** The fourth phase: every parameter before and after the step, by the optimizer's rule. */

interface Column {
  label: string
  value: (index: number) => number
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
          optimizer: optimizers.label(option.name),
          description: optimizers.description(option.name),
        }),
    body: html`
      ${ruleTemplate(context, option)}
      ${next.isDiverged ? html`<p class="step-warning">${text('grows')}</p>` : parameterTable(context, option)}`,
  }
}

const settingText = texts(settingLabels)

/** The formula with its numbers. */
function ruleTemplate(
  {
    session: {
      state: { training, held },
    },
  }: StepContext,
  option: OptimizerOption,
) {
  const penalties = addedTo(option, training)
    .map((name) => text(name))
    .join('')
  return html`
    <div class="step-rule">
      <p><span class="formula">${optimizers.formula(option)}</span></p>
      ${option.memory.map((symbol) => html`<p class="hint">${memory.part(option.name, symbol)}</p>`)}
      <dl class="rule-settings">${settingsOf(option, training).map(
        ({ name, symbol, value }) => html`
        <div><dt>${isSpelled(name) ? text(name, { symbol }) : symbol}</dt>
          <dd>${String(value)}</dd></div>`,
      )}
        ${training.l1 ? html`<div><dt>${settingText('l1')}</dt><dd>${training.l1}</dd></div>` : nothing}
        ${training.l2 ? html`<div><dt>${settingText('l2')}</dt><dd>${training.l2}</dd></div>` : nothing}
      </dl>
      <p class="hint">${text('gradientIs', { penalties })}${held.locked.length ? ` ${text('lockedIs')}` : ''}</p>
    </div>`
}

function parameterTable(context: StepContext, option: OptimizerOption) {
  const {
    session: { frame },
    next,
  } = context
  if (!frame) return nothing
  const { layers } = frame
  const [of, order] = [context.chosen.get('of') ?? 'all', context.chosen.get('order') ?? 'built']
  const shown = layers.map((_, layer) => layer).filter((layer) => of === 'all' || Number(of) === layer)
  const built = (shown.length ? shown : [0]).flatMap((layer) => unitByUnit(layers, layer))
  const isSorted = order === 'change'
  const indices = isSorted ? byChange(built, next.before, next.after) : built
  const page = pageOf(context, `parameters ${of} ${order}`, indices.length, parametersAPage)
  const onPage = indicesOf(page).map((i) => indices[i])
  const caption = text('parameterTable', { step: frame.step + 1 })
  const columns = columnsOf(context, option)
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

function parameterRow({ session, number }: StepContext, index: number, columns: Column[], isTitled: boolean) {
  const parameter = parameterAt(session.frame?.layers ?? [], index)
  const isLocked = session.state.held.locked.some((each) => isSameParameter(each, parameter))
  return html`
    <tr data-layer=${parameter.layer} data-row=${parameter.row} data-column=${columnOf(parameter)}
      class=${isPointed(session, parameter) ? 'pointed' : nothing}>
      <th scope="row">${neuronButton(
        session,
        { layer: parameter.layer, unit: parameter.row },
        isTitled ? parameterTitle(session, parameter) : parameterName(parameter),
      )}
        ${isLocked ? html`<small>${text('locked')}</small>` : nothing}</th>
      ${columns.map(({ value, kind }) => html`<td class=${kind ?? nothing}>${number(value(index))}</td>`)}
    </tr>`
}

function columnsOf(
  {
    session: {
      state: { training, held },
    },
    next,
  }: StepContext,
  option: OptimizerOption,
): Column[] {
  const { before, gradient, after, memory, memoryAfter, trace } = next
  const isPlain = option.name === 'sgd'
  const isOther = addedTo(option, training).length > 0 || held.locked.length > 0 // than the gradient of the cost
  const own = isOther ? flattenGradient(trace.layers) : gradient
  const ownColumn: Column = { label: text('ownGradient'), value: (index) => own[index], kind: 'delta' }
  const remembered = memoryOf(option, memory, memoryAfter).flatMap(({ symbol, before, after }) => [
    { label: text('before', { symbol }), value: (index: number) => before[index] },
    { label: text('after', { symbol }), value: (index: number) => after[index] },
  ])
  return [
    { label: text('old'), value: (index) => before[index] },
    ...(isOther ? [ownColumn] : []),
    { label: text(isOther ? 'usedGradient' : 'gradient'), value: (index) => gradient[index], kind: 'delta' },
    ...remembered,
    isPlain
      ? { label: text('plainStep'), value: (index) => -training.learningRate * gradient[index] }
      : { label: text('ownStep'), value: (index) => after[index] - before[index] },
    { label: text('new'), value: (index) => after[index], kind: 'new' },
  ]
}
