/** The font for formulas has every character that one is set in: web/fonts/subset.sh says what is put into it. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { activationTrees } from '../../web/src/quantities/options/activations.ts'
import { costTrees } from '../../web/src/quantities/options/costs.ts'
import { optimizerTrees } from '../../web/src/quantities/options/optimizers.ts'
import { formulaOf, quantities } from '../../web/src/quantities/quantities.ts'
import { settingLetters } from '../../web/src/quantities/symbols.ts'
import { formatNumber } from '../../web/src/text/numbers.ts'
import { figure, letters, typeset } from '../../web/src/views/parts/maths/maths.ts'
import { italic } from '../../web/src/views/share/more/italic.ts'
import { charactersIn } from './woff2.mjs'

globalThis.FontFace = class {
  load = async () => {}
}
globalThis.document = { fonts: { add() {} }, createElement: () => ({ getContext: () => null }) }

/** What a template comes to as HTML. */
function written(part) {
  if (Array.isArray(part)) return part.map(written).join('')
  if (part?.strings) return part.strings.reduce((html, next, i) => html + written(part.values[i - 1]) + next)
  return typeof part === 'symbol' ? '' : String(part)
}

/** The characters that a template shows. */
const shown = (part) =>
  written(part)
    .replace(/<mi[^>]*>(.)<\/mi>/gu, (_, letter) => italic(letter))
    .replace(/<[^>]*>/g, '')

/** Networks that have every option between them. */
const networks = [
  ...Object.keys(activationTrees).map((activation) => ({ activation })),
  ...Object.keys(costTrees).map((cost) => ({ cost })),
  ...Object.keys(optimizerTrees).map((optimizer) => ({ optimizer })),
].map(({ activation = 'tanh', cost = 'mse', optimizer = 'sgd' }) => ({
  inputs: 12,
  layers: [
    { units: 2, activation },
    { units: 2, activation },
  ],
  cost,
  optimizer,
  memory: optimizer === 'adagrad' ? ['s'] : ['m', 'v'],
  isPartner: false,
  adds: { l1: true, l2: true, weightDecay: true },
  held: { locked: [], muted: [] },
  rows: 12,
}))

/** Where a quantity is: in either layer, as a weight and as a bias. */
const places = [0, 1].flatMap((layer) => [0, undefined].map((from) => ({ layer, unit: 0, from, row: 0 })))

/** Only a weight passes a signal on, nothing arrives behind the outputs, and no slope is one neuron's where all share. */
const isThere = (name, { layer, from }, { layers }) =>
  !(name === 'signal' && from === undefined) &&
  !(name === 'arriving' && layer > 0) &&
  !(name === 'slope' && 'ofLayer' in activationTrees[layers[layer].activation])

function formulas() {
  const all = [figure([formatNumber(-1.5), formatNumber(2e-9), formatNumber(2e9), formatNumber(-Infinity), '–'])]
  for (const name of Object.keys(settingLetters)) all.push(letters({ kind: 'setting', name }))
  for (const network of networks)
    for (const name of Object.keys(quantities))
      for (const at of places) {
        all.push(letters({ kind: 'quantity', name, at }, network))
        const tree = isThere(name, at, network) ? formulaOf(network, name, at) : null
        if (tree) all.push(typeset(tree, { leaf: (leaf) => letters(leaf, network) }, { mostTerms: 8 }))
      }
  return all
}

test('the font for formulas has every character that one is set in', async () => {
  const inFont = charactersIn(await readFile(new URL('../../web/fonts/maths.woff2', import.meta.url)))
  const needed = new Set(formulas().flatMap((each) => [...shown(each).replace(/\s/g, ' ')]))
  assert.ok(needed.size > 50, [...needed].join(''))
  assert.deepEqual(
    [...needed].filter((character) => !inFont.has(character) && !/\p{Cf}/u.test(character)), // unseen: it keeps lines together
    [],
  )
})
