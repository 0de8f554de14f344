/** @typedef {import('./mutate.mjs').Mutant & import('./trial.mjs').Outcome & { why?: string }} Result */

/** What became of a mutant, as its last line says it. @param {Result} result */
function outcome({ kind, by, why }) {
  if (kind === 'lives') return why ? `equivalent: ${why}` : 'LIVES'
  const end = by ? `${kind === 'killed' ? 'killed by' : 'timed out in'} "${by}"` : `${kind} before the first test`
  return why ? `${end}, though EXPLAINED as equivalent: ${why}` : end
}

/** Whether it lives and is not explained, or is explained and does not live. @param {Result} result */
export const isWrong = ({ kind, why }) => (kind === 'lives') === (why === undefined)

/** @param {Result} result */
export function describe(result) {
  const { file, line, operator, before, after } = result
  return `${file}:${line}  ${operator}\n    ${before.trim()}\n    ${after.trim()}\n  ${outcome(result)}\n`
}

/** @param {Result[]} results @param {number} uncompiled how many others were drawn and did not compile */
export function summary(results, uncompiled) {
  const count = (isIt) => results.filter(isIt).length
  const wrong = results.filter(isWrong)
  const lines = [
    `${results.length} mutants: ${count(({ kind }) => kind === 'killed')} killed, ` +
      `${count(({ kind }) => kind === 'timed out')} timed out, ${count(({ kind, why }) => kind === 'lives' && why)} ` +
      `equivalent, ${count(({ kind, why }) => kind === 'lives' && !why)} live (${uncompiled} more did not compile)`,
    ...wrong.map(({ file, line, operator }) => `  ${file}:${line}  ${operator}`),
  ]
  return lines.join('\n')
}
