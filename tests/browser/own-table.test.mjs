import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { readTable } from '../../web/src/data/reading/read.ts'
import { refusalWords } from '../../web/src/views/table/words.ts'
import { brokenTables, fileOf } from '../web/broken-tables.mjs'
import { openHost, serveElsewhere } from './host.mjs'
import { openSite, Playground } from './page.mjs'
import { eventually, findings } from './reading.mjs'

/** A table that a reader brings along: pasted, chosen or dropped in the drawer of data. */

const site = await openSite()
after(() => site.close())

const penguins = await readFile(new URL('../../web/data/penguins.csv', import.meta.url), 'utf8')
const odd = (name) => readFile(new URL(`../web/fixtures/odd-tables/${name}`, import.meta.url))

/** Opens the drawer of data, and in it what takes a table. */
async function openTable(playground) {
  await playground.page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.press('Use your own table')
}

/** As the clipboard gives it. */
const paste = ({ page }, text) =>
  page.getByLabel('Paste a table').evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const isTaken = !field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
    if (!isTaken) field.value = text
  }, text)

const choose = ({ page }, name, buffer) =>
  page
    .locator('.table-view input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(buffer) })

/** What the view says, in one line. */
const wordsOf = async (playground) => (await playground.page.locator('.table-view').innerText()).replace(/\s+/g, ' ')

const isUsable = async (playground) =>
  (await playground.button('Use this table').getAttribute('aria-disabled')) === 'false'

test('penguins are pasted, missing values and all, and are told apart with 95 % on the test set', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await openTable(playground)
  await paste(playground, penguins)
  await playground.button('Use this table').waitFor()
  assert.match(await wordsOf(playground), /344 rows, 8 columns/)
  assert.match(await wordsOf(playground), /333 rows for training and testing\. 11 rows are left out/)
  await page.getByLabel('Use year as').selectOption('not used')
  await page.getByLabel('Where sex is missing').selectOption('mark in an extra feature')
  assert.match(await wordsOf(playground), /Predicts species from 6 columns\. 342 rows/)
  await playground.press('Use this table')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  const { data } = await playground.state()
  assert.deepEqual(
    [data.name, data.table.outputs, data.table.ignored, data.table.rows.length],
    ['hand', ['species'], ['year'], 344],
  )
  assert.equal(data.table.about.body_mass_g.unit, 'g')
  await playground.press('Play')
  await playground.until('testAccuracy', (share) => share >= 0.95)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('inputs that one column gives are told apart beside the network, however long its name', async () => {
  const playground = await site.open('?data=xor', { viewport: { width: 1366, height: 657 } })
  await openTable(playground)
  const rows = [
    '10;green;4;yes',
    '12;yellow;;no',
    '15;brown;5;yes',
    '17;green;6;no',
    '19;brown;7;no',
    '11;yellow;4;yes',
  ]
  await paste(playground, ['height;colour of its leaf;ph of the soil;survived', ...rows].join('\n'))
  await playground.page.getByLabel('Where ph of the soil is missing').selectOption('mark in an extra feature')
  await playground.press('Use this table')
  await playground.page.locator('#data-drawer').waitFor({ state: 'hidden' })
  const names = playground.page.locator('.neuron[data-layer="-1"] .neuron-name > span')
  const seen = await names.evaluateAll((spans) =>
    spans.map((span) => {
      const range = document.createRange()
      const text = [...span.childNodes].find((node) => node instanceof Text && node.data)
      const lines = text.data.split('\n')
      range.setStart(text, text.data.length - lines.at(-1).length)
      range.setEnd(text, text.data.length)
      const [told, room] = [range, span].map((each) => each.getBoundingClientRect())
      return [...lines, told.right <= room.right + 1 && told.bottom <= room.bottom + 1]
    }),
  )
  assert.deepEqual(
    seen.filter(({ length }) => length === 3),
    [
      ['colour of its leaf', '= brown', true],
      ['colour of its leaf', '= green', true],
      ['colour of its leaf', '= yellow', true],
      ['ph of the soil', 'is missing', true],
    ],
  )
  await playground.close()
})

test('other columns are chosen of the table in use, which begins afresh', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await openTable(playground)
  await paste(playground, penguins)
  await playground.press('Use this table')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.press('Change columns')
  await page.getByLabel('Use species as').selectOption('feature')
  await page.getByLabel('Use body_mass_g as').selectOption('target')
  await playground.press('Use this table')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  const { data } = await playground.state()
  assert.deepEqual(data.table.outputs, ['body_mass_g'])
  assert.ok(data.table.inputs.includes('species'))
  await playground.close()
})

test('a table that came by a link can have its columns changed, too', async () => {
  const table = {
    inputs: ['a', 'b'],
    outputs: ['y'],
    rows: [
      [1, 2, 3],
      [2, 3, 4],
      [3, 5, 6],
      [4, 1, 2],
    ],
  }
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'openTable', table })
  await page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.press('Change columns')
  await page.getByLabel('Use b as').selectOption('not used')
  await playground.press('Use this table')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  const { data } = await playground.state()
  assert.deepEqual([data.table.inputs, data.table.ignored], [['a'], ['b']])
  await playground.close()
})

test('columns that no network can use are there to be seen until the page is left; then it is said that they are not kept', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  const days = Array.from({ length: 6 }, (_, i) => `2024-01-0${i + 1},${i},${i * i}`)
  const notKept = page.locator('.table-view').getByText('are not kept with a table')
  const change = async () => {
    await page.getByRole('button', { name: /Choose other data/ }).click()
    await playground.press('Change columns')
  }
  await openTable(playground)
  await paste(playground, `day,x,y\n${days.join('\n')}`)
  await playground.press('Use this table')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  await change()
  await page.getByText('6 rows, 3 columns').waitFor()
  assert.equal(await notKept.count(), 0)
  await playground.press('Use another table')
  await paste(playground, 'a,b\n1,2\n2,1\n3,5\n')
  await page.getByText('3 rows, 2 columns').waitFor()
  await playground.press('Back to all data')
  await playground.press('Change columns')
  await page.getByText('6 rows, 2 columns').waitFor() // the table in use, not the one that was only looked at
  await notKept.waitFor()

  const { data } = await playground.state()
  await page.reload()
  await page.locator('glassbox-step').waitFor()
  await playground.run({ do: 'openTable', table: data.table })
  await change()
  await page.getByText('6 rows, 2 columns').waitFor()
  assert.equal(await notKept.count(), 1)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a broken file says what is wrong, and the network goes on as if it had not been there', async () => {
  const playground = await site.open('?data=spiral')
  const { page } = playground
  const before = await playground.state()
  await openTable(playground)
  await playground.run({ do: 'play' })
  await playground.until('stepCount', (step) => step > 0)
  const refused = brokenTables.filter(({ what, refused }) => refused && !/MB|million/.test(what))
  for (const broken of refused) {
    const size = await playground.number('stepCount')
    await choose(playground, `${broken.what}.csv`, fileOf(broken))
    const status = page.locator('.table-source [role=status] .refusal')
    const words = refusalWords(readTable(fileOf(broken)).refused)
    await eventually(async () => assert.equal(await status.textContent({ timeout: 1000 }), words, broken.what))
    await playground.until('stepCount', (step) => step > size)
  }
  await playground.run({ do: 'pause' })
  const after = await playground.state()
  assert.deepEqual([after.data, after.network, after.training], [before.data, before.network, before.training])
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('all mistakes stand in one list, and one click leaves their rows out', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await openTable(playground)
  await choose(playground, 'strange.csv', await odd('c09-nan-plus-inf.csv'))
  const mistakes = page.locator('.table-mistakes li')
  await mistakes.first().waitFor()
  assert.deepEqual(await mistakes.allTextContents(), [
    'Not a number in x: line 10 (0x10), line 11 (1_000).',
    'Infinite or too large in x: line 6 (1e309).',
    'Infinite or too large in y: line 4 (+Infinity), line 5 (-Inf).',
  ])
  assert.equal(await isUsable(playground), false)
  await playground.press('Leave these rows out')
  assert.match(await wordsOf(playground), /5 rows with mistakes are left out/)
  assert.equal(await isUsable(playground), true)
  await playground.press('Use this table')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  const { data } = await playground.state()
  assert.deepEqual(data.table.rows, [
    [2, 1],
    [null, 2],
    [0.5, 6],
    [5, 7],
    [-0, 8],
    [7, 11],
  ])
  await playground.close()
})

test('decimal commas, percentages, units and encodings are told', async () => {
  const playground = await site.open('?data=xor')
  await openTable(playground)
  const says = async (name, ...sentences) => {
    await choose(playground, name, await odd(name))
    await playground.page.getByText(name, { exact: true }).waitFor()
    const words = await wordsOf(playground)
    for (const sentence of sentences) assert.ok(words.includes(sentence), `${sentence} is not in ${words}`)
    await playground.press('Use another table')
  }
  await says(
    'c11-thousands-and-percent.csv',
    'Commas are read as decimal marks in price, share.',
    'share: 23,78% is read as 23.78, with the unit %.',
  )
  await says(
    'c03-blankfirst-units-trailing.csv',
    'Units are given in line 3 (mg/dm³, g/dm³, %, g/Kg).',
    'Data: dates or times. Left out.',
  )
  await says('c05b-utf16le.csv', 'The file is encoded as UTF-16LE, and was converted.')
  await says('c07-comma-only-tail.csv', '2,000 empty lines left out.')
  await playground.close()
})

test('whether few whole numbers are classes or amounts is asked, never guessed', async () => {
  const playground = await site.open('?data=xor')
  await openTable(playground)
  const rows = Array.from({ length: 30 }, (_, i) => `${i * 1.5},${i % 3}`)
  await paste(playground, `size,grade\n${rows.join('\n')}`)
  await playground.press('They are classes')
  assert.equal(await isUsable(playground), true)
  await playground.press('Use this table')
  await playground.page.locator('#data-drawer').waitFor({ state: 'hidden' })
  const { data } = await playground.state()
  assert.deepEqual(data.table.about.grade.levels, ['0', '1', '2'])
  await playground.close()
})

test('a file is dropped anywhere on the drawer, and nowhere else', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.button('Use your own table').waitFor()
  const drop = (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['a,b,kind\n1,2,x\n3,4,y\n5,6,x\n'], 'dropped.csv', { type: 'text/csv' }))
        const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true })
        const isHeld = !element.dispatchEvent(event('dragover'))
        if (isHeld) element.dispatchEvent(event('drop'))
        return isHeld
      })
  assert.equal(await drop('glassbox-playground .graph'), false)
  assert.equal(await drop('#data-drawer .generators'), true)
  await playground.button('Use this table').waitFor()
  assert.match(await wordsOf(playground), /dropped\.csv 3 rows, 3 columns/)
  await playground.close()
})

test('a reader brings in a table by keyboard alone', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await page.getByRole('button', { name: /Choose other data/ }).focus()
  await page.keyboard.press('Enter')
  await playground.button('Use your own table').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('a,b,kind\n1,2,x\n3,4,y\n5,6,x\n')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await playground.button('Use this table').waitFor()
  await playground.button('Use this table').focus()
  await page.keyboard.press('Enter')
  await page.locator('#data-drawer').waitFor({ state: 'hidden' })
  assert.equal((await playground.state()).data.name, 'hand')
  await playground.close()
})

test('in a narrow window what is done with missing values can be read', async () => {
  const playground = await site.open('?data=xor', { viewport: { width: 390, height: 844 } })
  await openTable(playground)
  await paste(playground, 'a;b\n1;2\n;3\n2;4\n3;6\n')
  const menu = playground.page.getByLabel('Where a is missing')
  await menu.selectOption('mark in an extra feature')
  const widths = await menu.evaluate((select) => {
    const alone = select.cloneNode(true)
    alone.style.inlineSize = 'max-content'
    alone.value = select.value
    select.after(alone)
    const needed = alone.offsetWidth
    alone.remove()
    return { given: select.offsetWidth, needed }
  })
  assert.ok(widths.given >= widths.needed, JSON.stringify(widths))
  await playground.close()
})

test('axe finds nothing on a table that is brought in, light and dark, wide and narrow', async () => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ]) {
    const playground = await site.open('?data=xor', { colorScheme, viewport: { width, height: 800 } })
    await openTable(playground)
    assert.deepEqual(await findings(playground, ''), [], `before, ${colorScheme}`)
    await choose(playground, 'strange.csv', await odd('c09-nan-plus-inf.csv'))
    await playground.button('Use this table').waitFor()
    assert.deepEqual(await findings(playground, ''), [], `${colorScheme}, ${width}`)
    await playground.close()
  }
})

const small = 'a,b,kind\n1,2,x\n3,4,y\n5,6,x\n'

test('a page that may have no worker, and one of another origin, read tables all the same', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">`
  const body = '<glassbox-playground state="data=xor"></glassbox-playground>'
  const strict = await openHost(site, body, { head: policy })
  await openTable(strict)
  await paste(strict, small)
  await strict.button('Use this table').waitFor()
  await strict.close()

  const address = await serveElsewhere(`<script type="module" src="${site.address}/v1/glassbox.js"></script>${body}`)
  const page = await strict.page.context().browser().newPage()
  await page.route(`${site.address}/**`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
  })
  await page.goto(address)
  const elsewhere = new Playground(page)
  await openTable(elsewhere)
  await paste(elsewhere, small)
  await elsewhere.button('Use this table').waitFor()
  await page.close()
})
