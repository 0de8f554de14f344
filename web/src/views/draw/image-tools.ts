import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { useStyle } from '../parts/late-style.ts'
import type { Feeder } from '../parts/row/feed.ts'
import type { Scale } from '../plot/colour.ts'
import { imageScale } from '../plot/ink.ts'
import css from './draw.css'
import { Ink, shades } from './ink.ts'
import { withRows } from './own-table.ts'
import { sentences } from './sentences.ts'
import type { Place } from './spray.ts'
import { Strokes } from './strokes.ts'

const text = texts(sentences)

/** A thick pen for the image on the network, what it is taken for while it is drawn, and its way into the data. */
export class ImageTools {
  readonly session: SessionLike
  readonly #feeder: Feeder
  readonly #redraw: () => void
  readonly #strokes: Strokes
  #ink: { ink: Ink; values: string } | null = null
  #last: Place | null = null
  /** The class that the reader says it is. */
  #class: number | null = null
  #said = ''

  /** @param content where the image is drawn */
  constructor(content: HTMLElement, session: SessionLike, feeder: Feeder, redraw: () => void) {
    content.classList.add('draw-image')
    useStyle(content, css)
    this.session = session
    this.#feeder = feeder
    this.#redraw = redraw
    this.#strokes = new Strokes(session, text('classColumn'))
  }

  /** Draws from where the pen was to here. @param place shares of the image, from its top left */
  draw(place: Place, isErasing: boolean): void {
    this.#change((ink) => ink.stroke(this.#last ?? place, place, isErasing))
    this.#last = place
  }

  lift(): void {
    this.#last = null
  }

  /** Beside the image: what the network takes it for; beneath: what can be done with it. */
  besides() {
    return html`<glassbox-bars class="draw-bars" .session=${this.session}></glassbox-bars>`
  }

  template(data: DataInfo) {
    const options = data.classes.map((label, k) => ({ name: String(k), label }))
    return html`
      <div class="pane-tools draw-image-tools">
        <button type="button" class="quiet" title=${text('fitAbout')} @click=${() => this.#change((ink) => ink.fit())}>${text('fit')}</button>
      </div>
      ${
        data.classes.length
          ? html`
      <div class="pane-tools draw-image-tools">
        <label class="menu">${text('itIs')} <select class="draw-true" @change=${(event: Event) => this.#choose(valueIn(event), data)}>${optionList(
          [{ name: '', label: text('choose') }, ...options],
          this.#class === null ? '' : String(this.#class),
        )}</select></label>
        <button type="button" class="quiet draw-add" ${presses(() => this.#add(data), this.#class === null)}>${text('addImage')}</button>
      </div>
      <p class="hint" role="status">${this.#said || text('addImageAbout')}</p>`
          : nothing
      }`
  }

  #change(change: (ink: Ink) => void) {
    const { data } = this.session
    const { sample } = this.#feeder
    if (!data || !sample) return
    const scale = imageScale(data)
    const before = sample.input.join()
    if (this.#ink?.values !== before)
      this.#ink = {
        ink: new Ink(
          data.imageSide,
          sample.input.map((value) => inShades(value, scale)),
        ),
        values: before,
      }
    const { ink } = this.#ink
    const known = ink.values
    change(ink)
    // what the pen has not touched keeps its value, whatever it is between two shades
    const input = ink.values.map((shade, i) => (shade === known[i] ? sample.input[i] : ofShade(shade, scale)))
    this.#ink.values = input.join()
    this.#said = ''
    if (this.#ink.values !== before) this.#feeder.feed({ ...sample, input })
    this.#redraw()
  }

  #choose(name: string, { task, classes }: DataInfo) {
    this.#class = name === '' ? null : Number(name)
    const { sample } = this.#feeder
    if (sample && this.#class !== null) {
      const target = task === 'binary' ? [this.#class] : classes.map((_, k) => Number(k === this.#class))
      this.#feeder.feed({ ...sample, target })
    }
    this.#redraw()
  }

  /** It joins the training rows, as the last of them. */
  async #add(data: DataInfo) {
    const { sample } = this.#feeder
    if (this.#class === null || !sample) return
    const added = data.train.X.shape[0]
    const { table } = this.#strokes
    const { ok } = await this.#strokes.edit(withRows(table, [[...sample.input, this.#class]]))
    if (!ok) return
    this.#said = text('addedImage_other', {
      row: added + 1,
      name: data.classes[this.#class],
      count: data.test.X.shape[0],
    })
    this.#class = null
    this.#redraw()
  }
}

const inShades = (value: number, { low, high }: Scale) => (shades * (value - low)) / (high - low)
const ofShade = (shade: number, { low, high }: Scale) => low + ((high - low) * shade) / shades
