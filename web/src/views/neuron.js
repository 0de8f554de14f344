import { html, nothing, render } from 'lit'
import { styleMap } from './style-map.js'
import { text } from '../text/text.js'
import { formatNumber } from '../text/numbers.js'
import { gate } from './gate.js'
import { layerClass, neuronName } from './graph-columns.js'
import { isSame } from './graph-hand.js'
import { Neurons, valueOf } from './graph-neurons.js'
import { weightName } from './graph-weights.js'
import { weightOf } from './graph-wires.js'
import { asSeen } from './units.js'
import { Palette } from './palette.js'

/**
 * The selected neuron opened up: its map, its numbers for the current row, every weight that leads to it.
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../model/types.d.ts').Change} Change
 * @typedef {import('./graph-layout.js').Wire} Wire
 * @typedef {{ layer: number, unit: number }} At
 */
export class NeuronPanel {
  #isDue = gate(100)
  #isMapDue = gate(66)
  #taken = ''

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.palette = new Palette(root, () => this.neurons.recolour())
    this.neurons = new Neurons(session, this.palette)
    this.content = root.appendChild(document.createElement('div'))
    this.content.addEventListener('pointerover', (event) => this.#point(event))
    this.content.addEventListener('pointerleave', () => session.run({ do: 'point', at: null }))
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const isForced = changes.has('state') || changes.has('data') || changes.has('pointed') || !this.session.isRunning
    if (this.#isDue(isForced)) this.draw()
    if (this.#isMapDue(isForced)) this.neurons.paint()
  }

  /** Opens the selected neuron, or the first output while none is. */
  draw() {
    const { frame, data, state: { view: { selected } } } = this.session
    const at = selected ?? { layer: (frame?.layers.length ?? 0) - 1, unit: 0 }
    const isThere = frame && data && valueOf(frame, at) !== undefined
    render(html`
      ${selected ? nothing : html`<p class="hint">${text('pane.noNeuron')}</p>`}
      ${isThere ? this.#template(frame, data, at) : nothing}`, this.content)
    const taken = JSON.stringify(isThere ? [at, data.name] : null)
    if (taken === this.#taken) return
    this.#taken = taken
    this.neurons.take(this.content.querySelectorAll('.neuron-map'))
  }

  /**
   * @param {import('../model/types.d.ts').Frame} frame
   * @param {import('../model/types.d.ts').DataInfo} data
   * @param {At} at
   */
  #template(frame, data, at) {
    const { layers } = frame
    const isImage = data.imageSide > 0 && at.layer === 0
    const hasMap = isImage || (at.layer >= 0 && !data.imageSide && data.featureNames.length <= 2)
    return html`
      <div class="neuron-panel ${layerClass(at.layer, layers.length)}">
        <div class="neuron-head">
          <h2>${neuronName(this.session, at.layer, at.unit)}</h2>
          ${hasMap ? mapTemplate(at, isImage) : nothing}
          ${at.layer < 0 ? this.#inputFacts(frame, data, at) : this.#facts(frame, at)}
        </div>
        ${this.#weights(frame, at)}
      </div>`
  }

  /** @param {import('../model/types.d.ts').Frame} frame @param {At} at */
  #facts({ layers }, { layer, unit }) {
    const { Z, activation, delta, bias, activationName } = layers[layer]
    return html`
      <dl class="facts">
        <div><dt>${text('pane.Z')}</dt><dd>${formatNumber(Z[unit])}</dd></div>
        <div>
          <dt>${text('pane.activation', { name: activationName })}</dt><dd>${formatNumber(activation[unit])}</dd>
        </div>
        <div class="delta"><dt>${text('pane.delta')}</dt><dd>${formatNumber(delta[unit])}</dd></div>
        <div><dt>${text('pane.bias')}</dt><dd>${formatNumber(bias[unit])}</dd></div>
      </dl>`
  }

  /**
   * @param {import('../model/types.d.ts').Frame} frame
   * @param {import('../model/types.d.ts').DataInfo} data
   * @param {At} at
   */
  #inputFacts({ input }, data, { unit }) {
    const [low, high] = data.extents[unit]
    return html`
      <dl class="facts">
        <div><dt>${text('pane.value')}</dt><dd>${formatNumber(input[unit])}</dd></div>
        ${data.inputScale ? html`<div><dt>${text('pane.seen')}</dt>
          <dd>${formatNumber(asSeen(data, unit, input[unit]))}</dd></div>` : nothing}
        <div><dt>${text('pane.range')}</dt><dd>${formatNumber(low)} – ${formatNumber(high)}</dd></div>
      </dl>`
  }

  /**
   * Every weight into a neuron, or out of an input.
   * @param {import('../model/types.d.ts').Frame} frame
   * @param {At} at
   */
  #weights(frame, { layer, unit }) {
    const isInput = layer < 0
    const found = frame.layers[isInput ? 0 : layer]
    const wires = Array.from({ length: isInput ? found.units : found.inputs }, (_, i) =>
      (isInput ? { layer: 0, row: i, column: unit } : { layer, row: unit, column: i }))
    const most = wires.reduce((size, wire) => Math.max(size, Math.abs(weightOf(frame, wire))), 1e-12)
    const isScaled = layer === 0 && Boolean(this.session.data?.inputScale)
    const label = text(isInput ? 'pane.weightsOut' : 'pane.weightsIn')
    return html`
      <div class="table-box tall" tabindex="0" role="region" aria-label=${label}>
        <table class="numbers weights">
          <caption>${label}</caption>
          <thead><tr>
            <th scope="col">${text('pane.name')}</th><th scope="col">${text(isInput ? 'pane.to' : 'pane.from')}</th>
            <th scope="col">${text('pane.weight')}</th><td></td>
            <th scope="col">${text(isScaled ? 'pane.upstreamSeen' : 'pane.upstream')}</th>
          </tr></thead>
          <tbody>${wires.map((wire) => this.#weightRow(frame, wire, isInput, most))}</tbody>
        </table>
      </div>`
  }

  /**
   * @param {import('../model/types.d.ts').Frame} frame
   * @param {Wire} wire
   * @param {boolean} isInput
   * @param {number} most
   */
  #weightRow(frame, wire, isInput, most) {
    const weight = weightOf(frame, wire)
    const other = isInput ? { layer: 0, unit: wire.row } : { layer: wire.layer - 1, unit: wire.column }
    const share = Math.min(50, (Math.abs(weight) / most) * 50) || 0
    return html`
      <tr data-layer=${wire.layer} data-row=${wire.row} data-column=${wire.column}
        class=${this.#isPointed(wire) ? 'pointed' : ''}>
        <th scope="row">${weightName(wire)}</th>
        <td class="${layerClass(other.layer, frame.layers.length)} own">
          ${neuronName(this.session, other.layer, other.unit)}</td>
        <td class=${weight < 0 ? 'negative' : 'positive'}>${formatNumber(weight)}</td>
        <td class="weight-bar" aria-hidden="true"><span class=${weight < 0 ? 'negative' : 'positive'}
          style=${styleMap({ width: `${share}%`, left: `${weight < 0 ? 50 - share : 50}%` })}></span></td>
        <td>${formatNumber(this.#valueSeen(frame, other))}</td>
      </tr>`
  }

  /**
   * What a neuron or an input hands on, as the next layer sees it.
   * @param {import('../model/types.d.ts').Frame} frame
   * @param {At} at
   */
  #valueSeen(frame, at) {
    const value = valueOf(frame, at) ?? NaN
    return at.layer < 0 && this.session.data ? asSeen(this.session.data, at.unit, value) : value
  }

  /** @param {Wire} wire */
  #isPointed(wire) {
    const { pointed } = this.session
    return pointed !== null && 'row' in pointed && isSame(pointed, wire)
  }

  /** @param {Event} event */
  #point({ target }) {
    const row = target instanceof Element ? target.closest('tbody tr') : null
    if (!row) return
    const { layer, row: r, column } = /** @type {HTMLElement} */ (row).dataset
    this.session.run({ do: 'point', at: { layer: Number(layer), row: Number(r), column: Number(column) } })
  }

  dispose() {
    this.palette.dispose()
    render(nothing, this.content)
  }
}

/** @param {At} at @param {boolean} isImage its weights are shown, else its activation over the inputs */
const mapTemplate = ({ layer, unit }, isImage) => html`
  <div class="neuron-map" data-layer=${layer} data-unit=${unit}>
    <span class="neuron-body"><canvas role="img" class=${isImage ? 'is-image' : ''}
      aria-label=${text(isImage ? 'pane.mapWeights' : 'pane.map')}></canvas></span>
  </div>`
