import { equivalent } from './equivalent.mjs'

/** Why no test can tell the mutant from the engine, if that is known. @param {import('./mutate.mjs').Mutant} mutant */
export function reasonFor({ file, before, after }) {
  const isIt = (row) => row.file === file && row.before === before.trim() && row.after === after.trim()
  return equivalent.find(isIt)?.why
}

/** Rows of the table that explain none of the mutants there are. @param {import('./mutate.mjs').Mutant[]} all */
export function obsolete(all) {
  const id = ({ file, before, after }) => [file, before.trim(), after.trim()].join('\n')
  const there = new Set(all.map(id))
  return equivalent.filter((row) => !there.has(id(row)))
}
