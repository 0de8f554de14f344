import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

test('a unit can be added and removed on the graph, and the other weights stay as they are', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  await playground.steps(50)
  const before = (await playground.state()).parameters
  await playground.press('Add a neuron to layer 1')
  await playground.page.waitForFunction(
    () => document.querySelector('glassbox-playground').getState().network.layers[0].units === 4,
  )
  const after = (await playground.state()).parameters
  assert.deepEqual(after[0].weights.slice(0, 3), before[0].weights)
  assert.deepEqual(after[1].weights[0].slice(0, 3), before[1].weights[0])
  await playground.press('Remove the last neuron of layer 1')
  await playground.page.waitForFunction(
    () => document.querySelector('glassbox-playground').getState().network.layers[0].units === 3,
  )
  assert.deepEqual((await playground.state()).parameters, before)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a layer can be added and removed, and each layer has an activation of its own', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  await playground.steps(20)
  const before = (await playground.state()).parameters
  await playground.page.getByRole('button', { name: /^Add a layer between layer 1 and/ }).click()
  await playground.page.getByRole('combobox', { name: 'Activation of layer 2' }).first().selectOption('relu')
  await playground.page.waitForFunction(
    () => document.querySelector('glassbox-playground').getState().network.layers[1].activation === 'relu',
  )
  const state = await playground.state()
  assert.equal(state.network.layers.length, 3)
  assert.deepEqual(state.parameters[0], before[0])
  await playground.press('Play')
  await playground.until('stepCount', (value) => value > 500)
  await playground.press('Pause')
  await playground.press('Remove layer 2')
  await playground.page.waitForFunction(
    () => document.querySelector('glassbox-playground').getState().network.layers.length === 2,
  )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a value that is not allowed is refused beside its control, and nothing trained is lost', async () => {
  const playground = await site.open('?data=moons')
  await playground.steps(100)
  const before = await playground.state()
  await playground.press('All settings')
  const field = playground.page
    .getByRole('textbox', { name: 'Learning rate' })
    .or(playground.page.getByRole('spinbutton', { name: 'Learning rate' }))
    .last()
  await field.fill('-4')
  await field.press('Enter')
  const sentence = playground.page.getByText(/Learning rate must be more than 0 .*-4/).first()
  await sentence.waitFor()
  assert.deepEqual(await playground.state(), before)
  await playground.page.keyboard.press('Escape')
  await playground.press('One step')
  await playground.until('stepCount', (value) => value === 101)
  await playground.close()
})

test('a learning rate that is far too large ends in a sentence about divergence, never in NaN', async () => {
  const playground = await site.open('?data=plane&layers=8.relu-1.linear&optimizer=sgd&rate=500')
  await playground.press('Play')
  await playground.page
    .getByText(/grew beyond all bounds/)
    .first()
    .waitFor({ timeout: 30_000 })
  const text = await playground.page
    .locator('glassbox-playground')
    .evaluate((element) => element.shadowRoot.textContent)
  assert.doesNotMatch(text, /NaN/)
  assert.ok((await playground.state()).parameters.every(({ weights }) => weights.flat().every(Number.isFinite)))
  await playground.close()
})

test('the sentence tells the activation that is there, also where the data before had no hidden layer', async () => {
  const playground = await site.open('?data=study-hours')
  await playground.run({ do: 'chooseData', name: 'penguins' })
  const [layer] = (await playground.state()).network.layers
  const word = playground.page.locator('select[data-word=activation]')
  await word.waitFor()
  assert.equal(await word.inputValue(), layer.activation)
  await playground.close()
})
