/**
 * A table of one's own: from the moment in which a file of 5 MB is chosen to its columns on the screen, and the longest
 * task of the page on the way, in processor time; the same for 5 MB of quotes, which are refused. Then the table is used,
 * and one of its cells edited, which the page keeps by itself.
 */
import { atMost } from '../limits.mjs'
import { printTable } from '../table.mjs'
import { tasksOf, threads, traced } from './trace.mjs'

const size = 5 * 1024 * 1024

/** Rows of numbers and a class, as many as fit. */
function fullTable() {
  const columns = 27
  const names = Array.from({ length: columns }, (_, c) => `c${c}`)
  const row = (i) => [...names.map((_, c) => (Math.sin(i * c + c) * 100).toFixed(5)), 'abc'[i % 3]].join(',')
  return [[...names, 'kind'].join(','), ...Array.from({ length: 20_000 }, (_, i) => row(i))].join('\n').slice(0, size)
}

const files = [
  { name: '5 MB of numbers', text: fullTable, most: 2000, shown: '.table-columns', isUsed: true },
  {
    name: '5 MB of quotes',
    text: () =>
      '"x" '
        .repeat(1000)
        .concat('\n')
        .repeat(size / 4001),
    most: 5000,
    shown: '.table-source .refusal',
  },
  { name: '5 MB of quotes in one line', text: () => '"'.repeat(size), most: 5000, shown: '.table-source .refusal' },
]

/** @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site */
export async function measureOwnTable(site) {
  console.log('\nA table of 5 MB, from the file to its columns: ms, and the longest task of the page\n')
  const found = []
  for (const file of files) found.push(...(await measureFile(site, file)))
  printTable(
    ['time', 'longest task'],
    found.map(({ name, time, longest }) => [name, time.toFixed(0), longest.toFixed(0)]),
  )
  for (const { name, time, longest, most } of found) {
    if (most) console.log(atMost(name, time, most, 'ms'))
    console.log(atMost(`${name}: longest task of the page`, longest, 50, 'ms'))
  }
}

/** Something done on the page, and how long it takes until it is seen. */
const timed = async (page, does, seen) => {
  const { result, events } = await traced(page, ['toplevel'], () =>
    page.evaluate(
      async ([does, seen]) => {
        const root = document.querySelector('glassbox-playground').shadowRoot
        const [act, isSeen] = [does, seen].map((body) => new Function('root', `return ${body}`))
        const start = performance.now()
        act(root)
        while (!isSeen(root)) await new Promise((resolve) => setTimeout(resolve, 4))
        const time = performance.now() - start
        await new Promise((resolve) => setTimeout(resolve, 3000)) // what is kept of itself is kept by then
        return time
      },
      [does, seen],
    ),
  )
  return { time: result, longest: Math.max(...tasksOf(events, threads.main).map(({ processor }) => processor)) }
}

async function measureFile(site, { name, text, most, shown, isUsed }) {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.press('Use your own table')
  await page.evaluate((text) => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const dropped = new DataTransfer()
    dropped.items.add(new File([text], 'large.csv', { type: 'text/csv' }))
    root.querySelector('.table-view input[type=file]').files = dropped.files
  }, text())
  await page.waitForTimeout(1000)
  const choose = `root.querySelector('.table-view input[type=file]').dispatchEvent(new Event('change'))`
  const found = [{ name: `${name}: read`, most, ...(await timed(page, choose, `root.querySelector('${shown}')`)) }]
  if (isUsed) found.push(...(await measureUse(page)))
  await playground.close()
  return found
}

async function measureUse(page) {
  const use = await timed(
    page,
    `root.querySelector('.table-foot .primary').click()`,
    `!root.querySelector('.table-foot')`,
  )
  await page.evaluate(() =>
    document.querySelector('glassbox-playground').shadowRoot.querySelector('#tab-inputs').click(),
  )
  await page.locator('.hand-rows tbody input').first().waitFor()
  const edit = await timed(
    page,
    `(() => {
      const cell = root.querySelector('.hand-rows tbody input')
      root.before = root.querySelector('glassbox-own-rows').session.data
      cell.value = '5.5'
      for (const type of ['input', 'change']) cell.dispatchEvent(new Event(type, { bubbles: true }))
    })()`,
    `root.querySelector('glassbox-own-rows').session.data !== root.before`,
  )
  return [
    { name: '20,000 rows: used', ...use },
    { name: '20,000 rows: a cell edited', ...edit },
  ]
}
