import { html, nothing, render } from 'lit'
import { layerName, neuronName } from '../../../network/names.js'
import { formatTight } from '../../../text/numbers.js'
import { texts } from '../../../text/text.js'
import { setView } from '../../parts/buttons.js'
import { chosenNeuron } from '../../parts/chosen.js'
import { EngineQuery } from '../../parts/engine-query.js'
import { layerClass } from '../../parts/layer-class.js'
import { numberOf } from '../../parts/number.js'
import { pointedOf } from '../../parts/pointed-of.js'
import { scopeOf } from '../../parts/scope.js'
import { signedBar } from '../../parts/signed-bar.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { ranked, termsOf } from '../../parts/terms/passed-back.js'
import { throttle } from '../../parts/throttle.js'
import { largestOf } from '../../plot/scale.js'
import { hiddenTemplate, outputTemplate, rowsTemplate } from './chain.js'
import { sentences } from './sentences.js'

/**
 * The error of every neuron, on the network and in a table, and the chain rule behind the chosen one's.
 * @typedef {import('../../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../../types.d.ts').Change} Change
 * @typedef {import('../../../types.d.ts').Frame} Frame
 * @typedef {import('../../../types.d.ts').Neuron} Neuron
 */
const text = texts(sentences)

/** A longer layer shows its largest only. */
const mostNeurons = 40

export class ErrorPanel {
  #isDue = throttle(100)
  /** What the overlay on the network was made of. @type {unknown[]} */
  #laid = []
  /** Row by row, of the frame that was there then. @type {{ trace: import('./chain.js').Trace, frame: Frame | null } | null} */
  #rows = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.query = new EngineQuery(session, 'trace', (trace) => {
      this.#rows = { trace, frame: this.session.frame }
      this.draw()
    })
    root.addEventListener('pointerover', this.#point)
    root.addEventListener('focusin', this.#point)
    root.addEventListener('pointerleave', () => session.run({ do: 'point', at: null }))
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const isForced = changes.has('state') || changes.has('data') || changes.has('pointed') || changes.has('running')
    if (!isForced && !changes.has('frame')) return
    if (this.#isDue(isForced || !this.session.isRunning)) this.draw()
  }

  draw() {
    const {
      frame,
      state: { view },
    } = this.session
    if (!frame) return
    const at = chosenNeuron(this.session, frame)
    const isMean = view.scope === 'batch'
    const most = Math.max(...frame.layers.map(({ delta }) => largestOf(delta)))
    if (isMean && !this.session.isRunning) this.query.ask(scopeOf(this.session))
    render(
      html`
      <p class="error-lead">${isMean ? text('aboutBatch', { count: frame.samples }) : text('aboutRow')}</p>
      <p class="hint">${text('legend')}</p>
      <div class="error-columns">
        <section class="chain ${layerClass(at.layer, frame.layers.length)}">${this.#chain(frame, at)}</section>
        <section class="deltas">
          <h2>${text('deltas')}</h2>
          ${frame.layers.map((_, i) => this.#table(frame, frame.layers.length - 1 - i, at, most))}
        </section>
      </div>`,
      this.root,
    )
    this.#lay(frame, at)
  }

  /** @param {Frame} frame @param {Neuron} at */
  #chain(frame, at) {
    const isOutput = at.layer === frame.layers.length - 1
    const name = neuronName(this.session, at.layer, at.unit)
    const delta = frame.layers[at.layer]?.delta[at.unit]
    const rows = frame.samples > 1 && this.#rows?.frame === frame ? this.#rows.trace : null
    return html`
      <h2><b>${at.layer < 0 ? name : text('heading', { name })}</b>${
        delta === undefined ? nothing : html` = <span class="is-delta">${numberOf(this.session)(delta)}</span>`
      }</h2>
      ${isOutput ? outputTemplate(this.session, frame, at) : hiddenTemplate(this.session, frame, at)}
      ${rows && at.layer >= 0 ? rowsTemplate(this.session, frame, rows, at) : nothing}`
  }

  /** @param {Frame} frame @param {number} layer @param {Neuron} at @param {number} most the largest delta of all */
  #table({ layers }, layer, at, most) {
    const { delta, units } = layers[layer]
    const order =
      units <= mostNeurons
        ? Array.from(delta, (_, unit) => unit)
        : ranked(delta)
            .slice(0, mostNeurons)
            .map(({ index }) => index)
    return html`
      <div class="table-box short ${layerClass(layer, layers.length)}" ${scrolls(layerName(layer, layers.length))}>
        <table class="numbers">
          <caption>${layerName(layer, layers.length)} ${
            units <= mostNeurons ? nothing : html`<small>${text('most', { shown: mostNeurons, count: units })}</small>`
          }</caption>
          <thead class="spoken"><tr><th scope="col">${text('neuron')}</th><td></td>
            <th scope="col">${text('deltaShort')}</th></tr></thead>
          <tbody>${order.map((unit) => this.#row(layer, unit, delta[unit], most, at))}</tbody>
        </table>
      </div>`
  }

  /** @param {number} layer @param {number} unit @param {number} delta @param {number} most @param {Neuron} at */
  #row(layer, unit, delta, most, at) {
    const isChosen = at.layer === layer && at.unit === unit
    const { pointed } = this.session
    const isPointed = pointed && 'unit' in pointed && pointed.layer === layer && pointed.unit === unit
    return html`
      <tr class="${isChosen ? 'chosen' : ''} ${isPointed ? 'pointed' : ''}" data-layer=${layer} data-unit=${unit}
        aria-current=${isChosen ? 'true' : nothing}>
        <th scope="row"><button type="button" class="neuron-button"
          @click=${() => setView(this.session, 'selected', { layer, unit })}
          >${neuronName(this.session, layer, unit)}</button></th>
        ${signedBar(delta, most)}
        <td class="is-delta">${numberOf(this.session)(delta)}</td>
      </tr>`
  }

  /**
   * Lays every delta over the network, and on the wires what is passed back to the chosen neuron.
   * @param {Frame} frame
   * @param {Neuron} at
   */
  #lay(frame, at) {
    const made = [frame, at.layer, at.unit]
    if (made.every((part, i) => part === this.#laid[i])) return
    this.#laid = made
    const terms = termsOf(frame, at)
    const most = largestOf(terms.map(({ term }) => term)) || 1
    this.session.run({
      do: 'overlay',
      overlay: {
        kind: 'delta',
        colour: 'delta',
        unit: at,
        neurons: frame.layers.map(({ delta }, layer) => ({ layer, values: delta, isSigned: true })),
        wires: terms.map(({ layer, row, column, term }) => ({
          layer,
          row,
          column,
          share: Math.abs(term) / most,
          words: formatTight(term),
        })),
      },
    })
  }

  #point = (/** @type {Event} */ { target }) => {
    const row = target instanceof Element ? target.closest('tr[data-layer]') : null
    if (row) this.session.run({ do: 'point', at: pointedOf(row) })
  }

  dispose() {
    this.query.dispose()
    this.session.run({ do: 'overlay', overlay: null })
    render(nothing, this.root)
  }
}
