import { codeOf } from './code.mjs'
import { operators } from './operators.mjs'

/**
 * A source with one fault in it.
 * @typedef {{ file: string, line: number, operator: string, before: string, after: string }} Mutant
 *   line: counted from 1; before, after: the whole line
 */

/**
 * Every fault that the operators can plant in a source.
 * @param {string} file
 * @param {string} text
 * @returns {Mutant[]}
 */
export function mutantsOf(file, text) {
  const code = codeOf(text).split('\n')
  return text.split('\n').flatMap((before, i) =>
    operators.flatMap((operator) =>
      changes(before, code[i], operator).map((after) => ({
        file,
        line: i + 1,
        operator: operator.name,
        before,
        after,
      })),
    ),
  )
}

/** The source with the fault in it. @param {string} text @param {Mutant} mutant */
export function planted(text, { line, after }) {
  return text
    .split('\n')
    .with(line - 1, after)
    .join('\n')
}

/** A line as an operator changes it, once for each place: found in the code, changed in the line itself. */
function changes(line, code, { pattern, replacement }) {
  const places = [...code.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => index)
  return places.map((place) => replaceAt(line, place, pattern, replacement)).filter((changed) => changed !== line)
}

/** Replaces what matches from a place on. */
function replaceAt(line, place, pattern, replacement) {
  const there = new RegExp(pattern, 'y')
  there.lastIndex = place
  return line.replace(there, replacement)
}
