import { html, nothing, type PropertyValues } from 'lit'
import { beyond } from '#beyond'
import { Fetched } from '#fetched'
import type { LayerSettings } from '../../network/layers.ts'
import type { QuantityName } from '../../quantities/at.ts'
import { networkOf } from '../../quantities/network.ts'
import { optimizerTrees } from '../../quantities/options/optimizers.ts'
import type { Change } from '../../session/announcer.ts'
import { activations } from '../../text/options/activations.ts'
import '../../text/options/descriptions.ts'
import { costs } from '../../text/options/costs.ts'
import { initializers } from '../../text/options/initializers.ts'
import { optimizers } from '../../text/options/optimizers.ts'
import { texts } from '../../text/text.ts'
import { valueIn } from '../parts/control.ts'
import { Entries } from '../parts/fields/entries.ts'
import fieldCss from '../parts/fields/field.css'
import { choiceField, fieldId, numberField, switchField } from '../parts/fields/field.ts'
import { optionList } from '../parts/fields/options.ts'
import { settingLabels } from '../parts/fields/sentences.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import maths from '../parts/maths/maths.css'
import { SessionElement } from '../parts/session-element.ts'
import { lettersTemplate } from '../parts/terms/equation.ts'
import formula from '../parts/terms/formula.css'
import css from './all-settings.css'
import { sentences } from './sentences.ts'

const text = texts(sentences, settingLabels)

/** Settings that only some optimizers read; the catalogue says which. */
type OptimizerSetting = 'momentum' | 'beta1' | 'beta2' | 'epsilon' | 'rho' | 'weightDecay'

type NumberSetting = OptimizerSetting | 'learningRate' | 'l1' | 'l2'

/** The drawer with every setting of network and training, built from the catalogue. */
export class AllSettingsView extends SessionElement {
  static override sheets = [fieldCss, maths, formula, css]
  #entries!: Entries
  /** Brings the rules by which playing stops. */
  readonly #stop = new Fetched(
    () => beyond.timeline?.(),
    () => this.requestUpdate(),
  )

  protected override begin() {
    this.#stop.ask()
    if (this.#entries?.session !== this.session) this.#entries = new Entries(this.session, () => this.requestUpdate())
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('state') || changes.has('notice')
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.settings-layer + .quiet')
  }

  protected override render() {
    return html`
      <p class="hint">${text('about')}</p>
      ${this.#training()}<glassbox-stop></glassbox-stop>${this.#stop.failure}${this.#regularisation()}${this.#network()}`
  }

  /** Leads to the field of a path. */
  async leadTo(path: string) {
    await this.updateComplete
    const field = this.querySelector(`#${fieldId(path)}`)
    if (field instanceof HTMLElement) field.focus()
  }

  #training() {
    const { session } = this
    const {
      catalog,
      state: { training },
    } = session
    const optimizer = catalog.optimizers.find(({ name }) => name === training.optimizer)
    const own = (optimizer?.uses ?? []) as OptimizerSetting[]
    return html`
      <fieldset>
        <legend>${text('training')}</legend>
        ${choiceField(session, {
          path: 'training.cost',
          label: text('cost'),
          value: training.cost,
          options: costs.choices(catalog.costs),
          formula: this.#formulas('rowCost'),
        })}
        ${choiceField(session, {
          path: 'training.optimizer',
          label: text('optimizer'),
          value: training.optimizer,
          options: optimizers.choices(catalog.optimizers),
          formula: this.#formulas(...(Object.keys(optimizerTrees[training.optimizer]) as QuantityName[])),
        })}
        ${['learningRate', ...own].map((name) => this.#number(name as NumberSetting))}
        ${numberField(this.#entries, {
          path: 'training.batchSize',
          label: text('batchSize'),
          value: training.batchSize,
          limit: catalog.limits.batchSize,
        })}
        ${switchField(session, {
          path: 'training.shuffle',
          label: text('shuffle'),
          value: training.shuffle,
        })}
      </fieldset>`
  }

  /** Of the first weight, or of the cost of a row. */
  #formulas(...names: QuantityName[]) {
    const { catalog, state, data } = this.session
    const network = networkOf(catalog, state, { inputs: data?.featureNames.length ?? 1, rows: 1 })
    const at = names[0] === 'rowCost' ? { layer: network.layers.length - 1, unit: 0 } : { layer: 0, unit: 0, from: 0 }
    return names.map((name) => lettersTemplate({ network, name, at }))
  }

  #regularisation() {
    return html`
      <fieldset>
        <legend>${text('regularisation')}</legend>
        ${this.#number('l1')}${this.#number('l2')}
      </fieldset>`
  }

  #number(name: NumberSetting) {
    const { catalog, state } = this.session
    return numberField(this.#entries, {
      path: `training.${name}`,
      label: text(name),
      value: state.training[name],
      limit: catalog.limits[name],
    })
  }

  #network() {
    const { session } = this
    const {
      catalog,
      state: { network },
    } = session
    return html`
      <fieldset>
        <legend>${text('network')}</legend>
        ${network.layers.map((layer, i) => this.#layer(layer, i))}
        <button type="button" class="quiet" @click=${this.#addLayer}>${text('addLayer')}</button>
        ${choiceField(session, {
          path: 'network.initializer',
          label: text('initializer'),
          value: network.initializer,
          options: initializers.choices(catalog.initializers),
        })}
        ${numberField(this.#entries, {
          path: 'network.seed',
          label: text('seed'),
          value: network.seed,
          limit: catalog.limits.seed,
        })}
        ${choiceField(session, {
          path: 'network.precision',
          label: text('precision'),
          value: network.precision,
          options: catalog.precisions.map((name) => ({
            name,
            label: text(name as 'float64' | 'float32'),
          })),
        })}
      </fieldset>`
  }

  #addLayer = () => this.session.run({ do: 'addLayer', at: this.session.state.network.layers.length - 1 })

  #removeLayer(at: number) {
    this.#entries.forget('units-')
    return this.session.run({ do: 'removeLayer', at })
  }

  #layer({ units, activation }: LayerSettings, i: number) {
    const { session } = this
    const number = i + 1
    const key = `units-${i}`
    const isOutput = number === session.state.network.layers.length
    const set = (key: string, value: unknown) =>
      session.run({ do: 'set', changes: { [`network.layers.${i}.${key}`]: value } })
    return html`
      <div class="settings-layer">
        <span>${isOutput ? text('outputLayer') : text('layer', { number })}</span>
        ${
          isOutput
            ? html`
          <span class="hint">${text('unitCount_other', { count: units })}</span>`
            : html`
          ${this.#entries.number({
            key,
            name: text('units', { number }),
            value: units,
            limit: session.catalog.limits.units,
            send: (number) => set('units', number),
          })}`
        }
        <select class="choice" aria-label=${isOutput ? text('activationOfOutput') : text('activationOf', { number })}
          @change=${(event: Event) => set('activation', valueIn(event))}
          >${optionList(activations.choices(session.catalog.activations), activation)}</select>
        ${
          isOutput
            ? nothing
            : html`
          <button type="button" class="close" aria-label=${text('removeLayer', { number })}
            @click=${() => this.#removeLayer(i)}>×</button>`
        }
        ${this.#entries.sentence(key) ? html`<p class="refusal" role="alert">${this.#entries.sentence(key)}</p>` : nothing}
      </div>`
  }
}
