import { html, nothing } from 'lit'
import { aboutOf, type GivenTable } from '../../data/hand.ts'
import { featureName } from '../../network/names.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { listOf } from '../../text/lists.ts'
import { formatNumber } from '../../text/numbers.ts'
import { capital, texts } from '../../text/text.ts'
import { Entries } from '../parts/fields/entries.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { watchSize } from '../parts/watch-size.ts'
import type { Plot } from '../plot/plot.ts'
import { Board, type Mark } from './board.ts'
import css from './draw.css'
import { Ground } from './ground.ts'
import { missingLevels, trainingRows, withLevels, withoutRows, withRanges, withRow, withRows } from './own-table.ts'
import { sentences } from './sentences.ts'
import { type Place, sprayed } from './spray.ts'
import { Strokes } from './strokes.ts'
import { brushTemplate, choiceTemplate, classesTemplate, coordinatesTemplate, nameTemplate } from './tools.ts'

const text = texts(sentences)

type Tool = 'points' | 'spray' | 'erase'

/** How far the eraser takes points away, in pixels. */
const eraser = 10

/** What a reader draws points with, over the picture of data of one or two features: they become a table of one's own. */
export class DrawView extends SessionElement {
  static override room = 'draw'
  static override sheets = [css]
  /** The picture that it stands in. */
  picture!: HTMLElement
  close = () => {}
  #entries!: Entries
  #strokes!: Strokes
  #board: { plot: Plot; board: Board } | null = null
  #tool: Tool = 'points'
  #brush = { count: 5, spread: 24 }
  /** The class of what is added; else its values, one an output. */
  #level = 0
  #values: number[] = []
  /** Classes without a row yet, which the table has not heard of. */
  #newLevels: string[] = []
  /** What is drawn on an empty plane, until there is enough of it to train on; null = it has been, or nothing is. */
  #fresh: GivenTable | null = null
  /** Points on their way into the data. */
  #settling: Mark[] = []
  #coordinates: number[] = []
  #said = ''

  protected override begin() {
    const redraw = () => this.requestUpdate()
    this.#entries = new Entries(this.session, redraw)
    this.#strokes = new Strokes(this.session, text('classColumn'))
    this.own(watchSize(this.picture, () => requestAnimationFrame(() => this.#board?.board.paint())))
    this.leave.addEventListener('abort', () => this.#dropBoard())
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (!canDraw(this.session)) this.close()
    return changes.has('state') || changes.has('data')
  }

  /** Begins with nothing, until Undo or the reader brings the present points back. */
  empty(isEmpty: boolean) {
    this.#fresh = isEmpty ? { ...this.#strokes.table, test: 0, rows: [] } : null
    this.#say('')
  }

  get #table(): GivenTable {
    return this.#fresh ?? this.#strokes.table
  }

  get #isOfClasses() {
    return this.session.data?.task !== 'regression'
  }

  get #levels(): string[] {
    const { outputs } = this.#table
    return [...(aboutOf(this.#table, outputs[0]).levels ?? []), ...this.#newLevels]
  }

  get #target(): number[] {
    return this.#isOfClasses ? [this.#level] : this.#table.outputs.map((_, k) => this.#values[k] ?? 0)
  }

  protected override render() {
    const { data } = this.session
    if (!data || !canDraw(this.session)) return nothing
    const option = (name: Tool) => ({ name, label: text(name), about: text(`${name}About`) })
    const starts = (['these', 'empty'] as const).map((name) => ({ name, label: text(name) }))
    return html`
      <div class="draw-tools">
        ${choiceTemplate('draw-tool', text('tool'), [option('points'), option('spray'), option('erase')], this.#tool, this.#take)}
        <button type="button" class="quiet" @click=${() => this.close()}>${text('done')}</button>
      </div>
      ${this.#tool === 'spray' ? brushTemplate(this.#brush, this.#setBrush) : nothing}
      ${this.#tool === 'erase' ? nothing : this.#targetTemplate()}
      <div class="draw-start"><span>${text('start')}</span>
        ${choiceTemplate('draw-start', text('start'), starts, this.#fresh ? 'empty' : 'these', (name) => this.empty(name === 'empty'))}</div>
      <p class="hint draw-where">${this.#where()} <span role="status">${this.#said}</span></p>
      <div role="status">${this.#entries.sentences.map((sentence) => html`<p class="refusal">${sentence}</p>`)}</div>
      <p class="spoken" id="draw-help">${text('boardHelp')}</p>
      <details class="draw-more"><summary>${text(this.#isOfClasses ? 'more' : 'coordinates')}</summary>
        ${this.#isOfClasses ? nameTemplate(this.#entries, this.#levels[this.#level], this.#level, this.#rename) : nothing}
        ${coordinatesTemplate(this.#entries, this.#columns(), { put: this.#put, add: this.#addTyped })}
      </details>`
  }

  #targetTemplate() {
    if (this.#isOfClasses) {
      const on = { choose: (level: number) => this.#choose(level), add: this.#addClass }
      return classesTemplate({ levels: this.#levels, chosen: this.#level }, on)
    }
    if (this.#board?.board.ground.hasValueAlong) return nothing
    return html`<div class="number-entry">${this.#table.outputs.map(
      (name, k) => html`
      <label>${text('value', { name })} ${this.#entries.number({
        key: `value-${k}`,
        name: text('value', { name }),
        value: this.#values[k] ?? 0,
        isLive: true,
        send: (value) => {
          this.#values[k] = value
        },
      })}</label>`,
    )}</div>`
  }

  /** What can be typed: inputs, and values where the plane does not say them. */
  #columns() {
    const { inputs, outputs } = this.#table
    const isAlong = this.#board?.board.ground.hasValueAlong
    const names = inputs.map((_, i) => (this.session.data ? featureName(this.session.data, i) : ''))
    return [...names, ...(isAlong ? outputs : [])].map((name, c) => ({ name, value: this.#coordinates[c] ?? 0 }))
  }

  /** Where the points are, or what is missing until training can start. */
  #where() {
    if (this.#fresh) return this.#isOfClasses ? text('needs', { names: listOf(this.#missing) }) : text('needsValue')
    const { test = 0 } = this.#table
    const count = trainingRows(this.#table)
    return `${text('where_other', { count })} ${test ? text('tests_other', { count: test }) : ''}`
  }

  get #missing() {
    return missingLevels(this.#table, this.#levels)
  }

  protected override updated() {
    const plot = this.picture.querySelector('glassbox-plot') as Plot | null
    if (plot !== this.#board?.plot) this.#dropBoard()
    if (plot && !this.#board) this.#lay(plot)
    this.#board?.board.paint()
  }

  #lay(plot: Plot) {
    const { data } = this.session
    if (!data || !plot.width) return void requestAnimationFrame(() => this.requestUpdate())
    const view = this
    const board = new Board(
      new Ground(plot, data),
      {
        get tool() {
          return view.#tool
        },
        get radius() {
          return view.#tool === 'spray' ? view.#brush.spread : view.#tool === 'erase' ? eraser : 0
        },
        get style() {
          return view.#isOfClasses ? view.#level : null
        },
        get isEmpty() {
          return view.#fresh !== null
        },
        get settling() {
          return [...(view.#fresh ? view.#marks() : []), ...view.#settling]
        },
        marks: () => this.#marks(),
        sprayed: (about, touch) =>
          sprayed(about, {
            count: this.#brush.count,
            radius: this.#brush.spread,
            seed: this.session.state.data.seed + 1000 * this.#table.rows.length + touch,
          }),
        add: (places) => this.#add(places),
        move: (row, to) => this.#move(row, to),
        erase: (rows) => this.#erase(rows),
        turn: (by) => this.#turn(by),
        arrived: (at, row) => this.#say(this.#placeWords(this.#rowAt(at), row)),
      },
      { name: text('boardName'), describedBy: 'draw-help' },
    )
    this.#board = { plot, board }
    this.requestUpdate()
  }

  #dropBoard() {
    this.#board?.board.dispose()
    this.#board = null
  }

  get #ground() {
    return this.#board?.board.ground as Ground
  }

  #rowAt(place: Place) {
    return this.#ground.rowAt(place, this.#target)
  }

  /** Test rows that are not shown are nowhere. */
  #marks(): Mark[] {
    const { inputs, rows, test = 0 } = this.#table
    const { showTest } = this.session.state.view
    const classes = this.#levels.length
    return rows.map((row, i) => ({
      ...(i < test && !showTest ? { x: NaN, y: NaN } : this.#ground.placeOf(row, classes)),
      style: this.#isOfClasses ? Number(row[inputs.length]) : null,
    }))
  }

  #add(places: Place[]) {
    this.#addRows(places.map((place) => this.#rowAt(place)))
  }

  #addRows(rows: number[][]) {
    if (rows.length === 0) return
    const classes = this.#levels.length
    const style = this.#isOfClasses ? this.#level : null
    const settling = rows.map((row) => ({ ...this.#ground.placeOf(row, classes), style }))
    this.#say(text('added_other', { count: rows.length, what: this.#what(rows[0]) }))
    this.#edit(withRows(this.#table, rows), settling)
  }

  #move(at: number, to: Place) {
    const row = this.#table.rows[at]
    const moved = this.#ground.rowAt(to, this.#ground.targetOf(row))
    this.#say(text('moved', { place: this.#placeWords(moved) }))
    this.#edit(withRow(this.#table, at, moved), [])
  }

  #erase(rows: number[]) {
    if (rows.length === 0) return this.#say(text('none'))
    const table = withoutRows(this.#table, new Set(rows))
    if (!this.#fresh && trainingRows(table) === 0) return this.#say(text('last'))
    this.#say(text('erased_other', { count: rows.length }))
    this.#edit(table, [])
  }

  /** Takes the table that a stroke has made: into the data as one edit, unless it is not enough to train on yet. */
  async #edit(table: GivenTable, settling: Mark[]) {
    const whole = this.#isOfClasses ? withLevels(table, this.#levels) : table
    const isEnough = whole.rows.length > 0 && (!this.#isOfClasses || missingLevels(whole, this.#levels).length === 0)
    if (this.#fresh && !isEnough) {
      this.#fresh = whole
      this.#newLevels = []
      return this.requestUpdate()
    }
    this.#settling.push(...settling, ...(this.#fresh ? this.#marks() : []))
    const done = this.#strokes.edit(withRanges(whole, this.#ground.ranges))
    this.#fresh = null
    this.#newLevels = []
    this.requestUpdate()
    await done
    this.#settling = []
    this.requestUpdate()
  }

  #take = (tool: Tool) => {
    this.#tool = tool
    this.requestUpdate()
  }

  #setBrush = (brush: { count?: number; spread?: number }) => {
    this.#brush = { ...this.#brush, ...brush }
    this.requestUpdate()
  }

  #choose(level: number) {
    this.#level = level
    this.#say(capital(text('ofClass', { name: this.#levels[level] })))
  }

  #turn(by: number) {
    const { length } = this.#levels
    if (this.#isOfClasses) this.#choose((this.#level + by + length) % length)
  }

  #addClass = () => {
    const taken = this.#levels
    let number = taken.length + 1
    while (taken.includes(text('newClass', { number }))) number++
    this.#newLevels.push(text('newClass', { number }))
    this.#choose(taken.length)
  }

  /** Of a class that has rows it is an edit of the data. */
  #rename = (name: string) => {
    const levels = this.#levels
    if (!name) return text('noName')
    if (levels.some((other, k) => other === name && k !== this.#level)) return text('sameName')
    const known = levels.length - this.#newLevels.length
    if (this.#level >= known) this.#newLevels[this.#level - known] = name
    else if (this.#fresh) this.#fresh = withLevels(this.#fresh, levels.slice(0, known).with(this.#level, name))
    else return this.#strokes.edit(withLevels(this.#table, levels.slice(0, known).with(this.#level, name)))
    this.requestUpdate()
  }

  #put = (column: number, value: number) => {
    this.#coordinates[column] = value
  }

  #addTyped = () => {
    const columns = this.#columns().map(({ value }) => value)
    this.#addRows([[...columns, ...this.#target.slice(columns.length - this.#table.inputs.length)]])
  }

  /** Its class or its value. */
  #what(row: readonly (number | null)[]) {
    const { inputs } = this.#table
    const target = row.slice(inputs.length).map(Number)
    return this.#isOfClasses
      ? text('ofClass', { name: this.#levels[target[0]] })
      : listOf(target.map((value) => formatNumber(value)))
  }

  #placeWords(row: number[], at = -1) {
    const names = this.#columns()
    const place = listOf(names.map(({ name }, c) => text('coordinate', { name, value: formatNumber(row[c]) })))
    return at < 0 ? place : text('atPoint', { place, what: this.#what(this.#table.rows[at]) })
  }

  #say(words: string) {
    this.#said = words
    this.requestUpdate()
  }
}

/** Whether points of the data can be drawn: its rows are points on a plane or under a curve. */
export function canDraw({ data }: SessionLike) {
  return data !== null && data.bases <= 2 && !data.imageSide
}

defineView('glassbox-draw', DrawView)
