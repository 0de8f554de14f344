import { html, nothing, render } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { type Sample, sampleOf } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { setView, signButton } from '../../parts/buttons.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { Entries } from '../../parts/fields/entries.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { numberWords } from '../../parts/refusal/words.ts'
import { chooseRow } from '../../parts/row/choose-row.ts'
import { Feeder } from '../../parts/row/feed.ts'
import { FeedFields } from './fields.ts'
import { HandRows } from './hand-rows.ts'
import { ImagePainter } from './image-painter.ts'
import { answerTemplate } from './prediction.ts'
import { sentences } from './sentences.ts'
import { unitsTemplate } from './units.ts'

const text = texts(sentences)

/** Feeds the network by hand: every input by its name, what is true, any row of the data; rows of one's own. */
export class InputsPanel {
  root: HTMLElement
  session: SessionLike
  feeder: Feeder
  entries: Entries
  fields: FeedFields
  hand: HandRows
  /** The sample on the network. */
  trace: EngineQuery<'trace'>
  #painter: ImagePainter | null = null
  #areWanted = false
  /** Of the data whose fields are shown. */
  #name: string | undefined

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    root.className = 'inputs'
    this.session = session
    this.feeder = new Feeder(session)
    this.entries = new Entries(session, () => this.draw())
    this.fields = new FeedFields(session, this.entries, () => this.draw())
    this.hand = new HandRows(session, this.entries)
    this.trace = new EngineQuery(session, 'trace', () => this.draw())
  }

  update(changes: ReadonlySet<Change>) {
    if (changes.has('data') && this.session.data?.name !== this.#name) this.entries.forget()
    this.#name = this.session.data?.name
    if (changes.has('state') || changes.has('data') || changes.has('notice')) this.draw()
    if (changes.has('state') || changes.has('data') || changes.has('frame')) {
      this.trace.ask(sampleOf(this.session.state.view))
    }
  }

  get #answered() {
    return this.trace.found?.answer ?? null
  }

  draw() {
    const { data } = this.session
    const { sample } = this.feeder
    if (!data || !sample || sample.input.length !== data.featureNames.length) return
    keepFocus(
      this.root,
      () =>
        render(
          html`
      <p class="hint">${text('about')} ${this.#whose()}
        ${this.session.state.view.scope === 'batch' ? text('aboutBatch') : nothing}</p>
      ${this.#chooser(data)}
      <div class="inputs-panel">
        <div>
          ${data.imageSide ? html`<div class="paint"></div>${this.#pixels(data, sample)}` : this.#inputs(data, sample)}
        </div>
        <div>
          ${this.fields.targets(data, sample, this.#feed)}
          ${answerTemplate(this.session, data, sample, this.#answered)}
        </div>
      </div>
      <div class="every-unit">${unitsTemplate(this.session, this.#answered)}</div>
      ${this.hand.template()}
      <div role="status">${this.entries.sentences.map((sentence) => html`<p class="refusal">${sentence}</p>`)}</div>`,
          this.root,
        ),
      '.row-chooser .tiny:last-child',
    )
    this.#paint(data, sample)
  }

  #whose() {
    const { own, row } = this.session.state.view
    return own ? text('ofOwn') : text('ofRow', { row: row + 1 })
  }

  #feed = (sample: Sample) => {
    this.feeder.feed(sample)
    this.draw()
  }

  #inputs(data: DataInfo, sample: Sample) {
    return this.fields.inputs(data, sample, this.#answered?.X[0], this.#feed)
  }

  #pixels(data: DataInfo, sample: Sample) {
    const toggle = ({ target }: Event) => {
      this.#areWanted = (target as HTMLDetailsElement).open
      this.draw()
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
          <label class="row-entry">${text('row')} ${this.entries.number({
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
    const box = this.root.querySelector('.paint') as HTMLElement | null
    if (this.#painter && this.#painter.root !== box) {
      this.#painter.dispose()
      this.#painter = null
    }
    if (box) this.#painter ??= new ImagePainter(box, this.session, this.feeder, () => this.draw())
    this.#painter?.draw(data, sample)
  }

  dispose() {
    this.trace.dispose()
    this.#painter?.dispose()
    render(nothing, this.root)
  }
}
