import { html, render } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { isSameParameter, type Parameter } from '../../network/parameters.ts'
import { isAt, isPointedAt, type Neuron, touches } from '../../network/pointed.ts'
import type { Change } from '../../session/announcer.ts'
import { text } from '../../text/text.ts'
import { setView } from '../parts/buttons.ts'
import { changed } from '../parts/changed.ts'
import { idle } from '../parts/idle.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { pointedOf } from '../parts/pointed-of.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { watchSize } from '../parts/watch-size.ts'
import { Neurons } from '../plot/neurons.ts'
import { Palette } from '../plot/palette.ts'
import { columnsTemplate } from './columns.ts'
import type { DialCard } from './dial-card.ts'
import css from './graph.css'
import { LateOverlay } from './late-overlay.ts'
import { columnsOf, type Layout, layoutGraph, mostUnits, unitsThatFit } from './layout.ts'
import type { LensCard } from './lens/card.ts'
import { bundlesOf, type Wire, wiresOf } from './lines.ts'
import { GraphPointer } from './pointer.ts'
import { writeRow } from './row.ts'
import { type Wanted, WeightChips } from './weights.ts'
import { type PlacedWire, Wires } from './wires.ts'

/** The network as a picture that can be edited: inputs at the left, outputs at the right, every weight a wire. */
export class GraphView extends SessionElement {
  static override room = 'graph'
  static override sheets = [css]
  static override ignores: readonly Change[] = ['opened']
  /** Where wires and neurons stand; there while it is joined with a session, like what is drawn there. */
  stage!: HTMLElement
  columns!: HTMLElement
  wires!: Wires
  chips!: WeightChips
  palette!: Palette
  #neurons!: Neurons
  #pointer!: GraphPointer
  #overlay!: LateOverlay
  /** Each stay in a document is drawn into elements of its own: those of the one before still have its listeners. */
  #life = 0
  /** First unit shown of a folded layer. */
  #pages: Map<number, number> = new Map()
  #isOtherStructure = changed()
  /** What the wires were drawn for: `focused` is the neuron to which an image's are drawn. */
  #placed: { layout: Layout | null; focused: number | null } = { layout: null, focused: null }
  #layout: Layout | null = null
  /** Every wire that may be drawn. */
  #wires: PlacedWire[] = []
  #isWireDue = throttle(33)
  #isValueDue = throttle(100)
  #isMapDue = throttle(66)
  /** The neurons on whose wires an overlay has its own numbers. */
  #told: Set<string> = new Set()
  /** What the weights are placed by. */
  #emphasised: Pick<Wanted, 'focus' | 'held' | 'walked'> | null = null
  #late: typeof import('../late.ts') | null = null
  /** The dial of the chosen weight or bias. */
  #card: DialCard | null = null
  /** The card beside what is pointed at. */
  #lens: LensCard | null = null

  protected override begin() {
    const { session } = this
    this.#life++
    this.requestUpdate()
    this.performUpdate() // what follows is drawn into it
    const part = <E extends Element>(name: string) => this.querySelector(`.graph-${name}`) as E
    this.stage = part('stage')
    this.columns = part('columns')
    this.palette = this.own(new Palette(this.stage, () => this.#recolour()))
    this.#neurons = new Neurons(session, this.palette)
    this.wires = new Wires(part('wires'), part('canvas'), this.palette)
    this.chips = new WeightChips(part('weights'), session)
    this.#pointer = new GraphPointer(this.stage, session, {
      layout: () => this.#layout,
      wires: () => this.wires.wires,
      take: this.#openDial,
      reveal: this.#reveal,
      isTold: (wire) => this.#told.has(neuronKey(wire)),
      isBesidePane: () => this.#heightToFill > 0,
    })
    this.#overlay = this.own(new LateOverlay(session, this))
    this.#isOtherStructure = changed()
    this.own(watchSize(this, () => this.#draw()))
    this.leave.addEventListener('abort', () => this.#end())
    this.#fetchLate()
  }

  /** What is not needed at once, such as what is said beneath: fetched once the page has a moment to spare. */
  async #fetchLate() {
    const { leave } = this
    await idle()
    this.#late = await import('../late.ts')
    if (leave.aborted) return
    this.#lens = this.#late.beginLate(this, this.session, () => this.#card?.isOpen ?? false, leave)
    this.requestUpdate()
  }

  protected override render() {
    return keyed(
      this.#life,
      html`
      <div class="graph-scroll">
        <div class="graph-stage">
          <canvas class="graph-canvas" aria-hidden="true" hidden></canvas>
          <svg class="graph-wires" aria-hidden="true"></svg>
          <div class="graph-columns"></div>
          <p class="spoken" id="neuron-help">${text('graph.neuronHelp')}</p>
          <p class="spoken" id="weight-help">${text('graph.weightHelp')}</p>
          <ul class="graph-weights" aria-label=${text('graph.weights')}></ul>
        </div>
      </div>
      <p class="graph-legend hint">${this.#late?.legendOf(this.session)}</p>`,
    )
  }

  /** It draws itself, part by part, each at its own pace. */
  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('data') || changes.has('state')) this.#draw()
    const isOtherTold = changes.has('overlay') && this.#noteTold()
    if (changes.has('state') || changes.has('pointed')) this.#emphasise()
    else if (isOtherTold) this.#placeChips()
    if (changes.has('frame') || changes.has('running')) this.#write(!this.session.isRunning)
    this.#card?.update(changes)
    this.#overlay.update(changes)
    if (changes.has('pointed') || changes.has('state')) this.#lens?.draw()
    return changes.has('overlay') // what the legend names
  }

  /** Where everything stands; null before the first picture. A new one is told by the event 'redraw' on the stage. */
  get layout() {
    return this.#layout
  }

  /** Every wire between what is shown, drawn or not. */
  get everyWire(): readonly PlacedWire[] {
    return this.#wires
  }

  /** The wires that are pointed at: one itself, or those of a neuron. */
  get pointedWires(): PlacedWire[] {
    return this.wires.wires.filter((wire) => isPointedAt(this.session.pointed, wire))
  }

  /** Chooses a weight or bias: its dial opens beside it. */
  #openDial = async (parameter: Parameter) => {
    setView(this.session, { parameter })
    const { DialCard } = await import('../late.ts')
    this.#card ??= new DialCard(this, this.session, (of) => this.chips.buttonOf(of))
    this.#card.open(parameter)
  }

  /** Draws the structure anew when it, or the room for it, has changed. */
  #draw() {
    const {
      state: {
        network: { layers },
        held,
      },
      data,
    } = this.session
    const width = this.clientWidth
    if (!data || !width) return
    const { name, featureNames, outputNames } = data
    const height = this.#heightToFill
    const made = [name, featureNames, outputNames, layers, width, height, [...this.#pages], held.muted]
    if (!this.#isOtherStructure(made)) return
    const { imageSide } = data
    const hasMaps = data.bases <= 2
    const hasTile = (layer: number) => (imageSide ? layer === 0 : layer >= 0 && hasMaps)
    const columns = columnsOf(data.featureNames.length, layers, {
      imageSide,
      pages: this.#pages,
      most: height ? unitsThatFit(height) : mostUnits,
    })
    const layout = layoutGraph(columns, width, {
      hasTile,
      imageSide,
      inputName: longest(data.featureNames),
      outputName: longest(data.outputNames),
      height,
    })
    this.#layout = layout
    this.#wires = wiresOf(layout)
    Object.assign(this.stage.style, { width: `${layout.width}px`, height: `${layout.height}px` })
    this.stage.classList.toggle('crowded', layout.isClose)
    this.stage.classList.toggle('tight', layout.isTight)
    this.stage.classList.toggle('tightest', layout.isTightest)
    this.stage.classList.toggle('dense', layout.isDense)
    this.stage.style.setProperty('--side-start', `${layout.side.left}px`)
    this.stage.style.setProperty('--side-end', `${layout.side.right}px`)
    this.wires.svg.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`)
    keepFocus(
      this.columns,
      () => {
        render(columnsTemplate(this.session, layout, hasTile, this.#turnPage), this.columns)
      },
      '.of-output .open-layer',
    )
    this.#neurons.take(this.columns.querySelectorAll('.neuron'))
    this.#emphasise()
    this.#write(true)
  }

  /** In pixels, where a style sheet gives it a height that does not hang on what it shows; else 0. */
  get #heightToFill() {
    return getComputedStyle(this).getPropertyValue('--filled') ? (this.stage.parentElement?.clientHeight ?? 0) : 0
  }

  #turnPage = (layer: number, first: number) => {
    this.#pages.set(layer, first)
    this.#draw()
  }

  /**
   * Shows a weight or bias, the pages turned to both its ends.
   * @returns its button
   */
  #reveal = (parameter: Parameter): HTMLElement | null => {
    const { layer, row } = parameter
    const ends = [{ layer, unit: row }]
    if ('column' in parameter) ends.push({ layer: layer - 1, unit: parameter.column })
    for (const end of ends) {
      const column = this.#layout?.columns[end.layer + 1]
      if (column && !column.places.some(({ unit }) => unit === end.unit)) this.#pages.set(end.layer, end.unit)
    }
    this.#draw()
    this.#emphasise({ layer, unit: row })
    return this.chips.buttonOf(parameter)
  }

  /** @returns whether they are other neurons now whose wires an overlay has its numbers on */
  #noteTold(): boolean {
    const told = new Set(this.session.overlay?.wires?.map(neuronKey))
    const isOther = told.size !== this.#told.size || [...told].some((key) => !this.#told.has(key))
    this.#told = told
    return isOther
  }

  /**
   * Brings out what is selected or pointed at.
   * @param walked the neuron whose weights are walked over
   */
  #emphasise(walked: Neuron | null = this.#pointer.walked) {
    const {
      pointed: at,
      state: {
        view: { selected, parameter },
      },
    } = this.session
    const layout = this.#layout
    if (!layout) return
    const pointed = at && 'bias' in at ? { layer: at.layer, unit: at.row } : at
    const pointedWire = at && 'column' in at ? (this.#wires.find((wire) => isSameParameter(wire, at)) ?? null) : null
    const focus = pointed && 'unit' in pointed ? pointed : (walked ?? selected)
    const held = [at, parameter].filter((one) => one !== null && 'row' in one)
    const isFocused = (wire: Wire) => focus !== null && touches(wire, focus)
    this.#placeWires(layout, isFocused)
    this.wires.emphasise(pointedWire ? (wire) => wire === pointedWire : focus && isFocused)
    this.#emphasised = { focus, held, walked }
    this.#placeChips()
    for (const neuron of this.columns.querySelectorAll('.neuron')) {
      const at = pointedOf(neuron)
      neuron.setAttribute('aria-pressed', String(isAt(selected, at)))
      neuron.classList.toggle('pointed', isAt(focus, at))
      neuron.classList.toggle('in-sight', isAt(pointed && 'unit' in pointed ? pointed : null, at))
    }
    this.wires.update(this.session.frame)
    this.stage.dispatchEvent(new Event('redraw'))
  }

  /** Puts the weights where there is room for them: not on wires that other numbers stand on. */
  #placeChips() {
    if (!this.#layout || !this.#emphasised) return
    this.chips.place(this.#layout, {
      ...this.#emphasised,
      drawn: this.wires.wires,
      every: this.#wires,
      current: this.#pointer.current,
      isTold: (of) => this.#told.has(neuronKey(of)),
    })
    this.#pointer.moveTabStops()
  }

  /** Of an image's wires only those to the neuron in focus are drawn; bundles stand for the others. */
  #placeWires(layout: Layout, isFocused: (wire: Wire) => boolean) {
    const [inputs, first] = layout.columns
    const wires = inputs.isImage ? this.#wires.filter((wire) => wire.layer > 0 || isFocused(wire)) : this.#wires
    const focused = inputs.isImage && wires[0]?.layer === 0 ? wires[0].row : null
    if (layout === this.#placed.layout && focused === this.#placed.focused) return
    this.#placed = { layout, focused }
    const bundles = inputs.isImage ? bundlesOf(inputs, first) : []
    this.wires.place(wires, bundles, layout)
  }

  /** @param isForced writes at once what is else written a few times a second */
  #write(isForced: boolean) {
    if (this.#isWireDue(isForced)) this.wires.update(this.session.frame)
    if (this.#isMapDue(isForced)) this.#neurons.paint()
    if (!this.#isValueDue(isForced)) return
    this.#neurons.write()
    this.chips.write()
    this.#lens?.draw()
    writeRow(this.columns, this.session, this.palette)
  }

  #recolour() {
    this.#neurons.recolour()
    this.#write(true)
    this.stage.dispatchEvent(new Event('redraw'))
  }

  #end() {
    this.#card?.dispose()
    this.#lens?.dispose()
    this.#card = this.#lens = this.#layout = null
  }
}

/** The neuron that a weight leads to, as one word. */
const neuronKey = ({ layer, row }: { layer: number; row: number }) => `${layer} ${row}`

const longest = (names: string[]) => Math.max(0, ...names.map((name) => name.length))

defineView('glassbox-graph', GraphView)
