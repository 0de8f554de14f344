import { html, nothing } from 'lit'
import { layerName, parameterTitle } from '../../../network/names.js'
import { flattenGradient, parameterAt, unitByUnit } from '../../../network/parameter-order.js'
import { isSameParameter, parameterName } from '../../../network/parameters.js'
import { isPointed } from '../../../network/pointed.js'
import { texts } from '../../../text/text.js'
import { settingLabels } from '../../parts/fields/sentences.js'
import { layerClass } from '../../parts/layer-class.js'
import { addedTo, byChange, memoryOf, settingsOf } from '../../parts/optimizer-rule.js'
import { menu } from '../../parts/tables/tools.js'
import { choose, columnOf, headCell, indicesOf, neuronButton, pageOf, tableBox, text, turner } from './context.js'

/**
 * The fourth phase: every parameter before and after the step, by the optimizer's rule.
 *
 * @import { OptimizerOption } from '../../../types.d.ts'
 * @import { StepContext } from './context.js'
 * @import { Content } from './forward.js'
 * @typedef {{ label: string, value: (index: number) => number, kind?: string }} Column
 */
const parametersAPage = 40
/** Settings whose name says more than their letter. */
const spelled = new Set(['learningRate', 'momentum', 'weightDecay'])

/** @param {StepContext} context @returns {Content} */
export function updateContent(context) {
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
      : text('updateOwnSentence', { optimizer: option.label, description: option.description }),
    body: html`
      ${ruleTemplate(context, option)}
      ${next.isDiverged ? html`<p class="step-warning">${text('grows')}</p>` : parameterTable(context, option)}`,
  }
}

const settingText = texts(settingLabels)

/** The formula with its numbers. @param {StepContext} context @param {OptimizerOption} option */
function ruleTemplate(
  {
    session: {
      state: { training, held },
    },
  },
  option,
) {
  const penalties = addedTo(option, training)
    .map((name) => text(name))
    .join('')
  return html`
    <div class="step-rule">
      <p><span class="formula">${option.formula}</span></p>
      ${option.memory.map(({ description }) => html`<p class="hint">${description}</p>`)}
      <dl class="rule-settings">${settingsOf(option, training).map(
        ({ name, symbol, value }) => html`
        <div><dt>${symbol}${spelled.has(name) ? `, ${settingText(name).toLowerCase()}` : ''}</dt>
          <dd>${String(value)}</dd></div>`,
      )}
        ${training.l1 ? html`<div><dt>${settingText('l1')}</dt><dd>${training.l1}</dd></div>` : nothing}
        ${training.l2 ? html`<div><dt>${settingText('l2')}</dt><dd>${training.l2}</dd></div>` : nothing}
      </dl>
      <p class="hint">${text('gradientIs', { penalties })}${held.locked.length ? ` ${text('lockedIs')}` : ''}</p>
    </div>`
}

/** @param {StepContext} context @param {OptimizerOption} option */
function parameterTable(context, option) {
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

/** @param {StepContext} context @param {string} of @param {string} order @param {unknown} turn */
function tools(context, of, order, turn) {
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

/** One body per layer, each under its name. @param {StepContext} context @param {number[]} indices @param {Column[]} columns */
function layerBodies(context, indices, columns) {
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

/** @param {StepContext} context @param {number} index @param {Column[]} columns @param {boolean} isTitled */
function parameterRow({ session, number }, index, columns, isTitled) {
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

/** @param {StepContext} context @param {OptimizerOption} option @returns {Column[]} */
function columnsOf(
  {
    session: {
      state: { training, held },
    },
    next,
  },
  option,
) {
  const { before, gradient, after, memory, memoryAfter, trace } = next
  const isPlain = option.name === 'sgd'
  const isOther = addedTo(option, training).length > 0 || held.locked.length > 0 // than the gradient of the cost
  const own = isOther ? flattenGradient(trace.layers) : gradient
  /** @type {Column} */
  const ownColumn = { label: text('ownGradient'), value: (index) => own[index], kind: 'delta' }
  const remembered = memoryOf(option, memory, memoryAfter).flatMap(({ symbol, before, after }) => [
    { label: text('before', { symbol }), value: (/** @type {number} */ index) => before[index] },
    { label: text('after', { symbol }), value: (/** @type {number} */ index) => after[index] },
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
