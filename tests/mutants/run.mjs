/**
 * `./dev mutants`: whether the tests of the engine notice faults that are planted in it.
 *
 *     node run.mjs [--seed 1] [--count 60] [FILTER]      FILTER: a part of the path of the files to plant them in
 *
 * It fails if a mutant lives that equivalent.mjs does not explain, or explains what is no longer there.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { drawn } from './draw.mjs'
import { obsolete, reasonFor } from './explained.mjs'
import { mutantsOf } from './mutate.mjs'
import { describe, isWrong, summary } from './report.mjs'
import { prepare, tryOut } from './trial.mjs'

const options = { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '60' } }
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const [seed, count] = [Number(values.seed), Number(values.count)]
const [filter = ''] = positionals

const root = fileURLToPath(new URL('../../', import.meta.url))
const files = readdirSync(`${root}engine`, { recursive: true }).map((name) => `engine/${name}`)
const all = files
  .filter((file) => /\.(h|cpp)$/.test(file))
  .sort()
  .flatMap((file) => mutantsOf(file, readFileSync(root + file, 'utf8')))

const draws = drawn(
  all.filter(({ file }) => file.includes(filter)),
  seed,
)
/** @type {import('./report.mjs').Result[]} */
const results = []
let uncompiled = 0

/** The next of the draw, one file after the other, so that a file is built no more often than need be. */
function next(many) {
  const batch = Array.from({ length: many }, () => draws.next().value).filter(Boolean)
  return batch.sort((a, b) => all.indexOf(a) - all.indexOf(b))
}

prepare()
for (let batch = next(count); batch.length > 0; batch = next(count - results.length)) {
  for (const mutant of batch) {
    const result = { ...mutant, ...tryOut(mutant), why: reasonFor(mutant) }
    if (result.kind === 'does not compile') uncompiled++
    else {
      results.push(result)
      console.log(describe(result))
    }
  }
}
console.log(`Seed ${seed}. ${summary(results, uncompiled)}`)
const gone = obsolete(all)
for (const { file, before } of gone) console.log(`equivalent.mjs explains what is no longer in ${file}: ${before}`)
process.exitCode = gone.length > 0 || results.some(isWrong) ? 1 : 0
