import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** What tests of the pane's panels read, as a person reads it. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A number as it is written on the page. @param {string} text */
export const numberIn = (text) => Number(text.trim().replaceAll(',', '').replaceAll('−', '-').replace('%', ''))

const { abs, exp, log, max, min, sqrt, tanh } = Math
const calculators = { abs, exp, log, max, min, sqrt, tanh, sigmoid, Φ: normal, φ: density }

function sigmoid(z) {
  return 1 / (1 + exp(-z))
}

function density(x) {
  return exp((-x * x) / 2) / sqrt(2 * Math.PI)
}

/** The area under the density, by Simpson's rule. */
function normal(x) {
  const [steps, h] = [400, x / 400]
  let sum = density(0) + density(x)
  for (let i = 1; i < steps; i++) sum += density(i * h) * (i % 2 ? 4 : 2)
  return 0.5 + (sum * h) / 3
}

/** What a calculation comes to as it is written: '0.5 · (−2) + e^(0.1) / 3'. @param {string} written */
export function calculated(written) {
  const script = written
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll('²', '**2')
    .replaceAll('e^(', 'exp(')
    .replace(/e\^([\d.]+(?:e-?\d+)?)/g, 'exp($1)')
    .replaceAll('√', 'sqrt')
    .replaceAll('ln(', 'log(')
    .replace(/\|([^|]*)\|/g, 'abs($1)')
  return Function(...Object.keys(calculators), `return ${script}`)(...Object.values(calculators))
}

/**
 * The equations that are read out beneath a locator: the letters, what the numbers come to as they are written, and the
 * number that they are said to come to. What is all one number has no calculation.
 */
export const equationsIn = async (locator) =>
  (await locator.locator('.spoken').allTextContents()).flatMap((words) => {
    const parts = words.replace(/\s+/g, ' ').trim().split(' = ')
    if (parts.length < 2) return []
    const [symbol, letters] = parts
    const result = numberIn(parts.at(-1))
    return { symbol, letters, result, value: parts.length > 3 ? calculated(parts.at(-2)) : result }
  })

/** What an element is described by, as it is read out. @param locator */
export const descriptionOf = (locator) =>
  locator.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => element.getRootNode().getElementById(id)?.textContent.replace(/\s+/g, ' ').trim())
      .join(' '),
  )

/** Fails unless the two agree to `tolerance` of the size of the expected one. */
export const near = (actual, expected, tolerance = 1e-9, what = '') =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${what} ${actual} is not ${expected}`,
  )

/** Looks again and again until `look` does not throw, and gives back what it gives; its last complaint otherwise. */
export async function eventually(look, timeout = 15_000) {
  for (const end = Date.now() + timeout; ; await new Promise((resolve) => setTimeout(resolve, 40))) {
    try {
      return await look()
    } catch (complaint) {
      if (Date.now() > end) throw complaint
    }
  }
}

/** Opens a panel of the glass pane by its tab, with so many digits. */
export async function openPanel(playground, tab, digits = 12) {
  await playground.run({ do: 'set', changes: { 'view.digits': digits } })
  await playground.page.locator('.pane').scrollIntoViewIfNeeded()
  await playground.page.getByRole('tab', { name: tab, exact: true }).click()
}

/** The number that stands under a name within the pane. */
export const shownNumber = async ({ page }, name, within = '.pane') =>
  numberIn(await page.locator(`${within} [data-value="${name}"]`).first().textContent())

/** What axe finds in a part of the playground, or on the whole page with '', one line a finding; by some rules or all. */
export async function findings({ page }, part = '.pane', only = undefined) {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe)
  const options = { resultTypes: ['violations'], ...(only && { runOnly: only }) }
  const { violations } = await page.evaluate(
    ([part, options]) => {
      const context = part ? { include: { fromShadowDom: ['glassbox-playground', part] } } : document
      return window.axe.run(context, options)
    },
    [part, options],
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`))
}

/** The same in the light theme, and in the dark one what depends on it: the contrast. */
export async function findingsInBothThemes(playground, part) {
  await playground.page.emulateMedia({ colorScheme: 'light' })
  const found = await findings(playground, part)
  await playground.page.emulateMedia({ colorScheme: 'dark' })
  const inTheDark = await findings(playground, part, ['color-contrast'])
  return [...found, ...inTheDark.map((finding) => `in the dark, ${finding}`)]
}

const functions = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
}

/** An independent forward pass: Z and activation of every neuron. @param {{ parameters, network }} state */
export function forward({ parameters, network }, input) {
  let values = input
  return network.layers.map(({ activation }, l) => {
    const { weights, bias } = parameters[l]
    const Z = weights.map((row, r) => row.reduce((sum, weight, c) => sum + weight * values[c], bias[r]))
    values = activation === 'softmax' ? softmax(Z) : Z.map(functions[activation])
    return { Z, activation: values }
  })
}

function softmax(Z) {
  const shares = Z.map((z) => Math.exp(z - Math.max(...Z)))
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / sum)
}
