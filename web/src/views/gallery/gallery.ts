import { html, type SVGTemplateResult, svg } from 'lit'
import { presetState } from '../../state/presets.ts'
import { type Start, type StartName, starts } from '../../state/starts.ts'
import { texts } from '../../text/text.ts'
import { rootOf } from '../parts/root-of.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import thumbnailCss from '../plot/thumbnail.css'
import { thumbnail } from '../plot/thumbnail.ts'
import css from './gallery.css'
import { networkPicture, tablePicture } from './picture.ts'
import { QuestionView } from './question.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

const groups: [name: 'First' | 'One' | 'Hidden' | 'Real' | 'Wrong', starts: StartName[]][] = [
  ['First', ['tutorial', 'circle']],
  ['One', ['oneFeature', 'fiveFeatures', 'line']],
  ['Hidden', ['xor', 'curve', 'spiral']],
  ['Real', ['penguins', 'digits']],
  ['Wrong', ['overfits', 'diverges', 'dead']],
]

/** The drawer of starting points: each with its network and its data drawn small. */
class GalleryView extends SessionElement {
  static override room = 'gallery'
  static override sheets = [thumbnailCss, css]
  /** Small pictures of the data that is generated. */
  #points: Map<StartName, SVGTemplateResult> = new Map()

  protected override begin() {
    this.#drawPoints()
  }

  protected override heed(changes: ReadonlySet<unknown>) {
    return changes.has('state')
  }

  /** Draws those that are still to be drawn, as long as the view is there. */
  async #drawPoints() {
    const { session, leave } = this
    for (const [name, { data }] of Object.entries(starts) as [StartName, Start][]) {
      const generator = session.catalog.datasets.find((dataset) => dataset.name === data.name)
      if (!generator || this.#points.has(name)) continue
      const { samples = 200, noise = generator.noise } = data
      const points = await session.ask('generate', { name: data.name, samples, noise, seed: 1 }).catch(() => null)
      if (!points || leave.aborted) return // the worker may have gone with it
      this.#points.set(name, thumbnail(points, generator.task))
    }
    this.requestUpdate()
  }

  protected override render() {
    return html`
      <p class="hint">${text('lead')}</p>
      ${groups.map(
        ([group, names]) => html`
        <h3>${text(`group${group}`)}</h3>
        <ul class="starts">${names.map((name) => html`<li>${this.#start(name)}</li>`)}</ul>`,
      )}`
  }

  #start(name: StartName) {
    return html`
      <button type="button" aria-pressed=${name === this.session.state.start} @click=${() => this.#choose(name)}>
        <span class="pictures" aria-hidden="true">${this.#pictures(name)}</span>
        <strong>${text(name)}</strong>
        <span class="hint">${text(`${name}About`)}</span>
      </button>`
  }

  /** Its network, and its data: points where they are generated, else the shape of the table. */
  #pictures(name: StartName) {
    const { catalog, tables } = this.session
    const { data, network }: Start = starts[name]
    const generator = catalog.datasets.find((dataset) => dataset.name === data.name)
    const table = tables.find((table) => table.name === data.name)
    const inputs = data.features?.length ?? data.table?.inputs.length ?? (generator?.inputs || table?.features) ?? 1
    const { layers } = network ?? presetState(catalog, data.name).network
    const outputs = layers[layers.length - 1].units
    const points = generator ? this.#points.get(name) : tablePicture(inputs, outputs)
    return [networkPicture([inputs, ...layers.map(({ units }) => units)]), points].map(
      (picture) => html`<svg viewBox="0 0 72 54">${picture ?? svg``}</svg>`,
    )
  }

  /** Opens it: the drawer makes way for its question. */
  async #choose(name: StartName) {
    const { ok } = await this.session.run({ do: 'load', state: { start: name } })
    if (!ok) return
    const root = rootOf(this)
    this.closest<HTMLElement>('[popover]')?.hidePopover()
    requestAnimationFrame(() =>
      root.querySelector<HTMLElement>('.gallery-question .answers button')?.focus({ preventScroll: true }),
    )
  }
}

defineView('glassbox-gallery', GalleryView)
defineView('glassbox-question', QuestionView)
