import { html, nothing } from 'lit'
import { layerName, parameterAbout } from '../../../network/names.ts'
import { hasParameter, type Parameter } from '../../../network/parameters.ts'
import type { Pointed } from '../../../network/pointed.ts'
import type { Change } from '../../../session/announcer.ts'
import { setView } from '../../parts/buttons.ts'
import { dial } from '../../parts/dial/dial.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { frameNumbers } from '../../parts/maths/values.ts'
import { NextValues } from '../../parts/next-values.ts'
import { numberOf } from '../../parts/number.ts'
import { pointedOf } from '../../parts/pointed-of.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { styleMap } from '../../parts/style-map.ts'
import { menu } from '../../parts/tables/tools.ts'
import { marked } from '../../parts/term/marked.ts'
import { throttle } from '../../parts/throttle.ts'
import { largestOf } from '../../plot/scale.ts'
import { BatchColumns } from './batch-columns.ts'
import { isSmall, type LayerContext, text } from './context.ts'
import { HeatMap, type Square } from './heat-map.ts'
import css from './layer.css'
import { biasMatrix, inputMatrix, unitMatrix, weightMatrix } from './matrices.ts'
import { matrixTemplate } from './matrix.ts'
import { isNumberKey, moveFrom } from './matrix-keys.ts'
import { pointedWords } from './words.ts'

/**
 * A layer opened up: [W] @ [X] + [Bias] = [Z], and what becomes of it, as matrices whose cells are lit with the network.
 */
export class LayerPanel extends SessionElement {
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  #next!: NextValues
  #batch!: BatchColumns
  #heat!: HeatMap
  #isDue = throttle(100)
  /** First row shown of each long matrix. */
  #pages: Map<string, number> = new Map()
  #about = ''
  /** The column of the batch that is pointed at. */
  #sample: number | null = null
  /** Whether a number was typed where none can be: the line that reads out says why. */
  #isRefused = false
  #redraw = () => this.requestUpdate()

  protected override begin() {
    const { session, leave: signal } = this
    this.#next = this.own(new NextValues(session, this.#redraw))
    this.#batch = this.own(new BatchColumns(session, this.#redraw))
    const take = ({ row, column }: Square, typed?: string) => this.#take({ layer: this.#layer, row, column }, typed)
    this.#heat = this.own(new HeatMap(this, session, take))
    for (const type of ['pointerover', 'focusin']) this.addEventListener(type, this.#point, { signal })
    for (const type of ['pointerleave', 'focusout']) this.addEventListener(type, () => this.#pointAt(null), { signal })
    this.addEventListener('keydown', this.#onKey, { signal })
  }

  /** The layer of the selected neuron; the first of an input and of none. */
  get #layer() {
    const {
      frame,
      state: {
        view: { selected },
      },
    } = this.session
    const last = (frame?.layers.length ?? 1) - 1
    return Math.min(last, Math.max(0, selected?.layer ?? 0))
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isForced = ['state', 'data', 'pointed', 'running'].some((name) => changes.has(name as Change))
    return (isForced || changes.has('frame')) && this.#isDue(isForced || !this.session.isRunning)
  }

  protected override render() {
    const {
      frame,
      data,
      state: { view },
    } = this.session
    if (!frame || !data) return nothing
    const layer = this.#layer
    if (this.#about !== `${layer} ${data.name}`) this.#pages.clear()
    this.#about = `${layer} ${data.name}`
    this.#next.ask()
    const isBatch = view.scope === 'batch' && frame.samples > 1
    const context: LayerContext = {
      session: this.session,
      frame,
      data,
      layer,
      found: frame.layers[layer],
      batch: this.#batch.take(isBatch),
      pages: this.#pages,
      numbers: frameNumbers(this.session, frame),
      write: numberOf(this.session),
      redraw: this.#redraw,
    }
    return this.#template(context)
  }

  protected override updated() {
    this.#heat.paint(this)
  }

  #template(context: LayerContext) {
    const {
      frame: { layers, samples: count },
      layer,
      found: { units, inputs, activationName },
    } = context
    const name = layerName(layer, layers.length)
    const columns = { units, inputs, count }
    const options = layers.map((_, i) => ({ name: String(i), label: layerName(i, layers.length) }))
    const choose = (chosen: string) => setView(this.session, { selected: { layer: Number(chosen), unit: 0 } })
    return html`
      <p class="hint lead">${marked(count > 1 ? text('leadBatch', { count }) : text('leadRow'))}</p>
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
        <p class="shapes"><b>${text('shapes', columns)}</b>
          <span class="weight-count">${text('weightCount_other', { ...columns, count: units * inputs })}</span>
          <small>${text('shapesAbout', columns)}. ${count > 1 ? text('broadcast') : nothing}</small></p>
      </div>`
  }

  #heatTemplate(context: LayerContext) {
    const { found, write } = context
    const { units, inputs, weights } = found
    return html`
      <div class="matrix is-heat">
        <p class="heat-title"><b>[W]</b> <small>${text('W')}</small></p>
        ${this.#heat.template(context)}
        <p class="shape">${text('shape', { rows: units, columns: inputs })}
          <small>${text('heatLegend', { most: write(largestOf(weights)) })}</small></p>
      </div>`
  }

  /** The selected weight or bias, if it is of this layer. */
  #chosenTemplate({ session, frame, layer, found }: LayerContext) {
    const { parameter } = session.state.view
    const isHere = parameter && parameter.layer === layer && hasParameter(frame.layers, parameter)
    return html`
      <div class="chosen-weight"><b>${text('chosen')}</b>
        ${
          isHere
            ? html`<span>${parameterAbout(session, parameter)}</span>
          ${dial(session, parameter, { next: this.#next.of(parameter) })}`
            : html`<span class="hint">${text(isSmall(found) ? 'chosenNone' : 'chosenNoneMap')}</span>`
        }
      </div>`
  }

  /**
   * Selects a parameter and goes to its dial.
   * @param typed what stands there already
   */
  async #take(parameter: Parameter, typed?: string) {
    await setView(this.session, { parameter })
    this.requestUpdate()
    await this.updateComplete
    const chosen = this.querySelector('.chosen-weight')?.querySelector('glassbox-dial')
    if (typed === undefined) chosen?.focus()
    else chosen?.type(typed)
  }

  /** What the pointer or the focus is on is highlighted in the network; a dial that gets the focus is selected. */
  #point = ({ target, type }: Event) => {
    if (!(target instanceof Element) || target.closest('.heat')) return
    const cell = target.closest<HTMLElement>('td[data-layer]')
    if (target.closest('.chosen-weight')) return this.#pointAt(this.session.state.view.parameter)
    this.#sample = cell?.dataset.sample === undefined ? null : Number(cell.dataset.sample)
    const at = cell && pointedOf(cell)
    this.#pointAt(at)
    if (at && 'row' in at && type === 'focusin' && target.matches('input')) setView(this.session, { parameter: at })
  }

  #pointAt(at: Pointed | null) {
    this.#isRefused = false
    if (!at) this.#sample = null
    this.session.run({ do: 'point', at })
  }

  /** On a cell that is no dial the arrow keys lead to other cells, and a number cannot be typed: that is said. */
  #onKey = (event: KeyboardEvent) => {
    const cell = event.target instanceof HTMLTableCellElement ? event.target : null
    if (!cell) return
    if (moveFrom(cell, event.key)) event.preventDefault()
    else if (isNumberKey(event)) {
      this.#isRefused = true
      this.requestUpdate()
    }
  }
}

/** A matrix with the sign before it. */
const part = (sign: unknown, matrix: unknown) =>
  html`<div class="part"><span class="operator">${sign}</span>${matrix}</div>`
