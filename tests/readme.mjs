import { readFileSync } from 'node:fs'

/** The README, and the pieces of code that it shows apart, each as it would be copied. */
export const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

export const snippets = [...readme.matchAll(/(?<=\n\n)(?: {4}.*\n|\n(?= {4}))+/g)].map(([block]) =>
  block.replace(/^ {4}/gm, ''),
)

const kinds = { script: /^import /, markup: /^</, shell: /^(\.\/dev|cmake|ctest) /, rooms: /^[\w.-]+\/ / }

/** The snippets of a kind: a script, markup of a page, shell commands, or a list of rooms. @param {keyof typeof kinds} kind */
export const snippetsOf = (kind) => snippets.filter((snippet) => kinds[kind].test(snippet))

/** Those that no test would run. */
export const unknownSnippets = snippets.filter((snippet) => !Object.values(kinds).some((kind) => kind.test(snippet)))
