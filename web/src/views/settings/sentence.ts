import { html } from 'lit'
import type { Change } from '../../session/announcer.ts'
import { activations } from '../../text/options/activations.ts'
import { dataLabel } from '../../text/options/data.ts'
import { optimizers } from '../../text/options/optimizers.ts'
import { text, textParts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { idle } from '../parts/idle.ts'
import { openSetting } from '../parts/page-events.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { fitWord } from './fit-word.ts'
import css from './sentence.css'

const learningRates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 3, 10]
const batchSizes = [1, 2, 5, 10, 20, 30, 64, 128, 0]
const mostHiddenLayers = 6
/** Chosen in a menu of numbers, it leads to the field where any number can be typed. */
const other = 'other'

/** The settings as one sentence whose words can be chosen: "Learn [penguins] with [2 hidden layers] of [tanh] ...". */
export class SettingsSentence extends SessionElement {
  static override room = 'sentence'
  static override sheets = [css]

  /** What is said of the words that are chosen comes late. */
  protected override async begin() {
    await idle()
    await import('../late.ts')
    this.requestUpdate()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('state')
  }

  protected override render() {
    const { layers } = this.session.state.network
    const parts = textParts(layers.length > 1 ? 'sentence.whole' : 'sentence.wholeWithoutLayers')
    return html`<p>${parts.map((part, i) => (i % 2 ? this.#word(part) : part))}</p>`
  }

  protected override updated() {
    for (const menu of this.querySelectorAll('select')) fitWord(menu)
  }

  #word(name: string) {
    if (name === 'data') return this.#data()
    if (name === 'layers') return this.#layers()
    if (name === 'activation') return this.#activation()
    if (name === 'optimizer') return this.#optimizer()
    if (name === 'learningRate') return this.#number('learningRate', learningRates)
    if (name === 'batches') {
      const { batchSize } = this.session.state.training
      return html`<glassbox-word of="batch">${text(batchSize ? 'sentence.batches' : 'sentence.oneBatch')}</glassbox-word>`
    }
    return this.#number('batchSize', batchSizes)
  }

  #data() {
    const name = dataLabel(this.session.state.data.name)
    return html`<button type="button" class="word" popovertarget="data-drawer"
      aria-label=${text('sentence.data', { name })} ${about(text('sentence.dataAbout'))}>${name}</button>`
  }

  #layers() {
    const count = this.session.state.network.layers.length - 1
    const options = Array.from({ length: Math.max(mostHiddenLayers, count) + 1 }, (_, i) => ({
      name: String(i),
      label: i ? text('sentence.layers_other', { count: i }) : text('sentence.layersNone'),
    }))
    return word('layers', options, String(count), text('sentence.layersAbout'), (chosen) =>
      this.session.run({ do: 'setHiddenLayers', count: Number(chosen) }),
    )
  }

  #activation() {
    const { session } = this
    const hidden = session.state.network.layers.slice(0, -1)
    const isMixed = hidden.some(({ activation }) => activation !== hidden[0].activation)
    const mixed = { name: '', label: text('sentence.activationMixed') }
    const choices = activations.choices(session.catalog.activations)
    const options = isMixed ? [mixed, ...choices] : choices
    const value = isMixed ? '' : hidden[0].activation
    return word('activation', options, value, activations.description(value), (value) => {
      if (!value) return
      const changes = hidden.map((_, i) => [`network.layers.${i}.activation`, value])
      return session.run({ do: 'set', changes: Object.fromEntries(changes) })
    })
  }

  #optimizer() {
    const { catalog, state } = this.session
    const { optimizer } = state.training
    const options = optimizers.choices(catalog.optimizers)
    return word('optimizer', options, optimizer, optimizers.description(optimizer), (value) =>
      this.session.run({ do: 'set', changes: { 'training.optimizer': value } }),
    )
  }

  #number(name: 'learningRate' | 'batchSize', usual: number[]) {
    const value = this.session.state.training[name]
    const values = usual.includes(value) ? usual : [value, ...usual]
    const options = values.map((number) => ({
      name: String(number),
      label: name === 'batchSize' && number === 0 ? text('sentence.batchAll') : String(number),
    }))
    options.push({ name: other, label: text('sentence.other') })
    const path = `training.${name}`
    return word(name, options, String(value), text(`sentence.${name}About`), (chosen) => {
      if (chosen !== other) return this.session.run({ do: 'set', changes: { [path]: Number(chosen) } })
      this.requestUpdate()
      openSetting(this, path)
    })
  }
}

/**
 * A word of the sentence: a menu that looks like a word.
 * @param words what it is for, or what the chosen one does
 */
function word(
  name: 'layers' | 'activation' | 'optimizer' | 'learningRate' | 'batchSize',
  options: { name: string; label: string }[],
  value: string,
  words: string,
  choose: (chosen: string) => unknown,
) {
  return html`<select class="word" data-word=${name} aria-label=${text(`sentence.${name}`)} ${about(words)}
    @change=${(event: Event) => choose(valueIn(event))}
    >${optionList(options, value)}</select>`
}

defineView('glassbox-sentence', SettingsSentence)
