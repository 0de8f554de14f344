import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { formatTight } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { chosenNeuron } from '../../parts/chosen.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { numberOf } from '../../parts/number.ts'
import { ownOverlay } from '../../parts/own-overlay.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { scopeOf } from '../../parts/scope.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { ranked, termsOf } from '../../parts/terms/passed-back.ts'
import { throttle } from '../../parts/throttle.ts'
import { largestOf } from '../../plot/scale.ts'
import { hiddenTemplate, outputTemplate, rowsTemplate } from './chain.ts'
import { sentences } from './sentences.ts'

/** The error of every neuron, on the network and in a table, and the chain rule behind the chosen one's. */
const text = texts(sentences)

/** A longer layer shows its largest only. */
const mostNeurons = 40

export class ErrorPanel extends SessionElement {
  /** Row by row. */
  #query!: EngineQuery<'trace'>
  #isDue = throttle(100)
  /** What the overlay on the network was made of. */
  #laid: unknown[] = []

  protected override begin() {
    this.#query = this.own(new EngineQuery(this.session, 'trace', () => this.requestUpdate()))
    this.#laid = []
    pointByRows(this, this.session, 'tr[data-layer]', this.leave)
    ownOverlay(this.session, this.leave)
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isForced = changes.has('state') || changes.has('data') || changes.has('pointed') || changes.has('running')
    return (isForced || changes.has('frame')) && this.#isDue(isForced || !this.session.isRunning)
  }

  protected override render() {
    const {
      frame,
      state: { view },
    } = this.session
    if (!frame) return nothing
    const at = chosenNeuron(this.session, frame)
    const isMean = view.scope === 'batch'
    const most = Math.max(...frame.layers.map(({ delta }) => largestOf(delta)))
    if (isMean && !this.session.isRunning) this.#query.ask(scopeOf(this.session))
    return html`
      <p class="error-lead">${isMean ? text('aboutBatch', { count: frame.samples }) : text('aboutRow')}</p>
      <p class="hint">${text('legend')}</p>
      <div class="error-columns">
        <section class="chain ${layerClass(at.layer, frame.layers.length)}">${this.#chain(frame, at)}</section>
        <section class="deltas">
          <h2>${text('deltas')}</h2>
          ${frame.layers.map((_, i) => this.#table(frame, frame.layers.length - 1 - i, at, most))}
        </section>
      </div>`
  }

  protected override updated() {
    const { frame } = this.session
    if (frame) this.#lay(frame, chosenNeuron(this.session, frame))
  }

  #chain(frame: Frame, at: Neuron) {
    const isOutput = at.layer === frame.layers.length - 1
    const name = neuronName(this.session, at.layer, at.unit)
    const delta = frame.layers[at.layer]?.delta[at.unit]
    const rows = frame.samples > 1 && this.#query.isCurrent ? this.#query.found?.answer : undefined
    return html`
      <h2><b>${at.layer < 0 ? name : text('heading', { name })}</b>${
        delta === undefined ? nothing : html` = <span class="is-delta">${numberOf(this.session)(delta)}</span>`
      }</h2>
      ${isOutput ? outputTemplate(this.session, frame, at) : hiddenTemplate(this.session, frame, at)}
      ${rows && at.layer >= 0 ? rowsTemplate(this.session, frame, rows, at) : nothing}`
  }

  /** @param most the largest delta of all */
  #table({ layers }: Frame, layer: number, at: Neuron, most: number) {
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

  #row(layer: number, unit: number, delta: number, most: number, at: Neuron) {
    const isChosen = at.layer === layer && at.unit === unit
    const { pointed } = this.session
    const isPointed = pointed && 'unit' in pointed && pointed.layer === layer && pointed.unit === unit
    return html`
      <tr class="${isChosen ? 'chosen' : ''} ${isPointed ? 'pointed' : ''}" data-layer=${layer} data-unit=${unit}
        aria-current=${isChosen ? 'true' : nothing}>
        <th scope="row"><button type="button" class="neuron-button"
          @click=${() => setView(this.session, { selected: { layer, unit } })}
          >${neuronName(this.session, layer, unit)}</button></th>
        ${signedBar(delta, most)}
        <td class="is-delta">${numberOf(this.session)(delta)}</td>
      </tr>`
  }

  /** Lays every delta over the network, and on the wires what is passed back to the chosen neuron. */
  #lay(frame: Frame, at: Neuron) {
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
}
