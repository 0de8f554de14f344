import { html, nothing } from 'lit'
import type { GivenTable } from '../../data/hand.ts'
import { featureName } from '../../network/names.ts'
import type { Change } from '../../session/announcer.ts'
import { capital, texts } from '../../text/text.ts'
import { Entries } from '../parts/fields/entries.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { watchSize } from '../parts/watch-size.ts'
import type { Plot } from '../plot/plot.ts'
import { Board, type Mark } from './board.ts'
import css from './draw.css'
import { Drawing } from './drawing.ts'
import { canDraw, Ground } from './ground.ts'
import { missingLevels, withoutRows, withRow, withRows } from './own-table.ts'
import { sentences } from './sentences.ts'
import { type Place, sprayed } from './spray.ts'
import {
  brushTemplate,
  choiceTemplate,
  classesTemplate,
  coordinatesTemplate,
  nameTemplate,
  valuesTemplate,
} from './tools.ts'
import { countWords, needWords, placeWords, targetWords } from './words.ts'

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
  #drawing!: Drawing
  #board: { plot: Plot; board: Board } | null = null
  #tool: Tool = 'points'
  #brush = { count: 5, spread: 24 }
  /** Values of what is added where it has no class, one an output. */
  #values: number[] = []
  #coordinates: number[] = []
  #said = ''

  protected override begin() {
    const redraw = () => this.requestUpdate()
    this.#entries = new Entries(this.session, redraw)
    if (this.#drawing?.session !== this.session) this.#drawing = new Drawing(this.session, redraw)
    this.own(watchSize(this.picture, () => requestAnimationFrame(() => this.#board?.board.paint())))
    this.leave.addEventListener('abort', () => this.#dropBoard())
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (!canDraw(this.session)) this.close()
    return changes.has('state') || changes.has('data')
  }

  /** Begins with nothing, until Undo or the reader brings the present points back. */
  empty(isEmpty: boolean) {
    this.#drawing.empty(isEmpty)
    this.#say('')
  }

  get #table(): GivenTable {
    return this.#drawing.table
  }

  get #isOfClasses() {
    return this.#drawing.isOfClasses
  }

  get #classes() {
    return this.#drawing.classes
  }

  get #target(): number[] {
    return this.#isOfClasses ? [this.#classes.chosen] : this.#table.outputs.map((_, k) => this.#values[k] ?? 0)
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
        ${choiceTemplate('draw-start', text('start'), starts, this.#drawing.fresh ? 'empty' : 'these', (name) => this.empty(name === 'empty'))}</div>
      <p class="hint draw-where">${this.#where()} <span role="status">${this.#said}</span></p>
      <div role="status">${this.#entries.sentences.map((sentence) => html`<p class="refusal">${sentence}</p>`)}</div>
      <p class="spoken" id="draw-help">${text('boardHelp')}</p>
      <details class="draw-more"><summary>${text(this.#isOfClasses ? 'more' : 'coordinates')}</summary>
        ${this.#isOfClasses ? nameTemplate(this.#entries, this.#classes, (name) => this.#drawing.rename(name)) : nothing}
        ${coordinatesTemplate(this.#entries, this.#columns(), { put: this.#put, add: this.#addTyped })}
      </details>`
  }

  #targetTemplate() {
    if (this.#isOfClasses) {
      const on = { choose: this.#choose, add: this.#addClass, remove: this.#removeClass }
      return classesTemplate(this.#classes, this.#drawing.fresh === null, on)
    }
    if (this.#board?.board.ground.hasValueAlong) return nothing
    return valuesTemplate(this.#entries, this.#table.outputs, this.#values)
  }

  /** What can be typed: inputs, and values where the plane does not say them. */
  #columns() {
    const { inputs, outputs } = this.#table
    const isAlong = this.#board?.board.ground.hasValueAlong
    const names = inputs.map((_, i) => (this.session.data ? featureName(this.session.data, i) : ''))
    return [...names, ...(isAlong ? outputs : [])].map((name, c) => ({ name, value: this.#coordinates[c] ?? 0 }))
  }

  /** How many points there are, or what is missing until training can start. */
  #where() {
    const { fresh, names } = this.#drawing
    return fresh ? needWords(names && missingLevels(fresh, names)) : countWords(this.#table)
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
          return view.#isOfClasses ? view.#classes.chosen : null
        },
        get isEmpty() {
          return view.#drawing.fresh !== null
        },
        get settling() {
          return [...view.#freshMarks, ...view.#drawing.settling]
        },
        marks: () => this.#marks(),
        sprayed: (about, touch) =>
          sprayed(about, {
            count: this.#brush.count,
            radius: this.#brush.spread,
            seed: this.session.state.data.seed + 1000 * this.#table.rows.length + touch,
          }),
        add: (places) => this.#addRows(places.map((place) => this.#rowAt(place))),
        move: (row, to) => this.#move(row, to),
        erase: (rows) => this.#erase(rows),
        turn: (by) => {
          if (!this.#isOfClasses) return
          this.#classes.turn(by)
          this.#sayClass()
        },
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
    const classes = this.#classes.names.length
    return rows.map((row, i) => ({
      ...(i < test && !showTest ? { x: NaN, y: NaN } : this.#ground.placeOf(row, classes)),
      style: this.#isOfClasses ? Number(row[inputs.length]) : null,
    }))
  }

  /** Of what is not in use yet. */
  get #freshMarks(): Mark[] {
    return this.#drawing.fresh ? this.#marks() : []
  }

  #addRows(rows: number[][]) {
    if (rows.length === 0) return
    const classes = this.#classes.names.length
    const style = this.#isOfClasses ? this.#classes.chosen : null
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
    if (!this.#drawing.isEnough(table)) return this.#say(text('last'))
    this.#say(text('erased_other', { count: rows.length }))
    this.#edit(table, [])
  }

  #edit(table: GivenTable, settling: Mark[]) {
    this.#drawing.edit(table, this.#ground.ranges, [...settling, ...this.#freshMarks])
  }

  #take = (tool: Tool) => {
    this.#tool = tool
    this.requestUpdate()
  }

  #setBrush = (brush: { count?: number; spread?: number }) => {
    this.#brush = { ...this.#brush, ...brush }
    this.requestUpdate()
  }

  #choose = (level: number) => {
    this.#classes.chosen = level
    this.#sayClass()
  }

  #sayClass() {
    this.#say(capital(text('ofClass', { name: this.#classes.names[this.#classes.chosen] })))
  }

  #addClass = () => {
    this.#classes.add()
    this.#sayClass()
  }

  #removeClass = () => {
    const { chosen, names } = this.#classes
    const left = this.#drawing.withoutClass
    if (!this.#drawing.isEnough(left)) return this.#say(text('last'))
    const count = this.#table.rows.length - left.rows.length
    this.#say(text(count ? 'removedClass_other' : 'removedEmpty', { name: names[chosen], count }))
    this.#drawing.removeClass(this.#ground.ranges)
  }

  #put = (column: number, value: number) => {
    this.#coordinates[column] = value
  }

  #addTyped = () => {
    const columns = this.#columns().map(({ value }) => value)
    this.#addRows([[...columns, ...this.#target.slice(columns.length - this.#table.inputs.length)]])
  }

  #what(row: readonly (number | null)[]) {
    return targetWords(row, this.#table.inputs.length, this.#drawing.names)
  }

  #placeWords(row: number[], at = -1) {
    const names = this.#columns().map(({ name }) => name)
    return placeWords(names, row, at < 0 ? '' : this.#what(this.#table.rows[at]))
  }

  #say(words: string) {
    this.#said = words
    this.requestUpdate()
  }
}

defineView('glassbox-draw', DrawView)
