import { html, nothing, render } from 'lit'
import { layerName, parameterAbout } from '../../../network/names.js'
import { hasParameter } from '../../../network/parameters.js'
import { setView } from '../../parts/buttons.js'
import { dial } from '../../parts/dial/dial.js'
import { layerClass } from '../../parts/layer-class.js'
import { NextValues } from '../../parts/next-values.js'
import { numberOf } from '../../parts/number.js'
import { pointedOf } from '../../parts/pointed-of.js'
import { styleMap } from '../../parts/style-map.js'
import { menu } from '../../parts/tables/tools.js'
import { throttle } from '../../parts/throttle.js'
import { largestOf } from '../../plot/scale.js'
import { BatchColumns } from './batch-columns.js'
import { isSmall, text } from './context.js'
import { HeatMap } from './heat-map.js'
import { biasMatrix, inputMatrix, unitMatrix, weightMatrix } from './matrices.js'
import { matrixTemplate } from './matrix.js'
import { isNumberKey, moveFrom } from './matrix-keys.js'
import { pointedWords } from './words.js'

/**
 * A layer opened up: [W] @ [X] + [Bias] = [Z], and what becomes of it, as matrices whose cells are lit with the network.
 * @typedef {import('../../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../../types.d.ts').Change} Change
 * @typedef {import('../../../types.d.ts').Parameter} Parameter
 * @typedef {import('./context.js').LayerContext} LayerContext
 */
export class LayerPanel {
  #isDue = throttle(100)
  /** First row shown of each long matrix. @type {Map<string, number>} */
  #pages = new Map()
  #about = ''
  /** The column of the batch that is pointed at. @type {number | null} */
  #sample = null
  /** Whether a number was typed where none can be: the line that reads out says why. */
  #isRefused = false

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.session = session
    this.next = new NextValues(session, () => this.draw())
    this.batch = new BatchColumns(session, () => this.draw())
    this.heat = new HeatMap(root, session, ({ row, column }, typed) =>
      this.#take({ layer: this.#layer, row, column }, typed),
    )
    this.content = root.appendChild(document.createElement('div'))
    this.content.addEventListener('pointerover', this.#point)
    this.content.addEventListener('focusin', this.#point)
    this.content.addEventListener('keydown', this.#onKey)
    this.content.addEventListener('pointerleave', () => this.#pointAt(null))
    this.content.addEventListener('focusout', () => this.#pointAt(null))
  }

  /** The layer of the selected neuron; the first of an input, the last of none. */
  get #layer() {
    const {
      frame,
      state: {
        view: { selected },
      },
    } = this.session
    const last = (frame?.layers.length ?? 1) - 1
    return Math.min(last, Math.max(0, selected?.layer ?? last))
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const isForced = ['state', 'data', 'pointed', 'running'].some((name) => changes.has(/** @type {Change} */ (name)))
    if (!isForced && !changes.has('frame')) return
    if (this.#isDue(isForced || !this.session.isRunning)) this.draw()
  }

  draw = () => {
    const {
      frame,
      data,
      state: { view },
    } = this.session
    if (!frame || !data) return
    const layer = this.#layer
    if (this.#about !== `${layer} ${data.name}`) this.#pages.clear()
    this.#about = `${layer} ${data.name}`
    this.next.ask()
    const isBatch = view.scope === 'batch' && frame.samples > 1
    /** @type {LayerContext} */
    const context = {
      session: this.session,
      frame,
      data,
      layer,
      found: frame.layers[layer],
      batch: this.batch.take(isBatch),
      pages: this.#pages,
      write: numberOf(this.session),
      redraw: this.draw,
    }
    render(this.#template(context), this.content)
    this.heat.paint(this.content)
  }

  /** @param {LayerContext} context */
  #template(context) {
    const {
      frame: { layers, samples: count },
      layer,
      found: { units, inputs, activationName },
    } = context
    const name = layerName(layer, layers.length)
    const columns = { units, inputs, count }
    const options = layers.map((_, i) => ({ name: String(i), label: layerName(i, layers.length) }))
    const choose = (/** @type {string} */ chosen) =>
      setView(this.session, 'selected', { layer: Number(chosen), unit: 0 })
    return html`
      <p class="hint lead">${count > 1 ? text('leadBatch', { count }) : text('leadRow')}</p>
      <div class="layer-sheet ${layerClass(layer, layers.length)}">
        ${layers.length > 1 ? html`<div class="pane-tools">${menu(text('choose'), String(layer), options, choose)}</div>` : nothing}
        <p class="read-out" role="status" aria-live=${this.session.isRunning ? 'off' : 'polite'}>${this.#isRefused ? text('computed') : pointedWords(context, this.#sample)}</p>
        ${this.#chosenTemplate(context)}
        <div class="expression" role="group" aria-label=${text('expression', { layer: name })}
          style=${styleMap({ '--digits': String(this.session.state.view.digits) })}>
          ${isSmall(context.found) ? matrixTemplate(context, weightMatrix(context)) : this.#heatTemplate(context)}
          ${part('@', matrixTemplate(context, inputMatrix(context)))}
          ${part('+', matrixTemplate(context, biasMatrix(context)))}
          ${part('=', matrixTemplate(context, unitMatrix(context, 'Z')))}
          ${part(html`${activationName}([Z]) =`, matrixTemplate(context, unitMatrix(context, 'A')))}
        </div>
        <p class="shapes"><b>${text('shapes', columns)}</b> <small>${text('shapesAbout')}. ${count > 1 ? text('broadcast') : nothing}</small></p>
      </div>`
  }

  /** @param {LayerContext} context */
  #heatTemplate(context) {
    const { found, write } = context
    const { units, inputs, weights } = found
    return html`
      <div class="matrix is-heat">
        <p class="heat-title"><b>[W]</b> <small>${text('W')}</small></p>
        ${this.heat.template(context)}
        <p class="shape">${text('shape', { rows: units, columns: inputs })}
          <small>${text('heatLegend', { most: write(largestOf(weights)) })}</small></p>
      </div>`
  }

  /** The selected weight or bias, if it is of this layer. @param {LayerContext} context */
  #chosenTemplate({ session, frame, layer, found }) {
    const { parameter } = session.state.view
    const isHere = parameter && parameter.layer === layer && hasParameter(frame.layers, parameter)
    return html`
      <div class="chosen-weight"><b>${text('chosen')}</b>
        ${
          isHere
            ? html`<span>${parameterAbout(session, parameter)}</span>
          ${dial(session, parameter, { next: this.next.of(parameter) })}`
            : html`<span class="hint">${text(isSmall(found) ? 'chosenNone' : 'chosenNoneMap')}</span>`
        }
      </div>`
  }

  /** Selects a parameter and goes to its dial. @param {Parameter} parameter @param {string} [typed] what stands there already */
  async #take(parameter, typed) {
    await setView(this.session, 'parameter', parameter)
    this.draw()
    const input = /** @type {HTMLInputElement | null} */ (this.content.querySelector('.chosen-weight input'))
    input?.focus()
    if (!input || typed === undefined) return
    await null // by then the dial has selected what stood there
    input.value = typed
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** What the pointer or the focus is on is highlighted in the network; a dial that gets the focus is selected. */
  #point = (/** @type {Event} */ { target, type }) => {
    if (!(target instanceof Element) || target.closest('.heat')) return
    const cell = /** @type {HTMLElement | null} */ (target.closest('td[data-layer]'))
    if (target.closest('.chosen-weight')) return this.#pointAt(this.session.state.view.parameter)
    this.#sample = cell?.dataset.sample === undefined ? null : Number(cell.dataset.sample)
    const at = cell && pointedOf(cell)
    this.#pointAt(at)
    if (at && 'row' in at && type === 'focusin' && target.matches('input')) setView(this.session, 'parameter', at)
  }

  /** @param {import('../../../types.d.ts').Pointed | null} at */
  #pointAt(at) {
    this.#isRefused = false
    if (!at) this.#sample = null
    this.session.run({ do: 'point', at })
  }

  /** On a cell that is no dial the arrow keys lead to other cells, and a number cannot be typed: that is said. */
  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const cell = event.target instanceof HTMLTableCellElement ? event.target : null
    if (!cell) return
    if (moveFrom(cell, event.key)) event.preventDefault()
    else if (isNumberKey(event)) {
      this.#isRefused = true
      this.draw()
    }
  }

  dispose() {
    this.next.dispose()
    this.batch.dispose()
    this.heat.dispose()
    render(nothing, this.content)
  }
}

/** A matrix with the sign before it. @param {unknown} sign @param {unknown} matrix */
const part = (sign, matrix) => html`<div class="part"><span class="operator">${sign}</span>${matrix}</div>`
