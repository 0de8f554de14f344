import assert from 'node:assert/strict'
import test from 'node:test'
import { chosenTable, firstChoices, mistakesIn, outlook } from '../../web/src/data/reading/choices.ts'
import { readTable } from '../../web/src/data/reading/read.ts'
import { brokenTables, fileOf } from './broken-tables.mjs'

test('sixty files and more are broken in one way each', () => {
  assert.ok(brokenTables.length >= 60)
  assert.equal(new Set(brokenTables.map(({ what }) => what)).size, brokenTables.length)
})

for (const broken of brokenTables) {
  const { what, refused, mistakes = [], problem, names, notes = [] } = broken
  test(`${what}: ${refused ?? (mistakes.join(', ') || problem || 'a table after all')}`, () => {
    const result = readTable(fileOf(broken))
    assert.equal(result.refused?.code, refused)
    const { reading } = result
    if (!reading) return
    if (names)
      assert.deepEqual(
        reading.columns.map(({ name }) => name),
        names,
      )
    const codes = reading.findings.map(({ code }) => code)
    for (const note of notes) assert.ok(codes.includes(note), `${note} is not among ${codes}`)
    const choices = firstChoices(reading)
    const standing = mistakesIn(reading, choices)
    assert.deepEqual(
      standing.map(({ code }) => code),
      mistakes,
    )
    for (const { places, count } of standing) {
      assert.ok(count > 0 && places.length > 0 && places.length <= 5)
      for (const { line } of places) assert.ok(line >= 1)
    }
    const problems = outlook(reading, choices, false).problems.map(({ code }) => code)
    assert.equal(problems.includes('mistakes'), mistakes.length > 0)
    if (problem) assert.ok(problems.includes(problem), `${problem} is not among ${problems}`)
    for (const cell of chosenTable(reading, choices).rows.data) assert.ok(Number.isNaN(cell) || Number.isFinite(cell))
  })
}
