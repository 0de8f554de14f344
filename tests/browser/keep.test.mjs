/** Keep: files of sessions, what the browser keeps, the last session, weights from elsewhere. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSite, Playground } from './page.mjs'
import { eventually, findingsInBothThemes } from './reading.mjs'

const site = await openSite()
const files = await mkdtemp(join(tmpdir(), 'glassbox-keep-'))
after(async () => {
  await site.close()
  await rm(files, { recursive: true })
})

/** A page whose storage is its own. */
const lasting = (query) => site.open(query, {}, () => {})

const query = '?start=penguins&optimizer=adam&batch=16'

async function openKeep(playground) {
  await playground.press('Share')
  await playground.page.getByText('Save it to go on later', { exact: true }).click()
}

/** What is said of the last thing that was done. */
const said = ({ page }, words) => page.locator('.keep-said[role=status]', { hasText: words }).waitFor()

const choose = ({ page }, file) => page.locator('glassbox-keep input[type=file]').setInputFiles(file)

/** A file as a reader chooses one. */
const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

const numbers = (playground) =>
  playground.page.evaluate(() => {
    const net = document.querySelector('glassbox-playground')
    const { step, epoch, cost } = net.frame()
    return { step, epoch, cost, parameters: net.getState({ withParameters: true }).parameters }
  })

async function savedFile(playground) {
  const { page } = playground
  const [download] = await Promise.all([page.waitForEvent('download'), playground.press('Save as a file')])
  const path = join(files, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

test('a session that is saved as a file goes on in another browser, digit by digit, with all that can be undone', async () => {
  const playground = await site.open(query)
  await playground.steps(9)
  await playground.run({ do: 'addUnit', layer: 0 })
  await playground.steps(10)
  await openKeep(playground)
  const path = await savedFile(playground)
  assert.match(path, /glassbox-penguins-19\.glassbox\.json$/)
  const before = await numbers(playground)
  assert.notEqual(before.epoch % 1, 0)
  await playground.steps(30)
  const later = await numbers(playground)
  assert.deepEqual(playground.faults, [])

  const other = await lasting('?data=xor')
  await other.steps(5)
  await openKeep(other)
  await choose(other, path)
  await said(other, 'Opened: Penguins, step 19.')
  assert.deepEqual(await numbers(other), before)
  await other.steps(30)
  assert.deepEqual(await numbers(other), later)
  await other.run({ do: 'undo' })
  assert.equal((await numbers(other)).step, 9)
  await other.press('Go back to what was here')
  await eventually(async () => assert.equal((await numbers(other)).step, 5))
  assert.equal((await other.state()).data.name, 'xor')
  assert.deepEqual(other.faults, [])
  await other.close()
  await playground.close()
})

test('files that are not ours or are damaged are refused in a sentence, and nothing changes', async () => {
  const playground = await site.open(query)
  await playground.steps(3)
  await openKeep(playground)
  const text = await readFile(await savedFile(playground), 'utf8')
  const before = await numbers(playground)
  const place = text.indexOf('"snapshot":"') + 40
  const refused = {
    'is damaged': [
      text.slice(0, 500),
      text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1),
    ],
    'later version': [text.replace('"v":1', '"v":7')],
    'no arrays of numbers': ['', 'hello', '<html>', '{"a":1}', '\u0000\u0001\u0002'],
    'It cannot be opened': ['{"data":{"name":"__proto__"}}', '{"network":{"layers":3}}'],
  }
  for (const [words, texts] of Object.entries(refused))
    for (const one of texts) {
      await choose(playground, file('session.glassbox.json', one))
      await said(playground, words)
      assert.deepEqual(await numbers(playground), before)
    }
  await choose(playground, file('net.safetensors', 'x'.repeat(100)))
  await said(playground, 'Its header is said to have')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

const offer = ({ page }) => page.locator('.keep-offer')

/** Trains as a reader does, until it is kept. */
async function train(playground, steps = 40) {
  await act(playground, steps)
  await kept(playground, steps)
}

async function act(playground, steps) {
  await playground.page.locator('glassbox-transport').click({ position: { x: 2, y: 2 } })
  await playground.run({ do: 'chooseData', name: 'penguins' })
  await playground.steps(steps)
}

/** The steps of what the browser has kept. */
const keptSteps = ({ page }) =>
  page.evaluate(async () => {
    if ((await indexedDB.databases()).length === 0) return []
    const result = (request) =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const database = await result(indexedDB.open('glassbox'))
    const all = await result(database.transaction('entries').objectStore('entries').getAll())
    database.close()
    return all.map(({ step }) => step)
  })

/** Waits until the browser has kept a step. */
const kept = (playground, step) =>
  eventually(async () => {
    const steps = await keptSteps(playground)
    assert.ok(steps.includes(step), `${step} is not among ${steps}`)
  })

/** Waits until the page looks after what is done on it. */
const watched = ({ page }) =>
  eventually(async () => assert.ok((await page.evaluate(() => indexedDB.databases())).length > 0))

/** Comes back, by another address of the page if need be. */
async function comeBack(playground, path = '') {
  await playground.page.goto('about:blank')
  await playground.page.goto(`${site.address}/${path}`)
  await playground.page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
}

test('who comes back is offered the last session, goes on with it, and can go back', async () => {
  const playground = await lasting('')
  await train(playground)
  const before = await numbers(playground)
  await comeBack(playground)
  await offer(playground).getByText('Your last session is still here: Penguins, step 40.').waitFor()
  await playground.press('Go on where you left off')
  await offer(playground).getByText('with its undo history').waitFor()
  await offer(playground).getByText('This is your last session, Penguins, step 40,').waitFor()
  assert.deepEqual(await numbers(playground), before)
  const story = playground.page.locator('glassbox-story p:not(.spoken)')
  assert.equal(await story.textContent(), 'Opened: Penguins, step 40.')
  await playground.press('Go back to what was here')
  await eventually(async () => assert.equal((await playground.state()).data.name, 'circle'))
  await eventually(async () => assert.match(await story.textContent(), /^This is what was here before: /))
  assert.equal(await offer(playground).count(), 0)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('what was kept is there for whoever leaves the moment after, whatever address they come back by', async () => {
  const playground = await lasting('')
  await train(playground)
  await comeBack(playground, '?data=xor')
  await openKeep(playground)
  await playground.page.locator('.keep-list', { hasText: 'Last session' }).waitFor()
  await comeBack(playground)
  await offer(playground).getByText('Penguins, step 40').waitFor()
  await playground.close()
})

test('what has not been kept yet is kept when the page is hidden', async () => {
  const playground = await site.open('', {}, (page) =>
    page.addInitScript(() => {
      const { setTimeout: later } = window
      window.setTimeout = (work, delay, ...given) => (delay === 1500 ? 0 : later(work, delay, ...given))
    }),
  )
  await watched(playground)
  await act(playground, 40)
  assert.deepEqual(await keptSteps(playground), [])
  await playground.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await kept(playground, 40)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

/** Has the browser say that there is no more room for what is kept; `window.isFull = false` makes some. */
const fill = (page) =>
  page.addInitScript(() => {
    window.isFull = true
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...given) {
      if (window.isFull) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })

test('where there is no more room the page says so, of the last session too, and goes on', async () => {
  const playground = await site.open('', {}, fill)
  const { page } = playground
  await watched(playground)
  await act(playground, 12)
  await openKeep(playground)
  await page.getByText('This session is not kept by itself: The browser has no more room for this.').waitFor()
  await playground.press('Save here')
  await said(playground, 'The browser has no more room for this.')
  assert.deepEqual(await keptSteps(playground), [])
  await page.evaluate(() => {
    window.isFull = false
  })
  await playground.steps(1)
  await kept(playground, 13)
  await page.getByText('This session is not kept by itself').waitFor({ state: 'hidden' })
  await playground.press('Save here')
  await said(playground, 'Saved as')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a write that fails later on leaves nothing half written', async () => {
  const playground = await site.open(query, {}, (page) =>
    page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given)
        if (this.name === 'sessions') this.transaction.abort()
        return request
      }
    }),
  )
  await playground.steps(3)
  await openKeep(playground)
  await playground.press('Save here')
  await said(playground, 'stores nothing for this page')
  assert.deepEqual(await keptSteps(playground), [])
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a link wins: nothing is offered; a first visit and an embed keep nothing', async () => {
  const playground = await lasting('')
  await train(playground)
  const linked = new Playground(await playground.page.context().newPage())
  await linked.page.goto(`${site.address}/?data=xor`)
  await linked.page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  await openKeep(linked)
  await linked.page.locator('.keep-list', { hasText: 'Last session' }).waitFor()
  assert.equal(await offer(linked).count(), 0)
  await playground.close()
  const embedded = await site.open('embed.html?data=xor', {}, () => {})
  await embedded.page.locator('glassbox-transport').click({ position: { x: 2, y: 2 } })
  await embedded.steps(10)
  await embedded.page.waitForTimeout(2500)
  const names = await embedded.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  assert.deepEqual(names, [])
  await embedded.close()
})

test('two tabs keep a session each', async () => {
  const one = await lasting('')
  const two = new Playground(await one.page.context().newPage())
  await two.page.goto(site.address)
  await two.page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  await train(one, 11)
  await two.page.bringToFront()
  await train(two, 22)
  await one.page.bringToFront()
  await one.steps(2)
  await kept(one, 13)
  await kept(one, 22)
  await one.close()
})

test('where storage is blocked the page is as it is, and says so where something would be saved', async () => {
  const playground = await site.open('', {}, (page) =>
    page.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('no', 'SecurityError')
        },
      }),
    ),
  )
  await playground.steps(3)
  await openKeep(playground)
  await playground.press('Save here')
  await said(playground, 'stores nothing for this page')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a session is saved under a name, renamed, opened and deleted', async () => {
  const playground = await lasting(query)
  await playground.steps(7)
  const before = await numbers(playground)
  await openKeep(playground)
  await playground.page.getByRole('textbox', { name: 'Name', exact: true }).fill('<b>Birds</b>')
  await playground.press('Save here')
  await said(playground, 'Saved as “<b>Birds</b>”.')
  const newName = playground.page.getByLabel('New name of “<b>Birds</b>”')
  for (const away of [() => newName.press('Escape'), () => playground.press('Cancel')]) {
    await playground.press('Rename “<b>Birds</b>”')
    await newName.fill('Fish')
    await away()
    await newName.waitFor({ state: 'detached' })
    assert.ok(await playground.button('Rename “<b>Birds</b>”').evaluate((button) => button.matches(':focus')))
  }
  await playground.press('Rename “<b>Birds</b>”')
  await newName.fill('Birds')
  await playground.press('Keep the name')
  await playground.button('Open “Birds”').waitFor()
  await playground.steps(5)
  await playground.press('Open “Birds”')
  await said(playground, 'Opened: Penguins, step 7.')
  assert.deepEqual(await numbers(playground), before)
  assert.deepEqual(await findingsInBothThemes(playground, '#share-panel'), [])
  await playground.press('Delete “Birds”')
  await said(playground, 'Deleted “Birds”.')
  assert.equal(await playground.button('Open “Birds”').count(), 0)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a session of many numbers, which is written in pieces, comes back whole', async () => {
  const playground = await lasting('?data=digits&layers=96.relu-10.softmax&optimizer=adam')
  await playground.steps(5)
  const before = await numbers(playground)
  await openKeep(playground)
  await playground.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Large')
  await playground.press('Save here')
  await said(playground, 'Saved as “Large”.')
  await playground.steps(3)
  await playground.press('Open “Large”')
  await said(playground, 'Opened: Handwritten digits, step 5.')
  assert.deepEqual(await numbers(playground), before)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

/** Drops a file on the Share panel. */
const drop = ({ page }, name, text) =>
  page.locator('glassbox-keep').evaluate(
    (keep, { name, text }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      const drag = (type) =>
        keep.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }))
      if (drag('dragover')) throw new Error('the page does not take it')
      drag('drop')
    },
    { name, text },
  )

test('a file that is dropped is opened: a session, a state as JSON; the latter can be undone', async () => {
  const playground = await site.open(query)
  await playground.steps(6)
  await openKeep(playground)
  const before = await numbers(playground)
  const path = await savedFile(playground)
  await playground.steps(5)
  await drop(playground, 'session.glassbox.json', await readFile(path, 'utf8'))
  await said(playground, 'Opened: Penguins, step 6.')
  assert.deepEqual(await numbers(playground), before)
  const state = { ...(await playground.state()), parameters: undefined, step: undefined, seal: undefined }
  await drop(
    playground,
    'state.json',
    JSON.stringify({ ...state, training: { ...state.training, learningRate: 0.125 } }),
  )
  await said(playground, 'Opened: Penguins, before the first step.')
  assert.equal((await playground.state()).training.learningRate, 0.125)
  await playground.run({ do: 'undo' })
  assert.deepEqual(await numbers(playground), before)
  await drop(playground, 'session.glassbox.json', '{"glassbox":"session","v":1}')
  await said(playground, 'is damaged')
  assert.deepEqual(await numbers(playground), before)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

/** A file of safetensors as others write it. */
function safetensors(tensors) {
  let at = 0
  const header = {}
  for (const [name, { shape, data }] of Object.entries(tensors))
    header[name] = { dtype: 'F64', shape, data_offsets: [at, (at += 8 * data.length)] }
  const head = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(head.length))
  return Buffer.concat([
    length,
    head,
    ...Object.values(tensors).map(({ data }) => Buffer.from(Float64Array.from(data).buffer)),
  ])
}

test('weights out of a file of safetensors are taken, and can be undone', async () => {
  const playground = await site.open('?data=circle&layers=3.tanh-1.sigmoid')
  await playground.steps(4)
  const before = await numbers(playground)
  await openKeep(playground)
  const written = safetensors({
    '0.weight': { shape: [3, 2], data: [1, 2, 3, 4, 5, 6] },
    '0.bias': { shape: [3], data: [0.5, 1, 2] },
    '2.weight': { shape: [1, 3], data: [7, 8, 9] },
    '2.bias': { shape: [1], data: [0.25] },
  })
  await choose(playground, { name: 'net.safetensors', mimeType: 'application/octet-stream', buffer: written })
  await playground.press('Use these weights')
  await said(playground, 'They are the initial weights now.')
  const { parameters } = await numbers(playground)
  assert.deepEqual(parameters, [
    {
      weights: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      bias: [0.5, 1, 2],
    },
    { weights: [[7, 8, 9]], bias: [0.25] },
  ])
  await playground.run({ do: 'undo' })
  assert.deepEqual(await numbers(playground), before)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

const weights = ({ parameters }) => parameters.map(({ weights }) => weights)

test('pasted weights are taken where they fit, else with the network that they are of; undo brings the old ones back', async () => {
  const playground = await site.open('?data=circle&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await playground.steps(4)
  const before = await numbers(playground)
  await openKeep(playground)
  const paste = async (text) => {
    await page.getByLabel('Paste weights and biases').fill(text)
    await playground.press('Read them')
  }
  await paste(`OrderedDict([('0.weight', tensor([[1., 2.], [3., 4.], [5., 6.]])), ('0.bias', tensor([0., 1., 2.])),
    ('2.weight', tensor([[7., 8., 9.]])), ('2.bias', tensor([0.5]))])`)
  await playground.press('Use these weights')
  await said(playground, 'They are the initial weights now.')
  assert.deepEqual(weights(await numbers(playground)), [
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [[7, 8, 9]],
  ])
  await playground.run({ do: 'undo' })
  assert.deepEqual(await numbers(playground), before)

  await paste('W1 = [1 2; 3 4]; b1 = [0; 0]; W2 = [1 2]; b2 = [0]')
  await page.locator('glassbox-keep-weights').getByLabel('Activation of the hidden layers').selectOption('relu')
  await playground.press('Use this network and its weights')
  await eventually(async () =>
    assert.deepEqual(weights(await numbers(playground))[0], [
      [1, 2],
      [3, 4],
    ]),
  )
  const { network } = await playground.state()
  assert.deepEqual(
    network.layers.map(({ units, activation }) => [units, activation]),
    [
      [2, 'relu'],
      [1, 'sigmoid'],
    ],
  )

  await paste('tensor([[0.1, ..., 0.2]])')
  await said(playground, 'set_printoptions')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('where both ways of reading weights fit, the reader is asked', async () => {
  const playground = await site.open('?start=tutorial') // five inputs, five outputs
  const { page } = playground
  await openKeep(playground)
  const rows = Array.from({ length: 5 }, (_, r) => Array.from({ length: 5 }, (_, c) => 10 * r + c))
  await page.getByLabel('Paste weights and biases').fill(`[${rows.map((row) => row.join(' ')).join('; ')}]`)
  await playground.press('Read them')
  const asked = page.getByLabel('What is a row?')
  await asked.waitFor()
  const take = playground.button('Use this network and its weights')
  assert.equal(await take.count(), 0)
  await asked.selectOption({ label: 'A row is an input (Keras, xW + b)' })
  await take.click()
  await said(playground, 'They are the initial weights now.')
  const [taken] = weights(await numbers(playground))
  assert.deepEqual(taken[1], [1, 11, 21, 31, 41])
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
