import { html, nothing } from 'lit'
import type { Change } from '../../../session/announcer.ts'
import { listOf } from '../../../text/lists.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { dataLabel } from '../../../text/options/data.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { texts } from '../../../text/text.ts'
import { presses } from '../../parts/buttons.ts'
import { valueIn } from '../../parts/control.ts'
import { optionList } from '../../parts/fields/options.ts'
import { maySave, save } from '../../parts/save.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { plateOf } from './plate.ts'
import { fontOf } from './plate-font.ts'
import { type KeyEntry, pageOf, pngOf, svgText } from './plate-page.ts'
import { plain } from './plate-shapes.ts'
import { onStage } from './plate-stage.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What can be drawn: the element of each; that of the panel is the one of the open tab. */
const whats = { graph: 'graph', map: 'picture', chart: 'chart', openPanel: '' }
/** How wide, in pixels. */
const widths = { wide: 760, narrow: 420 }

type What = keyof typeof whats
type Width = keyof typeof widths

/** Pictures of the views, to be saved, as a slide or a paper can have them. */
export class PictureShare extends SessionElement {
  declare link: string
  static override properties = { ...SessionElement.properties, link: { attribute: false } }
  #what: What = 'graph'
  #width: Width = 'wide'
  #drawn: SVGSVGElement | null = null
  #outcome = ''
  #isBusy = false
  /** Of what is drawn last. */
  #turn = 0

  constructor() {
    super()
    this.link = ''
  }

  protected override begin() {
    const around = this.closest('details')
    const look = () => around?.open && this.#draw()
    around?.addEventListener('toggle', look, { signal: this.leave })
    look()
  }

  protected override heed(_changes: ReadonlySet<Change>) {
    return false // a picture is of the moment at which it was asked for
  }

  protected override render() {
    const choose = (take: (value: string) => void) => (event: Event) => {
      take(valueIn(event))
      this.#draw()
    }
    const takeWhat = choose((value) => (this.#what = value as What))
    const takeWidth = choose((value) => (this.#width = value as Width))
    const source = this.#drawn && `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(this.#drawn))}`
    return html`
      <div class="share-choices">
        <label class="labelled"><span>${text('what')}</span>
          <select @change=${takeWhat}>${optionList(named(Object.keys(whats) as What[]), this.#what)}</select></label>
        <label class="labelled"><span>${text('width')}</span>
          <select @change=${takeWidth}>${optionList(named(Object.keys(widths) as Width[]), this.#width)}</select></label>
      </div>
      ${source ? html`<img class="share-plate" src=${source} alt=${this.#caption().join(' ')}>` : nothing}
      <p class="hint">${text('pictureAbout')}</p>
      ${
        maySave()
          ? html`<div class="share-buttons">
        <button type="button" class="primary" ${presses(() => this.#save('svg'), this.#isBusy)}>${text('saveSvg')}</button>
        <button type="button" class="quiet" ${presses(() => this.#save('png'), this.#isBusy)}>${text('savePng')}</button>
      </div>`
          : html`<p class="hint">${text('mayNotSave')}</p>`
      }
      <p class="hint" role="status">${this.#outcome}</p>
      <div class="share-stage"></div>`
  }

  async #draw() {
    const turn = ++this.#turn
    this.#tell(text('drawing'), true)
    await this.updateComplete
    const place = this.querySelector('.share-stage')
    const { session } = this
    const name = whats[this.#what] || session.state.view.tab
    const caption = this.#caption()
    const key = this.#key()
    if (!place) return null
    try {
      const plate = await onStage(place, { name, session, width: widths[this.#width] }, plateOf)
      const drawn = pageOf({ ...plate, caption, key, about: `?${this.link}` })
      drawn.append(...(await fontOf(drawn)))
      if (turn !== this.#turn) return null
      this.#drawn = drawn
      this.#tell('')
      return drawn
    } catch (error) {
      this.#tell(text('notDrawn', { message: (error as Error).message }))
      return null
    }
  }

  /** Saves it as it is by now. */
  async #save(kind: 'svg' | 'png') {
    const drawn = await this.#draw()
    if (!drawn) return
    try {
      const content = kind === 'png' ? await pngOf(drawn) : new Blob([svgText(drawn)], { type: 'image/svg+xml' })
      const what = whats[this.#what] || this.session.state.view.tab
      save(`glassbox-${this.session.state.data.name}-${what}.${kind}`, content)
    } catch (error) {
      this.#tell(text('notDrawn', { message: (error as Error).message }))
    }
  }

  #tell(outcome: string, isBusy = false) {
    this.#outcome = outcome
    this.#isBusy = isBusy
    this.requestUpdate()
  }

  /** What is learnt and how, and how far it has come. */
  #caption(): string[] {
    const { state, frame } = this.session
    const { data, network, training } = state
    const hidden = new Set(network.layers.map(({ activation }) => activations.label(activation)))
    const about = text('captionNetwork', {
      data: dataLabel(data.name),
      layers: [this.session.data?.featureNames.length ?? 0, ...network.layers.map(({ units }) => units)].join('–'),
      activations: listOf([...hidden]),
      optimizer: optimizers.label(training.optimizer),
      name: costs.label(training.cost),
    })
    if (!frame) return [about]
    const numbers = { step: frame.step, cost: formatNumber(frame.cost) }
    const now = Number.isNaN(frame.testCost)
      ? text('captionStep', numbers)
      : text('captionTest', { ...numbers, test: formatNumber(frame.testCost) })
    return [about, now]
  }

  /** What its lines mean, where the view itself does not say it. */
  #key(): KeyEntry[] {
    if (this.#what !== 'graph' || this.session.overlay) return []
    return [
      { colour: this.#colour('positive'), label: text('positiveWeight') },
      { colour: this.#colour('negative'), label: text('negativeWeight'), dash: '7 4' },
    ]
  }

  /** What a token is on white. */
  #colour(token: string) {
    const probe = document.createElement('span')
    probe.style.colorScheme = 'light'
    probe.style.color = `var(--${token})`
    this.append(probe)
    const { colour } = plain(getComputedStyle(probe).color)
    probe.remove()
    return colour
  }
}

/** Choices of a menu, by their words. */
const named = (names: (What | Width)[]) => names.map((name) => ({ name, label: text(name) }))
