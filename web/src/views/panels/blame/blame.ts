import { html, nothing, type PropertyValues } from 'lit'
import { layerName, neuronName, parameterAbout } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { parameterOf } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import type { TracedRows } from '../../../session/questions.ts'
import { formatShare } from '../../../text/numbers.ts'
import { capital, texts } from '../../../text/text.ts'
import { about } from '../../parts/about.ts'
import { presses } from '../../parts/buttons.ts'
import { changed } from '../../parts/changed.ts'
import { chosenNeuron } from '../../parts/chosen.ts'
import { EngineQuery, type Found } from '../../parts/engine-query.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { traceNumbers } from '../../parts/maths/values.ts'
import { ownOverlay } from '../../parts/own-overlay.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { scopeOf } from '../../parts/scope.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { marked } from '../../parts/term/marked.ts'
import css from './blame.css'
import { activeWords, listTemplate } from './lists.ts'
import { type Blame, chosenOverlay, stageOverlay, strongest } from './numbers.ts'
import { sentences } from './sentences.ts'
import { Sweep } from './sweep.ts'

/**
 * Whom a neuron blames for its error: the gradients of its weights, and the error handed back, which are two things.
 */
const text = texts(sentences)

/** Tells one run of a signal from the next. */
let token = 0

export class BlamePanel extends SessionElement {
  static override room = 'blame'
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  #query!: EngineQuery<'trace'>
  /** Of the rows of the next batch, in which activity is counted. */
  #batch!: EngineQuery<'trace'>
  #sweep!: Sweep
  /** What is known, beside the frame that was there when it came. */
  #known: { found: Found<'trace'>; frame: Frame } | null = null
  #onWires: Blame = 'gradient'
  #isOtherOverlay = changed()
  #isOtherNeuron = changed()
  #token = 0

  protected override begin() {
    const { session } = this
    const query = new EngineQuery(session, 'trace', () => {
      const { found } = query
      if (found && session.frame) this.#known = { found, frame: session.frame }
      this.requestUpdate()
    })
    this.#query = this.own(query)
    this.#batch = this.own(new EngineQuery(session, 'trace', () => this.requestUpdate()))
    this.#sweep = new Sweep(
      () => this.#known?.frame.layers.length ?? 1,
      () => {
        this.#token = ++token
        this.requestUpdate()
      },
    )
    this.leave.addEventListener('abort', () => this.#sweep.leave())
    pointByRows(this, session, '[data-layer]', this.leave)
    this.#isOtherOverlay = changed()
    ownOverlay(session, this.leave)
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const {
      frame,
      state: { view },
    } = this.session
    const isOther = changes.has('state') || changes.has('data') || changes.has('pointed') || changes.has('running')
    if (!frame || (!isOther && !changes.has('frame'))) return false
    if (!this.#query.found) this.#known = null
    if (this.#isOtherNeuron(view.selected)) this.#sweep.leave()
    this.#query.ask(scopeOf(this.session))
    this.#batch.ask(this.session.isRunning ? null : { isBatch: true })
    return isOther
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.sweep .play')
  }

  protected override render() {
    const { selected } = this.session.state.view
    const known = this.#known
    const isInput = selected !== null && selected.layer < 0
    return html`
      <p class="lead">${text('about')}</p>
      ${isInput ? html`<p class="hint">${text('input')}</p>` : nothing}
      ${known ? this.#template(known.found.answer, known.frame) : nothing}`
  }

  protected override updated() {
    if (this.#known) this.#lay(this.#known.found, this.#known.frame)
  }

  #at(frame: Frame): Neuron {
    const at = chosenNeuron(this.session, frame)
    return at.layer < 0 ? { layer: frame.layers.length - 1, unit: 0 } : at
  }

  #template(trace: TracedRows, frame: Frame) {
    const at = this.#at(frame)
    const numbers = traceNumbers(this.session, frame, trace)
    const delta = valueAt(numbers, 'delta', at)
    const batch = this.#batchNumbers(frame, at)
    const isMean = trace.X.length > 1
    const name = neuronName(this.session, at.layer, at.unit)
    const hint = (key: keyof typeof sentences) => html`<p class="hint">${marked(text(key))}</p>`
    return html`
      <div class="blame-head ${layerClass(at.layer, frame.layers.length)}">
        <h2><b>${text('heading', { name })}</b>: ${
          isMean ? text('headingMean', { count: trace.X.length }) : text('headingRow')
        } <span class="is-delta">${numbers.write(delta)}</span></h2>
        ${this.#switch()}
      </div>
      ${this.#sweepTemplate(numbers, name)}
      ${delta === 0 ? hint('none') : nothing}
      <div class="blame-columns">
        <section><h3>${text('gradientTitle')}</h3>${listTemplate(this.session, numbers, at, 'gradient', batch)}
          ${batch ? html`<p class="hint">${activeWords(batch, at)}</p>` : nothing}${hint('gradientAbout')}
          ${isMean ? hint('gradientMean') : nothing}</section>
        <section><h3>${text('passedBackTitle')}</h3>${listTemplate(this.session, numbers, at, 'passedBack')}
          ${hint(isMean ? 'passedBackMean' : 'passedBackAbout')}${at.layer === 0 ? hint('passedBackInputs') : nothing}</section>
      </div>`
  }

  /** The rows of the next batch, where the neurons before have an activation. */
  #batchNumbers(frame: Frame, { layer }: Neuron): Numbers | null {
    const { found, isCurrent } = this.#batch
    return found && isCurrent && layer > 0 ? traceNumbers(this.session, frame, found.answer) : null
  }

  #switch() {
    const option = (kind: Blame) => html`
      <label><input type="radio" name="blame-wires" .checked=${this.#onWires === kind} @change=${() => {
        this.#onWires = kind
        this.requestUpdate()
      }}>${text(kind)}</label>`
    return html`<fieldset class="blame-wires"><legend>${text('onWires')}</legend>
      ${option('gradient')}${option('passedBack')}</fieldset>`
  }

  /** @param name of the neuron that is chosen */
  #sweepTemplate(numbers: Numbers, name: string) {
    const sweep = this.#sweep
    const { layer, isPlaying } = sweep
    const last = numbers.network.layers.length - 1
    return html`
      <div class="sweep" role="group" aria-label=${text('sweep')}>
        <button type="button" class="primary play" ${about(text('ready'))} @click=${() => (isPlaying ? sweep.stop() : sweep.play())}
          >${text(isPlaying ? 'stop' : 'play')}</button>
        <button type="button" class="quiet" ${presses(() => sweep.go(-1), layer === null || layer === last)}
          >‹ ${text('previous')}</button>
        <button type="button" class="quiet" ${presses(() => sweep.go(1), layer === 0)}
          >${text('next')} ›</button>
        ${
          layer === null || isPlaying
            ? nothing
            : html`<button type="button" class="quiet" @click=${() => {
                sweep.leave()
                this.requestUpdate()
              }}>${text('leave', { name })}</button>`
        }
        <p aria-live=${this.session.isRunning ? 'off' : 'polite'}>${layer === null ? nothing : this.#sentence(numbers, layer)}</p>
      </div>`
  }

  /** What happens in one stage of the sweep. */
  #sentence(numbers: Numbers, layer: number) {
    const last = numbers.network.layers.length - 1
    const { at: wire, value, share } = strongest(numbers, layer, this.#onWires)
    const name = layerName(layer, last + 1)
    const names = { layer: layer > 0 ? name : capital(name), before: layerName(layer - 1, last + 1) }
    const at = text('stage', { at: last - layer + 1, count: last + 1 })
    if (value === 0) return `${at} ${text('stageNone', { layer: name })}`
    const kind =
      layer === last ? (layer === 0 ? 'stageOnly' : 'stageOutput') : layer === 0 ? 'stageInputs' : 'stageHidden'
    return `${at} ${text(this.#onWires === 'gradient' ? kind : `${kind}PassedBack`, {
      ...names,
      weight: parameterAbout(this.session, parameterOf(wire)),
      value: numbers.write(value),
      share: formatShare(share),
    })}`
  }

  /** Lays it over the network: the chosen neuron's blame, or a stage of the sweep. */
  #lay({ answer: trace, details, revision }: Found<'trace'>, frame: Frame) {
    const at = this.#at(frame)
    const { layer } = this.#sweep
    if (!this.#isOtherOverlay([details, revision, at, layer, this.#onWires, this.#token])) return
    const numbers = traceNumbers(this.session, frame, trace)
    const overlay =
      layer === null
        ? chosenOverlay(numbers, at, this.#onWires)
        : stageOverlay(numbers, layer, this.#onWires, this.#token)
    this.session.run({ do: 'overlay', overlay })
  }
}
