import { html, nothing } from 'lit'
import {
  type Choice,
  chosenTable,
  firstChoices,
  mistakesIn,
  type Outlook,
  outlook,
  type Problem,
} from '../../data/reading/choices.ts'
import { readingOf } from '../../data/reading/from-table.ts'
import { type Reading, type ReadOptions, readLimits, type Source } from '../../data/reading/reading.ts'
import type { Change } from '../../session/announcer.ts'
import { listOfAll } from '../../text/lists.ts'
import { text as pageText, texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import fieldCss from '../parts/fields/field.css'
import { nextTask } from '../parts/next-task.ts'
import { noticeWords } from '../parts/refusal/words.ts'
import { SessionElement } from '../parts/session-element.ts'
import { columnsTemplate } from './columns.ts'
import { acceptDrops } from './drops.ts'
import { layoutTemplate } from './layout.ts'
import { readInWorker } from './reader.ts'
import { sentences } from './sentences.ts'
import { sourceTemplate } from './source.ts'
import css from './table.css'
import { mistakeWords, notesWords, problemWords, refusalWords } from './words.ts'

const text = texts(sentences)

/** How many columns are drawn in one task. */
const atOnce = 10

/**
 * Brings in a table of the reader's own: pasted, chosen or dropped, then shown column by column until it is used. Before
 * that nothing of the network changes.
 */
export class OwnTableView extends SessionElement {
  static override room = 'table-view'
  static override sheets = [fieldCss, css]
  static override ignores: readonly Change[] = ['pointed', 'overlay', 'opened', 'frame', 'history', 'running']
  #isOpen = false
  #isDropping = false
  /** What was read; null: nothing, or what is shown is the table in use as the state has it. */
  #source: Source | null = null
  #options: ReadOptions = {}
  #name = ''
  #refusal = ''
  #reading: Reading | null = null
  #choices: Choice[] = []
  /** So many columns are shown: some more with each task, so that none keeps the page from heeding whoever acts. */
  #shown = atOnce
  #areLeftOut = false
  /** Of the table in use, where it came of what was read here last. */
  #usedRows = -1
  /** Reading that is under way. */
  #busy: AbortController | null = null

  protected override begin() {
    acceptDrops(this.closest<HTMLElement>('[popover]') ?? this, this.leave, {
      over: (isOver) => this.#set(() => (this.#isDropping = isOver)),
      take: (dropped) => {
        if (this.querySelector('button')?.disabled) return // the author has fixed the data
        this.#set(() => (this.#isOpen = true))
        void this.#take(dropped)
      },
    })
    this.leave.addEventListener('abort', () => this.#busy?.abort())
  }

  protected override async updated() {
    if (!this.#reading || this.#shown >= this.#reading.columns.length) return
    await nextTask()
    if (!this.leave.aborted) this.#set(() => (this.#shown += atOnce))
  }

  #set(change: () => unknown) {
    change()
    this.toggleAttribute('data-alone', this.#isOpen)
    this.classList.toggle('table-drop', this.#isDropping)
    this.requestUpdate()
  }

  protected override render() {
    if (!this.#isOpen) return this.#door()
    return html`
      <div class="table-head">
        <h3 tabindex="-1">${text('title')}</h3>
        <button type="button" class="quiet" @click=${this.#close}>${text('back')}</button>
      </div>
      ${this.#isDropping ? html`<p class="table-dropping">${text('drop')}</p>` : nothing}
      ${this.#reading ? this.#read(this.#reading) : sourceTemplate({ refusal: this.#refusal, isBusy: this.#busy !== null, take: this.#take })}`
  }

  /** What stands in the drawer while it is closed. */
  #door() {
    const { name, table } = this.session.state.data
    return html`
      <div class="table-buttons">
        <button type="button" class="quiet" @click=${this.#open}>${text('use')}</button>
        ${table && name === 'hand' ? html`<button type="button" class="quiet" @click=${this.#change}>${text('change')}</button>` : nothing}
      </div>
      <p class="hint">${this.#isDropping ? text('drop') : text('about')}</p>`
  }

  #read(reading: Reading) {
    const { layout, findings } = reading
    const view = outlook(reading, this.#choices, this.#areLeftOut)
    const notes = notesWords(findings, layout.places)
    return html`
      <div class="table-summary">
        <p role="status"><strong>${this.#name}</strong> ${text('size', {
          rows: pageText('data.rows_other', { count: reading.rows }),
          columns: text('columns_other', { count: reading.columns.length }),
        })}</p>
        <button type="button" class="quiet" @click=${this.#another}>${text('another')}</button>
      </div>
      ${this.#source === null ? html`<p class="hint">${text('notKept')}</p>` : nothing}
      ${layoutTemplate(layout, (options) => void this.#readAgain(options))}
      ${this.#mistakes(reading, view)}
      ${
        notes.length
          ? html`<section class="table-notes" aria-label=${text('notes')}><h3>${text('notes')}</h3>
        <ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></section>`
          : nothing
      }
      ${columnsTemplate(reading, this.#choices, this.#shown, this.#choose)}
      ${this.#foot(reading, view)}`
  }

  #mistakes(reading: Reading, { mistaken }: Outlook) {
    const mistakes = mistakesIn(reading, this.#choices)
    if (mistakes.length === 0) return nothing
    const toggle = () => this.#set(() => (this.#areLeftOut = !this.#areLeftOut))
    return html`
      <section class="table-mistakes ${this.#areLeftOut ? 'left-out' : ''}" aria-label=${text('mistakes')}>
        <h3>${text('mistakes')}</h3>
        <ul>${mistakes.map((one) => html`<li>${mistakeWords(one, reading.layout.places)}</li>`)}</ul>
        <div class="table-buttons">
          <button type="button" class="quiet" @click=${toggle}>${text(this.#areLeftOut ? 'putBack' : 'leaveOut')}</button>
          <span role="status" class="hint">${this.#areLeftOut ? text('leftOut_other', { count: mistaken }) : nothing}</span>
        </div>
      </section>`
  }

  #foot(reading: Reading, { problems, rows, missing }: Outlook) {
    const names = (role: string) =>
      reading.columns.flatMap(({ name }, c) => (this.#choices[c].role === role ? [name] : []))
    const [inputs, outputs] = [names('input'), names('output')]
    return html`
      <div class="table-foot">
        <div role="status">
          ${
            problems.length === 0
              ? html`<p>${text('goal', { outputs: listOfAll(outputs), inputs: text('inputs_other', { count: inputs.length }) })}
            ${text('remain_other', { count: rows })} ${missing ? text('without_other', { count: missing }) : nothing}</p>`
              : nothing
          }
          ${problems.map((problem) => this.#problem(reading, problem))}
          ${this.#refusal ? html`<p class="refusal">${this.#refusal}</p>` : nothing}
        </div>
        <button type="button" class="primary" ${presses(this.#use, problems.length > 0)}>${text('submit')}</button>
      </div>`
  }

  #problem({ columns }: Reading, problem: Problem) {
    const words = html`<p class="refusal">${problemWords(problem)}</p>`
    if (problem.code !== 'classOrAmount') return words
    const c = columns.findIndex(({ name }) => name === problem.column)
    const button = (as: 'category' | 'number', label: string) =>
      html`<button type="button" class="quiet" @click=${() => this.#choose(c, { as })}>${label}</button>`
    return html`${words}<div class="table-buttons">${button('category', text('asClasses'))}${button('number', text('asAmounts'))}</div>`
  }

  #open = () => {
    this.#set(() => (this.#isOpen = true))
    void this.#focus(this.#reading ? 'h3' : 'textarea')
  }

  #close = () => {
    this.#busy?.abort()
    this.#set(() => (this.#isOpen = false))
    void this.#focus('button')
  }

  /** Where the drawer shows something else, the focus goes along. */
  async #focus(selector: string) {
    await this.updateComplete
    await nextTask() // the page is laid out for it
    this.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  }

  #another = () => {
    this.#set(() => this.#forget())
    void this.#focus('textarea')
  }

  #forget() {
    this.#reading = null
    this.#shown = atOnce
    this.#source = null
    this.#refusal = ''
    this.#options = {}
    this.#areLeftOut = false
    this.#usedRows = -1
  }

  /** Chooses anew of the table in use: as it was read, or as the state has it where it came in another way. */
  #change = () => {
    const { data } = this.session.state
    if (data.table && (data.table.rows !== this.#usedRows || !this.#reading)) {
      this.#forget()
      const { reading, choices } = readingOf(data.table, this.session.rows.get(data.table.rows))
      this.#reading = reading
      this.#choices = choices
      this.#name = text('current')
    }
    this.#refusal = ''
    this.#set(() => (this.#isOpen = true))
    void this.#focus('h3')
  }

  #take = async (given: string | File) => {
    this.#forget()
    this.#name = typeof given === 'string' ? text('pasted') : given.name
    this.#source = await sourceOf(given).catch((error) => {
      this.#refusal = refusalWords({ code: 'unread', values: { message: String(error.message ?? error) } })
      return null
    })
    if (this.#source === null) return this.#set(() => {})
    if (await this.#readSource()) void this.#focus('h3')
  }

  #readAgain(options: ReadOptions) {
    this.#options = { ...this.#options, ...options }
    return this.#readSource()
  }

  /** @returns whether it could be read */
  async #readSource() {
    if (this.#source === null) return false
    this.#busy?.abort()
    const busy = new AbortController()
    this.#set(() => (this.#busy = busy))
    const options = { ...this.#options, nameless: text('column', { number: '{number}' }) }
    const result = await readInWorker(this.#source, options, busy.signal).catch((error) => ({
      refused: { code: 'unread', values: { message: String(error?.message ?? error) } },
      reading: undefined,
    }))
    if (busy.signal.aborted) return false
    const { reading = null, refused } = result
    this.#set(() => {
      this.#busy = null
      this.#reading = reading
      this.#refusal = refused ? refusalWords(refused) : ''
      if (reading) this.#choices = firstChoices(reading)
      this.#areLeftOut = false
    })
    return reading !== null
  }

  #choose = (column: number, change: Partial<Choice>) => {
    this.#set(() => (this.#choices = this.#choices.with(column, { ...this.#choices[column], ...change })))
  }

  #use = async () => {
    if (!this.#reading) return
    const { session } = this
    const table = chosenTable(this.#reading, this.#choices)
    await nextTask()
    const { ok } = await session.run({ do: 'openTable', table })
    if (!ok) {
      const message = session.notice ? noticeWords(session, session.notice) : ''
      return this.#set(() => (this.#refusal = text('refused', { message })))
    }
    this.#usedRows = session.state.data.table?.rows ?? -1
    this.#set(() => (this.#isOpen = false))
    this.closest<HTMLElement>('[popover]')?.hidePopover()
  }
}

/** What a file holds; of one that is too large nothing is read into memory. */
const sourceOf = async (given: string | File): Promise<Source> =>
  typeof given === 'string' ? given : given.slice(0, readLimits.bytes + 1).arrayBuffer()
