import { generator } from '../bench/data.mjs'

/** @typedef {import('./mutate.mjs').Mutant} Mutant */

/** How often the files of a folder of engine/ are drawn, beside the others. */
const weights = { kernels: 3, math: 2, training: 2, options: 1, network: 1, explain: 1 }

/** Headers take long: whatever includes them is compiled again. */
const headerWeight = 0.3

/** A larger file is drawn more often, but not as much as it is larger. */
function weightOf(file, count) {
  const folder = file.split('/')[1]
  return (weights[folder] ?? 1) * (file.endsWith('.h') ? headerWeight : 1) * Math.sqrt(count)
}

/**
 * All mutants, each once, in an order that the seed decides: files by their weight, a file's operators equally often.
 * @param {Mutant[]} mutants
 * @param {number} seed
 * @returns {Generator<Mutant>}
 */
export function* drawn(mutants, seed) {
  const random = generator(seed)
  const files = [...Map.groupBy(mutants, ({ file }) => file)].map(([file, all]) => ({
    weight: weightOf(file, all.length),
    operators: [...Map.groupBy(all, ({ operator }) => operator).values()],
  }))
  while (files.length > 0) {
    const { operators } = files[weightedPlace(files, random())]
    const left = operators[Math.floor(random() * operators.length)]
    yield left.splice(Math.floor(random() * left.length), 1)[0]
    if (left.length === 0) operators.splice(operators.indexOf(left), 1)
    for (let i = files.length - 1; i >= 0; i--) if (files[i].operators.length === 0) files.splice(i, 1)
  }
}

/** Where a share (from 0 to 1) of all weights ends. */
function weightedPlace(files, share) {
  let rest = share * files.reduce((sum, { weight }) => sum + weight, 0)
  const place = files.findIndex(({ weight }) => (rest -= weight) < 0)
  return place < 0 ? files.length - 1 : place
}
