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
import { choose, columnOf, headCell, neuronButton, pageOf, placesOf, tableBox, text, turner } from './context.js'

/**
 * The fourth phase: every parameter before and after the step, by the optimizer's rule.
 *
 * @import { OptimizerOption } from '../../../types.d.ts'
 * @import { Look } from './context.js'
 * @import { Content } from './forward.js'
 * @typedef {{ label: string, value: (place: number) => number, kind?: string }} Column
 */
const parametersAPage = 40
/** Settings whose name says more than their letter. */
const spelled = new Set(['learningRate', 'momentum', 'weightDecay'])

/** @param {Look} look @returns {Content} */
export function updateContent(look) {
  const {
    session: {
      state: { training },
      catalog,
    },
    next,
  } = look
  const option = catalog.optimizers.find(({ name }) => name === training.optimizer) ?? catalog.optimizers[0]
  const isPlain = option.name === 'sgd'
  return {
    title: text('updateTitle'),
    sentence: isPlain
      ? text('updateSentence')
      : text('updateOwnSentence', { optimizer: option.label, description: option.description }),
    body: html`
      ${ruleTemplate(look, option)}
      ${next.isDiverged ? html`<p class="step-warning">${text('grows')}</p>` : parameterTable(look, option)}`,
  }
}

const settingText = texts(settingLabels)

/** The formula with its numbers. @param {Look} look @param {OptimizerOption} option */
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

/** @param {Look} look @param {OptimizerOption} option */
function parameterTable(look, option) {
  const {
    session: { frame },
    next,
  } = look
  if (!frame) return nothing
  const { layers } = frame
  const [of, order] = [look.chosen.get('of') ?? 'all', look.chosen.get('order') ?? 'built']
  const shown = layers.map((_, layer) => layer).filter((layer) => of === 'all' || Number(of) === layer)
  const built = (shown.length ? shown : [0]).flatMap((layer) => unitByUnit(layers, layer))
  const isSorted = order === 'change'
  const places = isSorted ? byChange(built, next.before, next.after) : built
  const page = pageOf(look, `parameters ${of} ${order}`, places.length, parametersAPage)
  const onPage = placesOf(page).map((i) => places[i])
  const caption = text('parameterTable', { step: frame.step + 1 })
  const columns = columnsOf(look, option)
  return html`
    ${tools(look, of, order, turner(look, page, caption))}
    ${tableBox(
      caption,
      html`${headCell(text('name'))}${columns.map(({ label, kind }) => headCell(label, kind))}`,
      isSorted
        ? html`<tbody>${onPage.map((place) => parameterRow(look, place, columns, true))}</tbody>`
        : layerBodies(look, onPage, columns),
      'parameters',
    )}`
}

/** @param {Look} look @param {string} of @param {string} order @param {unknown} turn */
function tools(look, of, order, turn) {
  const { length } = look.session.state.network.layers
  const layers = Array.from({ length }, (_, layer) => ({ name: String(layer), label: layerName(layer, length) }))
  return html`
    <div class="pane-tools">
      ${
        length > 1
          ? menu(text('of'), of, [{ name: 'all', label: text('allLayers') }, ...layers], (to) => choose(look, 'of', to))
          : nothing
      }
      ${menu(
        text('order'),
        order,
        [
          { name: 'built', label: text('asBuilt') },
          { name: 'change', label: text('largest') },
        ],
        (to) => choose(look, 'order', to),
      )}
      ${turn}
    </div>`
}

/** One body per layer, each under its name. @param {Look} look @param {number[]} places @param {Column[]} columns */
function layerBodies(look, places, columns) {
  const layers = look.session.frame?.layers ?? []
  const groups = layers.map((_, layer) => places.filter((place) => parameterAt(layers, place).layer === layer))
  return groups.map((members, layer) =>
    members.length === 0
      ? nothing
      : html`
    <tbody>
      <tr class="group"><th scope="rowgroup" colspan=${columns.length + 1}
        class="own word ${layerClass(layer, layers.length)}">${layerName(layer, layers.length)}</th></tr>
      ${members.map((place) => parameterRow(look, place, columns, false))}
    </tbody>`,
  )
}

/** @param {Look} look @param {number} place @param {Column[]} columns @param {boolean} isTitled */
function parameterRow({ session, number }, place, columns, isTitled) {
  const parameter = parameterAt(session.frame?.layers ?? [], place)
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
      ${columns.map(({ value, kind }) => html`<td class=${kind ?? nothing}>${number(value(place))}</td>`)}
    </tr>`
}

/** @param {Look} look @param {OptimizerOption} option @returns {Column[]} */
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
  const ownColumn = { label: text('ownGradient'), value: (place) => own[place], kind: 'delta' }
  const remembered = memoryOf(option, memory, memoryAfter).flatMap(({ symbol, before, after }) => [
    { label: text('before', { symbol }), value: (/** @type {number} */ place) => before[place] },
    { label: text('after', { symbol }), value: (/** @type {number} */ place) => after[place] },
  ])
  return [
    { label: text('old'), value: (place) => before[place] },
    ...(isOther ? [ownColumn] : []),
    { label: text(isOther ? 'usedGradient' : 'gradient'), value: (place) => gradient[place], kind: 'delta' },
    ...remembered,
    isPlain
      ? { label: text('plainStep'), value: (place) => -training.learningRate * gradient[place] }
      : { label: text('ownStep'), value: (place) => after[place] - before[place] },
    { label: text('new'), value: (place) => after[place], kind: 'new' },
  ]
}
