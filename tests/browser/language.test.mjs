import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tabNames } from '../../web/src/state/tab-names.ts'
import { pseudoFile, pseudoTag } from '../web/pseudo-language.mjs'
import { englishIn } from './english-left.mjs'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** A second language is one file: a site with a pseudo-language beside English says nothing in English any more. */

const folder = await mkdtemp(join(tmpdir(), 'glassbox-language-'))
await mkdir(join(folder, 'languages'))
await writeFile(join(folder, 'languages', `${pseudoTag}.json`), JSON.stringify(await pseudoFile()))
const build = fileURLToPath(new URL('../../web/build.mjs', import.meta.url))
const made = spawnSync(process.execPath, [build, join(folder, 'site'), '--languages', join(folder, 'languages')])
assert.equal(made.status, 0, String(made.stderr))
const site = await openSite(join(folder, 'site'))
after(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

const open = (query = '', how = {}) =>
  openHost(site, `<div lang="${pseudoTag}"><glassbox-playground linked></glassbox-playground></div>`, {
    query,
    options: { viewport: { width: 1920, height: 1080 } }, // names of data are written out
    ...how,
  })

/** What is left in English in all that is looked at, without what is found again and again. */
function lookingAt(playground) {
  const found = new Set()
  const settle = () =>
    playground.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))))
  return {
    look: async (where, typed) => {
      await settle()
      for (const line of await englishIn(playground, where, typed)) found.add(line)
    },
    assertNone: () => assert.deepEqual([...found], []),
  }
}

/** Opens every panel that there is, for a row and for the mean of a batch. */
async function throughPanels(playground, { look }) {
  const { page } = playground
  for (const scope of ['row', 'batch']) {
    await playground.run({ do: 'set', changes: { 'view.scope': scope } })
    for (const panel of tabNames) {
      const tab = page.locator(`#tab-${panel}`)
      if (!(await tab.count())) continue
      await tab.click()
      await page.waitForFunction(() =>
        /\d/.test(document.querySelector('glassbox-playground').shadowRoot.querySelector('.tab-panel').textContent),
      )
      await look(`${panel}, ${scope}`)
      if (panel === 'step' && scope === 'row') await throughStops(page, look)
    }
  }
}

/** Every moment of a step, up to its end. */
async function throughStops(page, look) {
  const track = page.locator('.film-track')
  const [at, end] = ['aria-valuenow', 'aria-valuemax'].map((name) => () => track.getAttribute(name))
  await track.focus()
  for (let moment = 1; (await at()) !== (await end()); moment++) {
    await page.keyboard.press('ArrowRight')
    await look(`moment ${moment} of the step`)
  }
}

for (const query of [
  '?data=xor&layers=3.tanh-1.sigmoid&optimizer=adam&l1=0.01&l2=0.01',
  '?data=study-hours',
  '?data=iris&test=0.2',
  '?data=sine&optimizer=adamw',
  '?data=penguins&target=body%20mass',
  '?data=digits',
  '?data=hand',
]) {
  test(`no panel says anything in English, ${query}`, async () => {
    const playground = await open(query)
    const seen = lookingAt(playground)
    await seen.look('at rest')
    await playground.steps(30)
    await seen.look('trained')
    await throughPanels(playground, seen)
    seen.assertNone()
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('no drawer, card or story says anything in English, whatever was done', async () => {
  const playground = await open('?data=penguins&layers=3.tanh-3.softmax')
  const { page } = playground
  const seen = lookingAt(playground)
  for (const id of ['data-drawer', 'settings-drawer', 'share-panel']) {
    await page.locator(`[popovertarget=${id}]`).first().click()
    await page.locator(`#${id} :is(p, li)`).first().waitFor()
    await seen.look(id)
    await page.keyboard.press('Escape')
  }
  await page.locator('.weight[data-layer="0"][data-row="0"][data-column="0"]').press('Enter')
  await page.locator('.dial-card:popover-open').waitFor()
  await seen.look('the card of a dial')
  await page.keyboard.press('Escape')
  for (const command of [
    { do: 'step', count: 3 },
    { do: 'play' },
    { do: 'pause' },
    { do: 'lock', parameters: [{ layer: 0, row: 0, column: 0 }], isLocked: true },
    {
      do: 'lock',
      parameters: [
        { layer: 0, row: 0, column: 1 },
        { layer: 0, row: 0, bias: true },
      ],
      isLocked: true,
    },
    { do: 'mute', layer: 0, unit: 0, isMuted: true },
    { do: 'step' },
    { do: 'undo' },
    { do: 'redo' },
    { do: 'addLayer', at: 1 },
    { do: 'chooseData', name: 'xor' },
    { do: 'load', state: { data: { name: 'sine' } } },
    { do: 'set', changes: { 'training.learningRate': 1000 } },
    { do: 'step', count: 200 },
  ]) {
    await playground.run(command)
    await page.waitForTimeout(600) // the story is written twice a second
    await seen.look(JSON.stringify(command))
  }
  await throughPanels(playground, seen) // which say why they have nothing to show
  seen.assertNone()
  await playground.close()
})

test('no tool of a panel says anything in English, nor what it finds', async () => {
  const playground = await open('?data=xor&layers=3.tanh-2.relu-1.sigmoid&step=20')
  const { page } = playground
  const seen = lookingAt(playground)
  await playground.run({ do: 'mute', layer: 0, unit: 1, isMuted: true })
  await playground.run({ do: 'lock', parameters: [{ layer: 1, row: 0, bias: true }], isLocked: true })
  for (const unit of [0, 1]) {
    await playground.run({ do: 'set', changes: { 'view.selected': { layer: 0, unit } } })
    await throughPanels(playground, seen)
  }
  await page.locator('#tab-shock').click()
  await page.locator('.shock-check button').click()
  await page.locator('.shock-checked p').first().waitFor()
  await seen.look('all parameters compared')
  await page.locator('#tab-slope').click()
  for (const button of await page.locator('.tab-panel .pane-tools button').all()) {
    if (await button.isEnabled()) await button.click()
    await seen.look('a tool of the landscape')
  }
  seen.assertNone()
  await playground.close()
})

/** Of names of one letter, which no language has: they are the data's own. */
const ownTable = 'a;b;c\n1,5;x;2\n2;y;3\n;x;4\n4;y;5\n5;x;q\n6,25;y;7\n'

test('nothing says anything in English where data is brought along, drawn and made of other data', async () => {
  const playground = await open('?data=xor')
  const { page } = playground
  const seen = lookingAt(playground)
  await page.locator('[popovertarget=data-drawer]').first().click()
  await page.locator('.derived-form').first().waitFor({ state: 'attached' })
  await seen.look('the drawer of the data')
  await page.locator('.table-view button').first().click()
  await seen.look('a table to be pasted')
  await page.locator('#table-paste').fill('<b>')
  await page.locator('.table-source .table-buttons button').first().click()
  await page.locator('.table-source .refusal').waitFor()
  await seen.look('a table that is refused', ['<b>'])
  await page.locator('#table-paste').fill(ownTable)
  await page.locator('.table-source .table-buttons button').first().click()
  await page.locator('.table-columns tbody tr').nth(2).waitFor()
  await seen.look('a table that is read')
  await page.locator('.table-mistakes button').click()
  const roleOf = (column) => page.locator('.table-columns tbody tr').nth(column).locator('select').first()
  await roleOf(2).selectOption('output')
  await seen.look('two targets')
  await roleOf(1).selectOption('input')
  await seen.look('one target')
  await page.locator('.table-foot .primary').click()
  await page.locator('.table-foot').waitFor({ state: 'detached' })
  await page.locator('#tab-inputs').click()
  await page.locator('.predict-fields li').first().waitFor()
  await seen.look('rows of a table')
  await playground.run({ do: 'chooseData', name: 'xor' })
  await page.locator('.draw-points').first().click()
  await page.locator('.draw-board').waitFor()
  await seen.look('points to be drawn')
  seen.assertNone()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('nothing says anything in English where runs are compared, gone back in, kept and taken along', async () => {
  const playground = await open('?data=xor&tab=compare')
  const { page } = playground
  const seen = lookingAt(playground)
  await seen.look('nothing to compare yet')
  await playground.steps(30)
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.02 } })
  await playground.steps(5)
  for (const kind of ['seeds', 'race', 'pair']) {
    await page.locator(`input[name=compare-kind][value=${kind}]`).check()
    await seen.look(`before a trial of ${kind}`)
    await page.locator('.compare-go button').click()
    await page.locator('.compare-go button:not([disabled])').waitFor()
    await seen.look(`a trial of ${kind}`)
  }
  await playground.run({ do: 'goTo', step: 12 })
  await page.waitForTimeout(600)
  await seen.look('a moment of the past')
  await page.locator('[popovertarget=share-panel]').first().click()
  for (const about of await page.locator('#share-panel summary').all()) {
    await about.click()
    await seen.look('a part of Share')
    await about.click()
  }
  seen.assertNone()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('no refusal says anything in English', async () => {
  const playground = await open('?data=xor&rate=-1')
  const { page } = playground
  const seen = lookingAt(playground)
  await seen.look('a link that is refused')
  for (const [path, value] of [
    ['training.learningRate', -1],
    ['training.batchSize', 1.5],
    ['training.cost', 'nonesuch'],
    ['network.layers.0.units', 0],
    ['data.testShare', 2],
  ]) {
    await playground.run({ do: 'set', changes: { [path]: value } })
    await seen.look(path, ['nonesuch'])
  }
  await page.locator('[popovertarget=settings-drawer]').first().click()
  const field = page.locator('#field-training-learningRate')
  for (const typed of ['abc', '1,234', '', '5 %', '1 2']) {
    await field.fill(typed)
    await field.press('Enter')
    await seen.look(`“${typed}” typed`, ['abc'])
  }
  seen.assertNone()
  await playground.close()
})

test('the root says which language it is in, and English stays where there is no file of a language', async () => {
  const playground = await open()
  const said = (page) =>
    page.evaluate(() => {
      const root = document.querySelector('glassbox-playground').shadowRoot
      return [root.querySelector('.playground').lang, root.querySelector('[popovertarget=share-panel]').textContent]
    })
  assert.deepEqual((await said(playground.page))[0], pseudoTag)
  await playground.close()
  const other = await openHost(site, '<div lang="fr"><glassbox-playground></glassbox-playground></div>')
  assert.deepEqual(await said(other.page), ['en', 'Share'])
  await other.close()
})

test('the first picture is already in the language of the page, and English asks for no file', async () => {
  const asked = []
  const note = (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const playground = await open('', { prepare: note })
  assert.equal(asked.filter((path) => path.endsWith(`languages/${pseudoTag}.json`)).length, 1)
  await playground.close()
  asked.length = 0
  const english = await openHost(site, '<glassbox-playground></glassbox-playground>', { prepare: note })
  await eventually(() => assert.ok(asked.length > 0))
  assert.deepEqual(
    asked.filter((path) => path.includes('languages')),
    [],
  )
  await english.close()
})
