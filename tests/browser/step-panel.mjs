import assert from 'node:assert/strict'
import { numberIn } from './reading.mjs'

/** The panel One step, read and used as a person does. */

/** A small network and data; the rows of a batch drawn anew each epoch. */
export const xor = '?data=xor&samples=60&standardize=false&layers=3.tanh-2.sigmoid-1.sigmoid&seed=4'
export const small = `${xor}&optimizer=sgd&rate=0.3&batch=10&shuffle=true&l2=0`

export const panelOf = ({ page }) => page.locator('glassbox-playground .step-panel')

/** Opens the page with the panel open and all digits shown. @param {{ open: Function }} site */
export const stepPanelOf = (site) => async (query, options) => {
  const playground = await site.open(query, options)
  assert.equal(await playground.notice().textContent(), '')
  await playground.run({ do: 'set', changes: { 'view.digits': 15 } })
  await playground.run({ do: 'set', changes: { 'view.tab': 'step' } })
  await playground.page.locator('.pane').scrollIntoViewIfNeeded()
  await panelOf(playground).waitFor()
  return playground
}

/** Waits until the panel shows the step after `step` others. */
export const untilStep = ({ page }, step) => page.locator(`.step-panel[data-step="${step}"]`).waitFor()

export const stopName = ({ page }) => page.locator('.stage-bar [aria-current=step]').getAttribute('data-stop')

/** Goes to a stop, such as 'forward 0'. */
export const goTo = ({ page }, stop) => page.locator(`[data-stop="${stop}"]`).click()

/** A table of the panel by its caption, as a person reads it: { head: [...], rows: [[row name, cell, ...], ...] }. */
export async function tableOf({ page }, caption) {
  const table = page.getByRole('table', { name: caption })
  await table.waitFor()
  return table.evaluate((element) => {
    const words = (row) => [...row.cells].map((cell) => cell.textContent.trim())
    return {
      head: words(element.tHead.rows[0]),
      rows: [...element.tBodies]
        .flatMap((body) => [...body.rows])
        .filter((row) => row.cells.length > 1)
        .map(words),
    }
  })
}

/** The numbers of one column, row by row. */
export async function column(playground, caption, name) {
  const { head, rows } = await tableOf(playground, caption)
  assert.ok(head.includes(name), `${name} in ${head}`)
  return rows.map((row) => numberIn(row[head.indexOf(name)]))
}

/** The state's parameters as the panel lists them: layer by layer, unit by unit, weights then bias. */
export const inOrder = (parameters) =>
  parameters.flatMap(({ weights, bias }) => weights.flatMap((row, unit) => [...row, bias[unit]]))

/** As many digits agree as are shown. */
export function agree(shown, wanted, what) {
  assert.equal(shown.length, wanted.length, what)
  shown.forEach((value, i) => {
    assert.ok(
      Math.abs(value - wanted[i]) <= 2e-14 * Math.max(1, Math.abs(wanted[i])),
      `${what} ${i}: ${value}, not ${wanted[i]}`,
    )
  })
}

/** The rows of the training set in the batch, as the first stop lists them. */
export const batchRows = async (playground) =>
  (await tableOf(playground, 'Rows of the batch')).rows.map(([row]) => numberIn(row) - 1)

/** The batch as the panel shows it: inputs and targets. */
export async function batchOf(playground) {
  const { head, rows } = await tableOf(playground, 'Rows of the batch')
  assert.deepEqual(head.slice(1, 3), ['x1', 'x2'])
  return rows.map(([, x1, x2, actual]) => ({ input: [numberIn(x1), numberIn(x2)], target: numberIn(actual) }))
}

export const viewOf = async (playground) => (await playground.state()).view

/** What a unit opens into its working by. */
export const unitButton = ({ page }, name) =>
  page.locator('.step-body').getByRole('button', { name, exact: true }).first()

export const sigmoid = (z) => 1 / (1 + Math.exp(-z))
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Forward and backward through tanh, sigmoid and a sigmoid output with binary cross-entropy, one row. */
export function through(parameters, input, target) {
  const layers = []
  let before = input
  parameters.forEach(({ weights, bias }, l) => {
    const Z = weights.map((row, unit) => row.reduce((sum, weight, i) => sum + weight * before[i], bias[unit]))
    const activation = Z.map(l === 0 ? Math.tanh : sigmoid)
    layers.push({ before, Z, activation })
    before = activation
  })
  let delta = layers.at(-1).activation.map((a) => a - target)
  for (let l = layers.length - 1; l >= 0; l--) {
    layers[l].delta = delta
    if (l === 0) break
    const slope = layers[l - 1].activation.map((a) => (l - 1 === 0 ? 1 - a * a : a * (1 - a)))
    delta = slope.map(
      (each, i) => each * parameters[l].weights.reduce((sum, row, unit) => sum + row[i] * layers[l].delta[unit], 0),
    )
  }
  return layers
}
