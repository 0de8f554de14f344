import { html, nothing, type PropertyValues } from 'lit'
import { beyond } from '#beyond'
import { Fetched } from '#fetched'
import type { DataInfo } from '../../../data/prepare.ts'
import { type Sample, sampleOf } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import { texts } from '../../../text/text.ts'
import { setView, signButton } from '../../parts/buttons.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { Entries } from '../../parts/fields/entries.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { traceNumbers } from '../../parts/maths/values.ts'
import { numberWords } from '../../parts/refusal/words.ts'
import { chooseRow } from '../../parts/row/choose-row.ts'
import { Feeder } from '../../parts/row/feed.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { FeedFields } from './fields.ts'
import type { ImagePainter } from './image-painter.ts'
import css from './inputs.css'
import { answerTemplate } from './prediction.ts'
import { sentences } from './sentences.ts'
import { unitsTemplate } from './units.ts'

const text = texts(sentences)

/** Feeds the network by hand: every input by its name, what is true, any row of the data; rows of one's own. */
export class InputsPanel extends SessionElement {
  static override room = 'inputs'
  static override sheets = [css]
  #feeder!: Feeder
  #entries!: Entries
  #fields!: FeedFields
  /** What is fetched late: predictions in the data's units, and the rows of a table of one's own. */
  readonly #own = new Fetched(
    () => beyond.own?.(),
    () => this.requestUpdate(),
  )
  /** What images are painted on, fetched with the first of them. */
  readonly #painting = new Fetched(
    () => (this.session.data?.imageSide ? beyond.painter?.() : undefined),
    () => this.requestUpdate(),
  )
  /** The sample on the network. */
  #trace!: EngineQuery<'trace'>
  #painter: ImagePainter | null = null
  #areWanted = false
  /** Of the data whose fields are shown. */
  #name: string | undefined

  protected override begin() {
    const { session } = this
    const redraw = () => this.requestUpdate()
    this.#feeder = new Feeder(session)
    if (this.#entries?.session !== session) this.#entries = new Entries(session, redraw)
    this.#fields = new FeedFields(session, this.#entries, redraw)
    this.#own.ask()
    this.#painting.ask()
    this.#trace = this.own(new EngineQuery(session, 'trace', redraw))
    this.leave.addEventListener('abort', () => this.#dropPainter())
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('data') && this.session.data?.name !== this.#name) this.#entries.forget()
    this.#name = this.session.data?.name
    if (changes.has('data')) this.#painting.ask()
    if (changes.has('state') || changes.has('data') || changes.has('frame')) {
      this.#trace.ask(sampleOf(this.session.state.view))
    }
    return changes.has('state') || changes.has('data') || changes.has('notice')
  }

  get #answered() {
    return this.#trace.found?.answer ?? null
  }

  /** Of the sample; null = not known yet. */
  get #numbers() {
    const { frame } = this.session
    const answered = this.#answered
    return frame && answered && traceNumbers(this.session, frame, answered)
  }

  /** Whether the sample is of the data that is there. */
  protected override shouldUpdate() {
    return super.shouldUpdate() && this.#feeder.sample?.input.length === this.session.data?.bases
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.row-chooser .tiny:last-child')
  }

  protected override render() {
    const { data } = this.session
    const { sample } = this.#feeder
    if (!data || !sample) return nothing
    return html`
      <p class="hint">${text('about')} ${this.#whose()}
        ${this.session.state.view.scope === 'batch' ? text('aboutBatch') : nothing}</p>
      ${this.#chooser(data)}
      <div class="inputs-panel">
        <div>
          ${data.imageSide ? html`<div class="paint">${this.#painting.failure}</div>${this.#pixels(data, sample)}` : this.#inputs(data, sample)}
        </div>
        <div>
          ${this.#fields.targets(data, sample, this.#feed)}
          ${answerTemplate(this.session, data, sample, this.#numbers)}
        </div>
      </div>
      <div class="every-unit">${unitsTemplate(this.session, this.#numbers)}</div>
      ${this.#own.found?.ownTemplate(this.session)}${this.#own.failure}
      <div role="status">${this.#entries.sentences.map((sentence) => html`<p class="refusal">${sentence}</p>`)}</div>`
  }

  protected override updated() {
    const { data } = this.session
    const { sample } = this.#feeder
    if (data && sample) this.#paint(data, sample)
  }

  #whose() {
    const { own, row } = this.session.state.view
    return own ? text('ofOwn') : text('ofRow', { row: row + 1 })
  }

  #feed = (sample: Sample) => {
    this.#feeder.feed(sample)
    this.requestUpdate()
  }

  #inputs(data: DataInfo, sample: Sample) {
    return this.#fields.inputs(data, sample, this.#answered?.X[0], this.#feed)
  }

  #pixels(data: DataInfo, sample: Sample) {
    const toggle = ({ currentTarget: details }: Event) => {
      this.#areWanted = details instanceof HTMLDetailsElement && details.open
      this.requestUpdate()
    }
    return html`<details class="pixels" @toggle=${toggle}><summary>${text('pixels')}</summary>
      ${this.#areWanted ? this.#inputs(data, sample) : nothing}</details>`
  }

  /** The row of the training set that is on the network, and ways to others. */
  #chooser({ train }: DataInfo) {
    const { session } = this
    const { row, own } = session.state.view
    const rows = train.X.shape[0]
    const limit = { minimum: 1, maximum: rows, exclusiveMinimum: false, integer: true }
    const go = (to: number) => chooseRow(session, (to + rows) % rows)
    return html`
      <div class="pane-tools">
        <div class="row-chooser">
          ${signButton('‹', text('previous'), () => go(row - 1))}
          <label class="row-entry">${text('row')} ${this.#entries.number({
            key: 'row',
            value: row + 1,
            name: text('rowField'),
            limit,
            send: (value) =>
              Number.isInteger(value) && value >= 1 && value <= rows
                ? go(value - 1)
                : numberWords(text('rowField'), String(value), { limit }),
          })}</label>
          <span>${text('of', { rows })}</span>
          ${signButton('›', text('next'), () => go(row + 1))}
        </div>
        ${
          own
            ? html`<button type="button" class="quiet" @click=${() => setView(session, { own: null })}>
          ${text('back', { row: row + 1 })}</button>`
            : nothing
        }
      </div>`
  }

  #paint(data: DataInfo, sample: Sample) {
    const box = this.querySelector<HTMLElement>('.paint')
    const { found } = this.#painting
    if (this.#painter?.root !== box) this.#dropPainter()
    if (box && found)
      this.#painter ??= new found.ImagePainter(box, this.session, this.#feeder, () => this.requestUpdate())
    this.#painter?.draw(data, sample)
  }

  #dropPainter() {
    this.#painter?.dispose()
    this.#painter = null
  }
}
