/**
 * A table of one's own: from the moment in which a file of 5 MB is chosen to its columns on the screen, and the longest
 * task of the page on the way; the same for 5 MB of quotes, which are refused.
 */
import { atMost } from '../limits.mjs'
import { printTable } from '../table.mjs'

const size = 5 * 1024 * 1024

/** Rows of numbers and a class, as many as fit. */
function fullTable() {
  const columns = 27
  const names = Array.from({ length: columns }, (_, c) => `c${c}`)
  const row = (i) => [...names.map((_, c) => (Math.sin(i * c + c) * 100).toFixed(5)), 'abc'[i % 3]].join(',')
  return [[...names, 'kind'].join(','), ...Array.from({ length: 20_000 }, (_, i) => row(i))].join('\n').slice(0, size)
}

const files = [
  { name: '5 MB of numbers', text: fullTable, most: 2000, shown: '.table-columns' },
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
  for (const file of files) found.push({ ...file, ...(await measureFile(site, file)) })
  printTable(
    ['time', 'longest task'],
    found.map(({ name, time, longest }) => [name, time.toFixed(0), longest.toFixed(0)]),
  )
  for (const { name, time, longest, most } of found) {
    console.log(atMost(`${name}: read`, time, most, 'ms'))
    console.log(atMost(`${name}: longest task of the page`, longest, 50, 'ms'))
  }
}

async function measureFile(site, { text, shown }) {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.press('Use your own table')
  await page.waitForTimeout(1000)
  const measured = await page.evaluate(
    async ({ text, shown }) => {
      const root = document.querySelector('glassbox-playground').shadowRoot
      const tasks = []
      const observer = new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      )
      observer.observe({ type: 'longtask' })
      const dropped = new DataTransfer()
      dropped.items.add(new File([text], 'large.csv', { type: 'text/csv' }))
      await new Promise((resolve) => setTimeout(resolve, 500))
      tasks.splice(0) // the file was made on this thread
      const input = root.querySelector('.table-view input[type=file]')
      input.files = dropped.files
      const start = performance.now()
      input.dispatchEvent(new Event('change'))
      while (!root.querySelector(shown)) await new Promise((resolve) => setTimeout(resolve, 4))
      const time = performance.now() - start
      await new Promise((resolve) => setTimeout(resolve, 500))
      return { time, longest: Math.max(0, ...tasks) }
    },
    { text: text(), shown },
  )
  await playground.close()
  return measured
}
