import { mkdir, readFile, writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { tables } from '../src/data/tables.ts'

/**
 * Makes a shipped table of NAME.csv and NAME.card.json. The card renames columns (`names`), gives their units, the
 * label of every value of a category (`classes`: of two, the second is the positive one), and the columns that are in
 * use only when chosen (`spare`).
 * @param {string} name
 * @returns {Promise<import('../src/data/table-source.ts').Table>}
 */
export async function buildTable(name) {
  const read = (/** @type {string} */ file) => readFile(new URL(file, import.meta.url), 'utf8')
  const { names, classes, spare = [], ...card } = JSON.parse(await read(`${name}.card.json`))
  const { data, errors } = Papa.parse((await read(`${name}.csv`)).trim(), { skipEmptyLines: true })
  if (errors.length) throw new Error(`${name}.csv: ${errors[0].message} in row ${errors[0].row}`)
  const [header, ...rows] = /** @type {string[][]} */ (data)
  const columns = header.map((given, c) => {
    const label = names[given] ?? given
    return column(
      label,
      card.units[label] ?? '',
      classes[label],
      spare.includes(label),
      rows.map((row) => row[c]),
    )
  })
  const units = Object.fromEntries(columns.map(({ name, unit }) => [name, unit]))
  return { card: { ...card, units }, columns }
}

/** Writes every shipped table as NAME.json. @param {string | URL} folder */
export async function buildTables(folder) {
  await mkdir(folder, { recursive: true })
  const base = typeof folder === 'string' ? folder.replace(/\/?$/, '/') : folder
  for (const { name } of tables) {
    const file = typeof base === 'string' ? `${base}${name}.json` : new URL(`${name}.json`, base)
    await writeFile(file, JSON.stringify(await buildTable(name)))
  }
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {Record<string, string> | undefined} labels of a category's values
 * @param {boolean} isSpare
 * @param {string[]} texts
 */
function column(name, unit, labels, isSpare, texts) {
  const values = texts.map((text) => (text === 'NA' ? null : labels ? labels[text] : Number(text)))
  const wrong = values.findIndex((value) => value === undefined || Number.isNaN(value))
  if (wrong >= 0) throw new Error(`${name}: no such value, got ${texts[wrong]} in row ${wrong + 1}`)
  const kind = /** @type {'category' | 'number'} */ (labels ? 'category' : 'number')
  return { name, unit, kind, isSpare, classes: labels ? Object.values(labels) : [], values }
}
