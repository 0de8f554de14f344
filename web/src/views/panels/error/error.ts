import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { isLast } from '../../../quantities/network.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { chosenNeuron } from '../../parts/chosen.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { frameNumbers, traceNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { ownOverlay } from '../../parts/own-overlay.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { scopeOf } from '../../parts/scope.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { marked } from '../../parts/term/marked.ts'
import { ranked } from '../../parts/terms/ranked.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { turnByNumbers } from '../../parts/terms/turn.ts'
import { workingOf, workingTemplate } from '../../parts/terms/working.ts'
import { throttle } from '../../parts/throttle.ts'
import { largestOf } from '../../plot/scale.ts'
import { deltasOn, ofUnits, onWires, wiresOutOf } from '../../plot/wires.ts'
import { outputAbout, passedBackTemplate, rowsTemplate } from './chain.ts'
import css from './error.css'
import { sentences } from './sentences.ts'

/** The error of every neuron, on the network and in a table, and the chain rule behind the chosen one's. */
const text = texts(sentences)

/** A longer layer shows its largest only. */
const mostNeurons = 40

export class ErrorPanel extends SessionElement {
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  /** Row by row. */
  #query!: EngineQuery<'trace'>
  #isDue = throttle(100)
  /** What the overlay on the network was made of. */
  #laid: unknown[] = []

  protected override begin() {
    this.#query = this.own(new EngineQuery(this.session, 'trace', () => this.requestUpdate()))
    this.#laid = []
    pointByRows(this, this.session, '[data-layer]', this.leave)
    turnByNumbers(this, this.session, this.leave)
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
    const numbers = frameNumbers(this.session, frame)
    const deltas = frame.layers.map((_, layer) => ofUnits(numbers, 'delta', layer))
    const most = Math.max(...deltas.map(largestOf))
    if (isMean && !this.session.isRunning) this.#query.ask(scopeOf(this.session))
    return html`
      <p class="error-lead">${marked(isMean ? text('aboutBatch', { count: frame.samples }) : text('aboutRow'))}</p>
      <p class="hint">${text('legend')}</p>
      <div class="error-columns">
        <section class="chain ${layerClass(at.layer, frame.layers.length)}">${this.#chain(numbers, frame, at)}</section>
        <section class="deltas">
          <h2>${text('deltas')}</h2>
          ${deltas.map((_, i) => this.#table(deltas, deltas.length - 1 - i, at, most))}
        </section>
      </div>`
  }

  protected override updated() {
    const { frame } = this.session
    if (frame) this.#lay(frame, chosenNeuron(this.session, frame))
  }

  #chain(numbers: Numbers, frame: Frame, at: Neuron) {
    const name = neuronName(this.session, at.layer, at.unit)
    const isMean = frame.samples > 1
    const rows = isMean && this.#query.isCurrent ? this.#query.found?.answer : undefined
    const isInput = at.layer < 0
    const working = isInput ? [] : workingOf({ ...numbers, name: 'delta', at })
    const passedBack = wiresOutOf(numbers.network, at).map((wire) => ({
      ...numbers,
      name: 'passedBack' as const,
      at: wire,
    }))
    return html`
      <h2><b>${isInput ? name : text('heading', { name })}</b>${
        isInput ? nothing : html` = <span class="is-delta">${numbers.write(valueAt(numbers, 'delta', at))}</span>`
      }</h2>
      ${isLast(numbers.network, at) ? outputAbout(numbers.network) : passedBackTemplate(this.session, numbers, at)}
      ${isInput ? nothing : workingTemplate(working, isMean)}
      ${roundedNote(...passedBack, ...(isInput || isMean ? [] : working))}
      ${rows && !isInput ? rowsTemplate(traceNumbers(this.session, frame, rows), rows.rows, at) : nothing}`
  }

  /** @param deltas by layer @param most the largest of all */
  #table(deltas: number[][], layer: number, at: Neuron, most: number) {
    const delta = deltas[layer]
    const count = delta.length
    const order =
      count <= mostNeurons
        ? delta.map((_, unit) => unit)
        : ranked(delta)
            .slice(0, mostNeurons)
            .map(({ index }) => index)
    const name = layerName(layer, deltas.length)
    return html`
      <div class="table-box short ${layerClass(layer, deltas.length)}" ${scrolls(name)}>
        <table class="numbers">
          <caption>${name} ${
            count <= mostNeurons ? nothing : html`<small>${text('most', { shown: mostNeurons, count })}</small>`
          }</caption>
          <thead class="spoken"><tr><th scope="col">${text('neuron')}</th><td></td>
            <th scope="col">${quantityText('delta')}</th></tr></thead>
          <tbody>${order.map((unit) => this.#row(layer, unit, delta[unit], most, at))}</tbody>
        </table>
      </div>`
  }

  #row(layer: number, unit: number, delta: number, most: number, at: Neuron) {
    const isChosen = at.layer === layer && at.unit === unit
    return html`
      <tr class=${isChosen ? 'chosen' : nothing} ${standsFor(this.session.pointed, { layer, unit })}
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
    const numbers = frameNumbers(this.session, frame)
    this.session.run({
      do: 'overlay',
      overlay: {
        kind: 'delta',
        colour: 'delta',
        names: {
          neurons: quantityText('delta'),
          wires: at.layer < frame.layers.length - 1 ? quantityText('passedBack') : undefined,
        },
        unit: at,
        neurons: deltasOn(
          numbers,
          frame.layers.map((_, layer) => layer),
        ),
        wires: onWires(numbers, 'passedBack', wiresOutOf(numbers.network, at)),
      },
    })
  }
}
