import { html, nothing } from 'lit'
import { formatCount } from '../../text/numbers.js'
import { texts } from '../../text/text.js'
import { slope } from '../../text/en/slope.js'
import { isSameParameter } from '../parameter-places.js'
import { numberOf } from '../number.js'

/**
 * The cost surface in words and tables: what the next step does, where it is low, how the way here went.
 *
 * @import { Parameter, SessionLike } from '../../model/types.d.ts'
 * @import { Next, Scene } from './slope-plot.js'
 * @import { Surface } from './slope-surface.js'
 * @typedef {{ a: Parameter, b: Parameter }} Pair
 * @typedef {{
 *   rows: number, isWholeBatch: boolean, steps: number, cost: number
 *   isStale: boolean, isCoarse: boolean, isWorking: boolean
 * }} Facts
 *   `rows` of the next batch; `isWholeBatch`: they are the training set; `cost` at the point
 */
const text = texts(slope)

/** Rows and columns of the table that stands for the picture. */
const tableSide = 5

/**
 * What the next step does to the two, as a table and as a sentence.
 * @param {SessionLike} session @param {Pair} pair @param {Scene} scene @param {Facts} facts
 */
export function nextTemplate(session, pair, { names, next }, facts) {
  const number = numberOf(session)
  const { learningRate } = session.state.training
  /** @param {string} name @param {string} label @param {(side: 'a' | 'b') => number} value */
  const cells = (name, label, value) => html`
    <tr><th scope="row">${label}</th>${/** @type {const} */ (['a', 'b']).map((side) => html`
      <td data-value="${name}-${side}">${next ? number(value(side)) : '–'}</td>`)}</tr>`
  const { before, after, gradient } = next ?? nowhere
  return html`
    <div class="table-box" tabindex="0" role="region" aria-label=${text('nextTitle')}>
      <table class="numbers next-parts">
        <caption>${text('nextTitle')}</caption>
        <thead><tr><td></td><th scope="col">${names.a}</th><th scope="col">${names.b}</th></tr></thead>
        <tbody>
          ${cells('before', text('now'), (side) => before[side])}
          ${cells('slope', text('slopeOf'), (side) => gradient[side])}
          ${cells('asked', text('asked'), (side) => -learningRate * gradient[side])}
          ${cells('step', text('part'), (side) => after[side] - before[side])}
          ${cells('after', text('after'), (side) => after[side])}
        </tbody>
      </table>
    </div>
    <p class="slope-parts">${next ? partsOf(session, next, names) : nothing}</p>
    ${notesOn(session, pair, names, facts).map((note) => html`<p class="hint">${note}</p>`)}`
}

const nowhere = { before: { a: NaN, b: NaN }, after: { a: NaN, b: NaN }, gradient: { a: NaN, b: NaN } }

/** @param {SessionLike} session @param {Next} next @param {{ a: string, b: string }} names */
function partsOf(session, { before, after, gradient }, { a, b }) {
  const number = numberOf(session)
  const [stepA, stepB] = [after.a - before.a, after.b - before.b]
  if (stepA === 0 && stepB === 0) return text('noStep')
  return text('parts', {
    a, b, slopeA: number(gradient.a), slopeB: number(gradient.b), stepA: number(stepA), stepB: number(stepB),
    length: number(Math.hypot(stepA, stepB)),
  })
}

/**
 * Why the step may be other than −learning rate × slope of what is drawn.
 * @param {SessionLike} session @param {Pair} pair @param {{ a: string, b: string }} names @param {Facts} facts
 */
function notesOn({ state: { training, held }, catalog }, pair, names, { rows, isWholeBatch }) {
  const { optimizer, learningRate, momentum, l1, l2, weightDecay } = training
  const isPlain = optimizer === 'sgd' && (momentum === 0 || !uses(catalog, optimizer).includes('momentum'))
  const label = catalog.optimizers.find(({ name }) => name === optimizer)?.label ?? optimizer
  const remembers = uses(catalog, optimizer).includes('momentum')
  const isLocked = (/** @type {Parameter} */ parameter) =>
    held.locked.some((other) => isSameParameter(other, parameter))
  return [
    isPlain ? text('plain', { rate: learningRate }) : text(remembers ? 'memory' : 'memoryOff', { optimizer: label }),
    ...(isWholeBatch || rows === 0 ? [] : [text('fromBatch_other', { count: rows })]),
    ...(l1 || l2 || weightDecay ? [text('penalty')] : []),
    ...(isLocked(pair.a) ? [`${names.a} ${text('locked')}`] : []),
    ...(isLocked(pair.b) ? [`${names.b} ${text('locked')}`] : []),
  ]
}

/** @param {import('../../model/types.d.ts').Catalog} catalog @param {string} optimizer */
const uses = (catalog, optimizer) => catalog.optimizers.find(({ name }) => name === optimizer)?.uses ?? []

/**
 * The picture in sentences.
 * @param {SessionLike} session @param {Scene} scene @param {Facts} facts
 */
export function surfaceWords(session, scene, facts) {
  const number = numberOf(session)
  const { names: { a, b }, at, path, next, surface } = scene
  const lowest = surface && lowestOf(surface)
  const side = (/** @type {number} */ gradient) => text(gradient > 0 ? 'smaller' : 'larger')
  const place = (/** @type {import('./slope-range.js').Place} */ at) =>
    ({ a, b, valueA: number(at.a), valueB: number(at.b) })
  const others = countOthers(session)
  return html`
    <p data-words="here">${text('here', { cost: number(facts.cost), ...place(at) })}
      ${next && (next.after.a !== next.before.a || next.after.b !== next.before.b)
        ? text('towards', { a, b, sideA: side(next.gradient.a), sideB: side(next.gradient.b) }) : nothing}</p>
    <p data-words="lowest">${lowest ? text('lowest', {
      count: formatCount(surface.values.length), cost: number(lowest.cost), ...place(lowest),
    }) : text('working')}</p>
    <p data-words="path">${path.length > 1
      ? text('path', { ...place(path[0]), count: formatCount(facts.steps) }) : text('pathNone')}</p>
    <p class="hint" data-words="others">${others > 0 ? text('others_other', { count: others }) : text('whole')}
      ${isConvex(session) ? text('convex') : nothing}</p>
    <p class="hint" data-words="age">${surface ? ageWords(surface, facts) : nothing}</p>`
}

/** Whether the surface is the one of now, and as fine as it can be. @param {Surface} surface @param {Facts} facts */
function ageWords({ step }, { isStale, isCoarse, isWorking }) {
  if (isWorking) return text('working')
  if (isStale) return text('stale', { step: formatCount(step) })
  return isCoarse ? text('coarse') : nothing
}

/** All parameters but the two. @param {SessionLike} session */
export const countOthers = ({ frame }) =>
  (frame?.layers ?? []).reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0) - 2

/** A linear model whose cost is known to have no second hollow. @param {SessionLike} session */
function isConvex({ state: { network: { layers }, training: { cost } } }) {
  if (layers.length > 1) return false
  const pairs = { sigmoid: ['binaryCrossEntropy'], linear: ['mse', 'quadratic'], softmax: ['softmaxCrossEntropy'] }
  return pairs[/** @type {keyof typeof pairs} */ (layers[0].activation)]?.includes(cost) ?? false
}

/** @param {Surface} surface */
function lowestOf({ a, b, values, resolution }) {
  const least = values.reduce((found, cost, k) => (cost < values[found] || Number.isNaN(values[found]) ? k : found), 0)
  return { a: a[least % resolution], b: b[Math.floor(least / resolution)], cost: values[least] }
}

/**
 * Some of the engine's costs as a table, for those who cannot see the picture.
 * @param {SessionLike} session @param {Scene} scene
 */
export function tableTemplate(session, { surface, names }) {
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
        <tbody>${nodes.map((j) => html`
          <tr><th scope="row">${number(b[j])}</th>
            ${nodes.map((i) => html`<td>${number(values[i + j * resolution])}</td>`)}</tr>`)}</tbody>
      </table>
    </div></details>`
}
