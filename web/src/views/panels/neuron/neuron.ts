import { html, nothing } from 'lit'
import { neuronName } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import { isAt, type Neuron } from '../../../network/pointed.ts'
import { asSeen } from '../../../network/units.ts'
import type { Change } from '../../../session/announcer.ts'
import { setView } from '../../parts/buttons.ts'
import { isUnfolded } from '../../parts/control.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { frameNumbers } from '../../parts/maths/values.ts'
import { NextValues } from '../../parts/next-values.ts'
import { numberOf } from '../../parts/number.ts'
import { pointByRows } from '../../parts/point-at.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { styleMap } from '../../parts/style-map.ts'
import { marked } from '../../parts/term/marked.ts'
import { flyIn } from '../../parts/terms/fly.ts'
import { turnByNumbers } from '../../parts/terms/turn.ts'
import { throttle } from '../../parts/throttle.ts'
import { activationOf, Neurons } from '../../plot/neurons.ts'
import { Palette } from '../../plot/palette.ts'
import { activationTemplate } from './activation.ts'
import { type NeuronContext, type Turned, text } from './context.ts'
import { Mute } from './mute.ts'
import css from './neuron.css'
import { outTemplate } from './out.ts'
import { sumTemplate } from './sum.ts'

/** One neuron opened up: its own small model with real numbers, term by term, each of which can be turned. */
export class NeuronPanel extends SessionElement {
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  #neurons!: Neurons
  #next!: NextValues
  #mute!: Mute
  #isDue = throttle(100)
  #isMapDue = throttle(66)
  #mapTaken = ''
  #isOutOpen = false
  #into: Turned = { order: null, first: 0, indices: [], key: '' }
  #outOf: Turned = { order: null, first: 0, indices: [], key: '' }
  #about = ''
  /** The neuron whose terms have come. */
  #flown = ''
  #redraw = () => this.requestUpdate()

  protected override begin() {
    const { session } = this
    const palette = this.own(new Palette(this, this.#recolour))
    this.#neurons = new Neurons(session, palette)
    this.#next = this.own(new NextValues(session, this.#redraw))
    this.#mute = this.own(new Mute(session, this.#redraw))
    this.#mapTaken = ''
    pointByRows(this, session, '[data-layer]', this.leave)
    turnByNumbers(this, session, this.leave)
  }

  #recolour = () => {
    this.#neurons.recolour()
    this.#neurons.paint()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isForced = ['state', 'data', 'pointed', 'running'].some((name) => changes.has(name as Change))
    if (!isForced && !changes.has('frame')) return false
    const isAtRest = isForced || !this.session.isRunning
    if (this.#isMapDue(isAtRest)) this.#neurons.paint()
    return this.#isDue(isAtRest)
  }

  protected override render() {
    const {
      frame,
      data,
      state: {
        view: { selected },
      },
    } = this.session
    if (!frame || !data) return nothing
    const chosen = selected && activationOf(frame, selected) !== undefined ? selected : null
    const at = chosen ?? { layer: 0, unit: 0 }
    this.#turnTo(at)
    this.#next.ask()
    const context = {
      session: this.session,
      frame,
      data,
      at,
      numbers: frameNumbers(this.session, frame),
      write: numberOf(this.session),
      nextOf: (parameter: Parameter) => this.#next.of(parameter),
      redraw: this.#redraw,
    }
    const count = frame.samples
    const lead = at.layer < 0 ? text('leadInput') : count > 1 ? text('leadBatch', { count }) : text('leadRow')
    return html`
      <p class="hint ${chosen ? 'lead' : ''}">${marked(lead)} ${chosen ? nothing : text('choose')}</p>
      <div class="neuron-sheet ${layerClass(at.layer, frame.layers.length)}"
        style=${styleMap({ '--digits': String(this.session.state.view.digits) })}>
        <h2 class="own">${neuronName(this.session, at.layer, at.unit)}</h2>
        <div class="sum-part">
          ${at.layer < 0 ? this.#inputTemplate(context) : sumTemplate(context, this.#into)}
          <p class="hint next-line">${this.#nextLine()}</p>
          ${at.layer < 0 || at.layer === frame.layers.length - 1 ? nothing : this.#outTemplate(context)}
        </div>
        <div class="side-part">
          ${mapTemplate(context)}
          ${at.layer < 0 ? nothing : activationTemplate(context)}
          ${this.#mute.template(context)}
        </div>
      </div>`
  }

  protected override updated() {
    this.#flyIn()
    const maps = this.querySelectorAll<HTMLElement>('.neuron-map')
    const [map] = maps
    const taken = `${map?.dataset.layer} ${map?.dataset.unit} ${this.session.data?.name}`
    if (taken === this.#mapTaken) return
    this.#mapTaken = taken
    this.#neurons.take(maps)
    this.#neurons.paint()
  }

  /** The terms of a neuron that was opened on the network come from their wires. */
  #flyIn() {
    const sum = this.querySelector<HTMLElement>('.sum-lines')
    const { pointed, isRunning, state } = this.session
    const isOther = this.#flown !== this.#about
    this.#flown = this.#about
    if (sum && isOther && !isRunning && pointed && isAt(state.view.selected, pointed)) flyIn(sum)
  }

  /** Another neuron begins at the beginning of its lists. */
  #turnTo({ layer, unit }: Neuron) {
    const about = `${layer} ${unit} ${this.session.data?.name}`
    if (about === this.#about) return
    this.#about = about
    this.#into.first = this.#outOf.first = 0
  }

  /** An input: nothing is computed, so it shows its value and where it goes. */
  #inputTemplate(context: NeuronContext) {
    const {
      session,
      frame: { input },
      data,
      at: { unit },
      write,
    } = context
    const [low, high] = data.extents[unit]
    const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
    return html`
      <dl class="facts">
        ${fact(text('valueOf'), write(input[unit]))}
        ${data.inputScale ? fact(text('seen'), write(asSeen(data, unit, input[unit]))) : nothing}
        ${fact(text('extent'), `${write(low)} – ${write(high)}`)}
      </dl>
      <button type="button" class="quiet" @click=${() => setView(session, { tab: 'inputs' })}>${text('feed')}</button>
      <h3>${text('out')}</h3>
      ${outTemplate(context, this.#outOf)}`
  }

  #outTemplate(context: NeuronContext) {
    const toggle = (event: Event) => {
      this.#isOutOpen = isUnfolded(event)
      this.requestUpdate()
    }
    return html`
      <details class="out" ?open=${this.#isOutOpen} @toggle=${toggle}>
        <summary>${text('out')}</summary>${this.#isOutOpen ? outTemplate(context, this.#outOf) : nothing}
      </details>`
  }

  #nextLine() {
    const { rows: count, isDiverged } = this.#next
    if (this.session.isRunning) return text('nextRunning')
    if (isDiverged || this.session.frame?.hasDiverged) return text('nextDiverged')
    return count ? text('next_other', { count }) : nothing
  }
}

/** Its activation over the inputs, or for images its weights as a picture. */
function mapTemplate({ data, at: { layer, unit } }: NeuronContext) {
  const isImage = data.imageSide > 0 && layer === 0
  const hasMap = isImage || (layer >= 0 && !data.imageSide && data.bases <= 2)
  return !hasMap
    ? nothing
    : html`
    <div class="neuron-map" data-layer=${layer} data-unit=${unit}>
      <span class="neuron-body"><canvas role="img" class=${isImage ? 'is-image' : ''}
        aria-label=${text(isImage ? 'mapWeights' : 'map')}></canvas></span>
    </div>`
}
