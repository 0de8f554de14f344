import { html, nothing } from 'lit'
import { countParameters } from '../../../network/parameter-order.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { listOfAll } from '../../../text/lists.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { texts } from '../../../text/text.ts'
import { numberOf } from '../../parts/number.ts'
import { marked } from '../../parts/term/marked.ts'
import { roundedHint } from '../../parts/terms/rounded.ts'
import { stepOf } from './arrows.ts'
import { hasOtherRows, notesOn } from './notes.ts'
import type { Scene } from './plot.ts'
import type { Pair } from './queries.ts'
import type { Point } from './range.ts'
import { sentences } from './sentences.ts'
import type { Surface } from './surface.ts'
import type { ScopeName } from './tools.ts'

/** The cost surface in words and tables: what the next step does, where it is low, how the way here went. */

/** `rows` of the next batch; `cost` at the point */
export interface Facts {
  scope: ScopeName
  rows: number[]
  steps: number
  cost: number
  isStale: boolean
  isCoarse: boolean
  isWorking: boolean
  refusal: string
}

const text = texts(sentences)

/** Rows and columns of the table that stands for the picture. */
const tableSide = 5

/** Whether two points are the same but for rounding. */
const isSame = (one: Point | null | undefined, other: Point | null | undefined) =>
  Boolean(one && other) &&
  sides.every(
    (side) => Math.abs((one as Point)[side] - (other as Point)[side]) <= 1e-9 * Math.abs((one as Point)[side]),
  )

const sides = ['a', 'b'] as const

/**
 * The next step as the three that it is made of: the slope, times the learning rate, subtracted. Where the step takes
 * another slope than that of the landscape, or the optimizer another step than that, so much more is told.
 */
export function stepsTemplate(session: SessionLike, { names, next, slope }: Scene, scope: ScopeName) {
  const number = numberOf(session)
  const { learningRate } = session.state.training
  const asked = next && { a: learningRate * next.gradient.a, b: learningRate * next.gradient.b }
  const taken = next && { a: next.before.a - next.after.a, b: next.before.b - next.after.b }
  const isOwnSlope = isSame(next?.gradient, slope)
  const cells = (name: string, label: string, point: Point | null | undefined) => html`
    <tbody>
      <tr><th scope="rowgroup" colspan="2">${label}</th></tr>
      <tr>${sides.map(
        (side) => html`
        <td data-value="${name}-${side}">${point ? number(point[side]) : '–'}</td>`,
      )}</tr>
    </tbody>`
  return html`
    <table class="numbers next-parts">
      <caption>${text('nextTitle')}</caption>
      <thead><tr><th scope="col">${names.a}</th><th scope="col">${names.b}</th></tr></thead>
      ${cells('before', text('now'), next?.before)}
      ${cells('slope', isOwnSlope ? text('slopeUsed') : text('slopeOf', { landscape: text(scope) }), slope)}
      ${isOwnSlope ? nothing : cells('gradient', text('used'), next?.gradient)}
      ${cells('asked', text('asked', { rate: String(learningRate) }), asked)}
      ${isSame(taken, asked) ? nothing : cells('step', text('part'), next && stepOf(next))}
      ${cells('after', text(isSame(taken, asked) ? 'after' : 'afterStep'), next?.after)}
    </table>`
}

/** Why the step may be another than the slope has it. */
export const notesTemplate = (session: SessionLike, pair: Pair, scene: Scene, { rows, scope }: Facts) => html`
  ${roundedHint()}
  ${notesOn(session, pair, scene, rows, scope).map((note) => html`<p class="hint" data-words="note">${marked(note)}</p>`)}`

/** What the lines are: the path so far, and the one before it where there is one. */
export function legendTemplate(session: SessionLike, { ghost, beside }: Scene, clear: () => unknown) {
  const others = beside.map(({ mark, name }) => html`<b>${mark}</b> ${name}<br>`)
  if (!ghost) return others.length ? html`<p class="slope-legend">${others}</p>` : nothing
  const { learningRate } = session.state.training
  const words = (descent: { steps: number; learningRate: number; optimizer: string }) =>
    text('descent_other', {
      count: descent.steps,
      rate: String(descent.learningRate),
      optimizer: optimizers.label(descent.optimizer),
    })
  return html`
    <p class="slope-legend">
      <span class="slope-key">${text('thisPath')}</span>
      ${words({ steps: session.frame?.step ?? 0, learningRate, optimizer: session.state.training.optimizer })}<br>
      <span class="slope-key is-ghost">${text('pathBefore')}</span> ${words(ghost)}
      <button type="button" class="quiet" @click=${clear}>${text('clearGhost')}</button>
      ${others.length ? html`<br>${others}` : nothing}
    </p>`
}

/** The picture in sentences. */
export function surfaceWords(session: SessionLike, scene: Scene, facts: Facts) {
  const number = numberOf(session)
  const {
    names: { a, b },
    path,
    slope,
    surface,
  } = scene
  const here = text('here', { cost: number(facts.cost) })
  const lowest = surface && lowestOf(surface)
  const named = (at: Point) => ({ a, b, valueA: number(at.a), valueB: number(at.b) })
  return html`
    <p data-words="here">${here} ${slope ? downhillWords(slope, { a, b }) : nothing}</p>
    <p data-words="lowest">${
      lowest
        ? text('lowest', {
            count: surface.values.length,
            cost: number(lowest.cost),
            ...named(lowest),
          })
        : text('working')
    }</p>
    ${
      path.length > 1
        ? html`
      <p data-words="path">${text('path_other', { ...named(path[0]), count: facts.steps })}</p>`
        : nothing
    }
    <p class="hint" data-words="others">${othersWords(session, facts)} ${isConvex(session) ? text('convex') : nothing}</p>
    <p class="hint" data-words="age">${surface ? ageWords(surface, facts) : nothing}</p>
    ${facts.refusal ? html`<p class="refusal">${text('refused', { message: facts.refusal })}</p>` : nothing}`
}

function downhillWords(slope: Point, names: { a: string; b: string }) {
  const sides = (['a', 'b'] as const).filter((side) => slope[side] !== 0)
  if (sides.length === 0) return text('flat')
  const ways = sides.map((side) =>
    text('way', { side: text(slope[side] > 0 ? 'smaller' : 'larger'), name: names[side] }),
  )
  return text('towards', { ways: listOfAll(ways) })
}

/** What happens to the landscape as it learns. */
function othersWords(session: SessionLike, { rows, scope }: Facts) {
  const others = countParameters(session.frame?.layers ?? []) - 2
  if (others > 0) return text('others_other', { count: others })
  return text(scope === 'batch' && hasOtherRows(session, rows, 'all') ? 'wholeBatch' : 'whole')
}

/** Whether the surface is the one of now, and as fine as it can be. */
function ageWords({ step }: Surface, { isStale, isCoarse, isWorking }: Facts) {
  if (isWorking) return text('working')
  if (isStale) return text('stale', { step })
  return isCoarse ? text('coarse') : nothing
}

/** A linear model whose cost is known to have no second hollow. */
function isConvex({
  state: {
    network: { layers },
    training: { cost },
  },
}: SessionLike) {
  if (layers.length > 1) return false
  const pairs = { sigmoid: ['binaryCrossEntropy'], linear: ['mse', 'quadratic'], softmax: ['softmaxCrossEntropy'] }
  return pairs[layers[0].activation as keyof typeof pairs]?.includes(cost) ?? false
}

function lowestOf({ a, b, values, resolution }: Surface) {
  const least = values.reduce((found, cost, k) => (cost < values[found] || Number.isNaN(values[found]) ? k : found), 0)
  return { a: a[least % resolution], b: b[Math.floor(least / resolution)], cost: values[least] }
}

/** Some of the engine's costs as a table, for those who cannot see the picture. */
export function tableTemplate(session: SessionLike, { surface, names }: Scene) {
  if (!surface) return nothing
  const number = numberOf(session)
  const { resolution, a, b, values } = surface
  const nodes = Array.from({ length: tableSide }, (_, k) => (k * (resolution - 1)) / (tableSide - 1))
  return html`<details><summary>${text('table')}</summary>
    <div class="table-box" tabindex="0" role="region" aria-label=${text('tableCaption', names)}>
      <table class="numbers surface-table">
        <caption>${text('tableCaption', names)}</caption>
        <thead><tr><th scope="col">${text('corner', names)}</th>
          ${nodes.map((i) => html`<th scope="col">${number(a[i])}</th>`)}</tr></thead>
        <tbody>${nodes.map(
          (j) => html`
          <tr><th scope="row">${number(b[j])}</th>
            ${nodes.map((i) => html`<td>${number(values[i + j * resolution])}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div></details>`
}
