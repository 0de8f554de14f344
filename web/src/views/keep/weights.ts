import { html, nothing } from 'lit'
import { type Orientation, type Reading, readingsOf } from '../../import/layers.ts'
import { readPasted } from '../../import/pasted.ts'
import { readSafetensors } from '../../import/safetensors.ts'
import { activations } from '../../text/options/activations.ts'
import { texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { SessionElement } from '../parts/session-element.ts'
import { sentences } from './weight-sentences.ts'
import { whyWords } from './words.ts'

const text = texts(sentences)

/** Weights from elsewhere: pasted, or out of a file; taken as one edit, which can be undone. */
export class WeightsView extends SessionElement {
  #written = ''
  #readings: Reading[] = []
  #orientation: Orientation | '' = ''
  /** Of the hidden layers, where the network has others. */
  #activation = ''
  #outcome = ''

  protected override heed() {
    return false
  }

  /** Looks at what a file holds. */
  look(given: ArrayBuffer | string) {
    const { session } = this
    this.#readings = []
    this.#orientation = ''
    this.#outcome = ''
    try {
      const tensors = typeof given === 'string' ? readPasted(given) : readSafetensors(given)
      const { layers } = session.state.network
      const ends = { inputs: session.data?.featureNames.length ?? 0, outputs: layers[layers.length - 1].units }
      this.#readings = readingsOf(tensors, ends)
      if (this.#readings.length === 1) this.#orientation = this.#readings[0].orientation
      this.#activation = layers.length > 1 ? layers[0].activation : 'tanh'
    } catch (error) {
      this.#outcome = whyWords(session, error)
    }
    this.requestUpdate()
  }

  protected override render() {
    const look = () => this.look(this.#written)
    return html`<div class="keep">
      <h3>${text('title')}</h3>
      <p class="hint">${text('about')}</p>
      <label class="labelled"><span>${text('paste')}</span>
        <textarea spellcheck="false" autocomplete="off" .value=${this.#written} @input=${this.#type}></textarea></label>
      <div class="keep-row"><button type="button" class="quiet" @click=${look}>${text('read')}</button></div>
      <p class="keep-said" role="status" ?hidden=${!this.#outcome}>${this.#outcome}</p>
      ${this.#readings.length ? this.#foundTemplate() : nothing}</div>`
  }

  #foundTemplate() {
    const reading = this.#chosen
    return html`
      ${this.#readings.length > 1 ? this.#orientationTemplate() : nothing}
      ${reading ? this.#readingTemplate(reading) : nothing}`
  }

  #orientationTemplate() {
    const names: Orientation[] = ['neurons', 'inputs']
    const choose = (event: Event) => {
      this.#orientation = valueIn(event) as Orientation
      this.requestUpdate()
    }
    const options = [{ name: '', label: text('choose') }, ...names.map((name) => ({ name, label: text(name) }))]
    return html`
      <label class="labelled"><span>${text('orientation')}</span>
        <select @change=${choose}>${optionList(options, this.#orientation)}</select></label>`
  }

  #readingTemplate({ layers, withoutBias }: Reading) {
    const isFitting = this.#isFitting(layers)
    return html`
      <ol class="keep-shapes">${layers.map(({ weights, bias }) => html`<li>${text('layer', { units: bias.length, inputs: weights[0].length })}</li>`)}</ol>
      ${withoutBias ? html`<p class="hint">${text('noBias')}</p>` : nothing}
      ${isFitting || layers.length === 1 ? nothing : this.#activationTemplate()}
      <div class="keep-row"><button type="button" class="primary" ${presses(this.#take)}>${text(isFitting ? 'take' : 'takeNetwork')}</button></div>`
  }

  #activationTemplate() {
    const choose = (event: Event) => {
      this.#activation = valueIn(event)
    }
    const known = this.session.catalog.activations.filter(({ elementwise }) => elementwise)
    const options = known.map(({ name }) => ({ name, label: activations.label(name) }))
    return html`<p class="hint">${text('otherShape')}</p>
      <label class="labelled"><span>${text('activation')}</span>
        <select @change=${choose}>${optionList(options, this.#activation)}</select></label>`
  }

  get #chosen() {
    return this.#readings.find(({ orientation }) => orientation === this.#orientation)
  }

  #isFitting(layers: Reading['layers']) {
    const own = this.session.state.network.layers
    return own.length === layers.length && own.every(({ units }, l) => units === layers[l].bias.length)
  }

  #take = async () => {
    const { session } = this
    const reading = this.#chosen
    if (!reading) return
    const { step, seal, ...state } = session.save()
    const parameters = reading.layers
    const fitting = this.#isFitting(parameters)
    const { ok, message } = await session.run({
      do: 'load',
      state: fitting ? { ...state, parameters } : { ...state, ...this.#networkOf(reading), parameters },
    })
    this.#outcome = ok ? text('taken') : message
    if (ok) this.#readings = []
    this.requestUpdate()
  }

  /** A network of the shape of what was read: nothing that is looked at or held is of it. */
  #networkOf({ layers }: Reading) {
    const { network, view } = this.session.state
    const output = network.layers[network.layers.length - 1]
    const sizes = layers.slice(0, -1).map(({ bias }) => ({ units: bias.length, activation: this.#activation }))
    return {
      network: { ...network, layers: [...sizes, output] },
      held: { locked: [], muted: [] },
      view: { ...view, selected: null, parameter: null, against: null },
    }
  }

  #type = (event: Event) => {
    this.#written = (event.target as HTMLTextAreaElement).value
  }
}
