import assert from 'node:assert/strict'
import test from 'node:test'
import { firstChoices, outlook } from '../../web/src/data/reading/choices.ts'
import { readTable } from '../../web/src/data/reading/read.ts'
import { codes, mistakeWords, notesWords, problemWords, refusalWords } from '../../web/src/views/table/words.ts'
import { brokenTables, fileOf } from './broken-tables.mjs'

/** A sentence with all its words in place. */
function assertSentence(words, what) {
  assert.match(words, /^\S.{10,}[.?]$/s, what)
  assert.doesNotMatch(words, /undefined|NaN|\{|\}|\(\)|: \.| {2}/, what)
}

test('every broken file is answered in sentences', () => {
  const said = new Set()
  for (const broken of brokenTables.filter(({ what }) => !/markup/.test(what))) {
    const { reading, refused } = readTable(fileOf(broken))
    if (refused) {
      assertSentence(refusalWords(refused), broken.what)
      said.add(refused.code)
      continue
    }
    const { places } = reading.layout
    for (const finding of reading.findings) {
      const { isMistake, code } = finding
      assertSentence(
        isMistake ? mistakeWords(finding, places) : notesWords([finding], places)[0],
        `${broken.what}: ${code}`,
      )
      said.add(code)
    }
    for (const problem of outlook(reading, firstChoices(reading), false).problems)
      assertSentence(problemWords(problem), broken.what)
  }
  for (const code of Object.keys(codes.mistakeKeys)) assert.ok(said.has(code), `no broken file leads to ${code}`)
})

test('of a mistake that is met often the first lines are named, and how many more there are', () => {
  const rows = Array.from({ length: 30 }, (_, i) => (i % 3 ? `${i},${i + 1}` : `oops,${i}`))
  const { reading } = readTable(`a,b\n${rows.join('\n')}`)
  assert.equal(
    mistakeWords(reading.findings[0], 'line'),
    'Not a number in a: line 2 (oops), line 5 (oops), line 8 (oops), line 11 (oops), line 14 (oops), 5 more.',
  )
})

test('what is said of several columns is said once', () => {
  const { reading } = readTable('a;b;kind\n1,5;2,5;x\n2,5;3,5;y\n')
  assert.deepEqual(notesWords(reading.findings, 'line'), ['Commas are read as decimal marks in a, b.'])
})
