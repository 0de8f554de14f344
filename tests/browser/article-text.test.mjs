/** What stands in the text of an article: live numbers, buttons, numbers to drag, checks, terms and plain links. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { snippetsOf } from '../readme.mjs'
import { openHost, prose } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually, findings, numberIn } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const network = '<glassbox-playground id="net"></glassbox-playground>'

/** An article on one network, whose state the tests know. */
async function openArticle(body, { isAfter = true, head = '', ...how } = {}) {
  const article = `<article>${body}</article>`
  const article2 = await openHost(site, isAfter ? article + network : network + article, {
    head,
    ...how,
  })
  const { page } = article2
  await page.evaluate(
    async (names) => {
      for (const name of names) await customElements.whenDefined(name)
      const layers = [
        { units: 2, activation: 'tanh' },
        { units: 1, activation: 'sigmoid' },
      ]
      await document
        .querySelector('glassbox-playground')
        ?.setState({ v: 1, data: { name: 'xor' }, network: { layers } })
    },
    ['glassbox-value', 'glassbox-set', 'glassbox-check', 'glassbox-term'],
  )
  return article2
}

const weights = async (article) => (await article.state()).parameters[0].weights
const biases = async (article) => (await article.state()).parameters[0].bias
/** What a reader reads in an element of ours, without what is only read out. */
const textOf = (locator) =>
  locator.evaluate((element) => element.shadowRoot.textContent.replaceAll('\u2060', '').trim())
const wordsIn = async (locator) => (await locator.textContent()).trim()
const undo = (article) => article.run({ do: 'undo' })
/** What a screen reader is told. */
const said = ({ page }) => page.locator('body > div [role=status]')

test("README's text of an article does what it says", async () => {
  const [, , text] = snippetsOf('markup')
  const article = await openArticle(text)
  const { page } = article
  await eventually(async () =>
    assert.equal(await textOf(page.locator('glassbox-value')), await article.reading('cost')),
  )
  await page.getByRole('button', { name: 'set three at once' }).click()
  await eventually(async () => assert.equal((await article.state()).training.learningRate, 0.1))
  await eventually(async () =>
    assert.equal(await page.locator('glassbox-set').first().getByRole('slider').textContent(), '0.5000'),
  )
  await page.getByText('set one by a link').click()
  await eventually(async () => assert.equal((await weights(article))[0][0], 0.75))
  await page.getByRole('button', { name: 'error', exact: true }).click()
  await eventually(async () => assert.match(await page.getByRole('dialog').textContent(), /attributed to that neuron/))
  await page.keyboard.press('Escape')
  await eventually(async () =>
    assert.match(await textOf(page.locator('glassbox-check')), /test cost ≤ 0\.05.*neurons ≤ 3:\s+now 3, holds/s),
  )
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('numbers in prose are those of the page, and follow the training', async () => {
  const of = [
    'cost',
    'testCost',
    'accuracy',
    'step',
    'epoch',
    'neurons',
    'parameters',
    '1.W2,1',
    '1.B2',
    '1.A1',
    '1.Z1',
    '2.delta1',
  ]
  const article = await openArticle(
    of.map((one) => `<p><glassbox-value id="v${of.indexOf(one)}" of="${one}"></glassbox-value></p>`).join(''),
  )
  const shown = (one) => article.page.locator(`#v${of.indexOf(one)}`)
  const number = async (one) => numberIn(await textOf(shown(one)))
  await eventually(async () => assert.equal(await number('neurons'), 3))
  assert.equal(await number('parameters'), 9)
  await article.steps(20)
  await eventually(async () => assert.equal(await number('step'), 20))
  for (const measure of ['cost', 'testCost', 'accuracy'])
    assert.equal(await textOf(shown(measure)), await article.reading(measure))
  const [[, second]] = await weights(article)
  assert.equal(await number('1.W2,1'), Number(second.toPrecision(4)))
  assert.equal(await number('1.B2'), Number((await biases(article))[1].toPrecision(4)))
  assert.ok(Math.abs(Math.tanh(await number('1.Z1')) - (await number('1.A1'))) < 1e-3)
  assert.notEqual(await number('2.delta1'), 0)
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('a number keeps its digits, and the words behind it their place, while the network trains', async () => {
  const article = await openArticle(
    '<p id="p">It is <glassbox-value of="1.W1,1" digits="3"></glassbox-value><b id="b">, no more.</b></p>',
  )
  const { page } = article
  const set = (value) => article.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value })
  const value = page.locator('glassbox-value')
  await set(-0.123456)
  await eventually(async () => assert.equal(await textOf(value), '−0.123'))
  const placeOf = () => page.locator('#b').evaluate((words) => words.getBoundingClientRect().left)
  const place = await placeOf()
  for (const [number, text] of [
    [0.5, '0.500'],
    [12.3456, '12.3'],
    [-0.25, '−0.250'],
  ]) {
    await set(number)
    await eventually(async () => assert.equal(await textOf(value), text))
    assert.ok(Math.abs((await placeOf()) - place) < 4, `${text} moves what follows by ${(await placeOf()) - place} px`)
  }
  await article.close()
})

test('before there is a network, and when it has gone, an article shows what its author wrote', async () => {
  const article = await openHost(
    site,
    '<p>The cost is <glassbox-value for="late" of="cost">about 0.7</glassbox-value>, <glassbox-set for="late" changes="1.W1,1=1">set it</glassbox-set>.</p>',
    { isReady: false },
  )
  const { page } = article
  await page.evaluate(() => customElements.whenDefined('glassbox-set'))
  const value = page.locator('glassbox-value')
  const isFallback = () => value.evaluate(({ shadowRoot }) => shadowRoot.querySelector('slot') !== null)
  assert.ok(await isFallback())
  assert.equal(await page.getByRole('button', { name: 'set it' }).getAttribute('aria-disabled'), 'true')
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<glassbox-playground id="other"></glassbox-playground>'),
  )
  await page.evaluate(() => document.querySelector('#other').ready)
  assert.ok(await isFallback(), 'it waits for the one that it names')
  await page.evaluate(() => document.querySelector('#other').setAttribute('id', 'late'))
  await value.evaluate((element) => element.setAttribute('for', 'late'))
  await eventually(async () => assert.match(await textOf(value), /^\d\.\d+$/))
  await page.evaluate(() => document.querySelector('#late').remove())
  await eventually(async () => assert.ok(await isFallback()))
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('a button in a sentence makes all its changes as one edit, says so, and moves neither the page nor the focus', async () => {
  const article = await openArticle(
    `${prose(40)}<p><glassbox-set changes="1.W1,1=0.5; 1.B2=-1; rate=0.25">set three</glassbox-set></p>${prose(40)}`,
  )
  const { page } = article
  const before = await article.state()
  const button = page.getByRole('button', { name: 'set three' })
  await button.scrollIntoViewIfNeeded()
  const scroll = await page.evaluate(() => scrollY)
  await button.click()
  await eventually(async () => assert.equal((await biases(article))[1], -1))
  const { parameters, training } = await article.state()
  assert.equal(parameters[0].weights[0][0], 0.5)
  assert.equal(training.learningRate, 0.25)
  await eventually(async () =>
    assert.equal(
      await said(article).textContent(),
      'W1,1 of layer 1 set to 0.5. B2 of layer 1 set to −1. Learning rate set to 0.25.',
    ),
  )
  assert.equal(await page.evaluate(() => scrollY), scroll)
  await undo(article)
  const after = await article.state()
  assert.deepEqual([after.parameters, after.training], [before.parameters, before.training])
  await button.focus()
  for (const key of ['Enter', 'Space']) {
    await page.keyboard.press(key)
    await eventually(async () => assert.equal((await biases(article))[1], -1, key))
    await undo(article)
  }
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'glassbox-set')
  assert.equal(await page.evaluate(() => scrollY), scroll)
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('changes of which one cannot be made are not made at all, and the reader is told why', async () => {
  const article = await openArticle(
    '<p><glassbox-set changes="1.W1,1=3; 1.W9,9=1">first</glassbox-set> <glassbox-set changes="rate=0.3; 1.W9,9=1">second</glassbox-set> <glassbox-set changes="rate=-1">third</glassbox-set></p>',
  )
  const before = await article.state()
  for (const [name, why] of [
    ['first', /no 1\.W9,9/],
    ['second', /no 1\.W9,9/],
    ['third', /Learning rate must be more than 0/],
  ]) {
    await article.page.getByRole('button', { name }).click()
    await eventually(async () =>
      assert.match(await article.page.locator('glassbox-set', { hasText: name }).locator('small').textContent(), why),
    )
    const { parameters, training } = await article.state()
    assert.deepEqual([parameters, training], [before.parameters, before.training], name)
  }
  await article.close()
})

test('an author is told once of what words in the text name and the network has not', async () => {
  const warnings = []
  const prepare = (page) => page.on('console', (message) => warnings.push(message.text()))
  const article = await openArticle(
    `<glassbox-value of="1.W9,9"></glassbox-value><glassbox-check goal="cost < 1 and 7.A1 > 0"></glassbox-check>
    <glassbox-set changes="1.B9" min="0" max="1"></glassbox-set><glassbox-value of="1.W1,2"></glassbox-value>`,
    { prepare },
  )
  const told = ['<glassbox-check> 7.A1', '<glassbox-set> 1.B9', '<glassbox-value> 1.W9,9']
  const isTold = () =>
    assert.deepEqual(
      warnings.map((warning) => warning.replace('This network has no ', '').replace(/\.$/, '')).sort(),
      told,
    )
  await eventually(isTold)
  await article.steps(3)
  await article.page
    .locator('glassbox-value')
    .first()
    .evaluate((value) => (value.of = '1.W2,9'))
  told.push('<glassbox-value> 1.W2,9')
  told.sort()
  await eventually(isTold)
  await article.close()
})

test('a number in a sentence is dragged within its limits, and a drag is one edit', async () => {
  const article = await openArticle(
    '<p>W is <glassbox-set changes="1.W1,1" min="-2" max="2" step="0.1">0.5</glassbox-set>, so.</p>',
    { isAfter: false, options: { viewport: { width: 1280, height: 1600 } } },
  )
  const { page } = article
  const before = await weights(article)
  const slider = page.getByRole('slider', { name: /^W1,1: weight from/ })
  await slider.scrollIntoViewIfNeeded()
  await article.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0 })
  const { x, y, width, height } = await slider.boundingBox()
  const [left, top] = [x + width / 2, y + height / 2]
  await page.mouse.move(left, top)
  await page.mouse.down()
  for (const pixels of [10, 20, 30, 40]) await page.mouse.move(left + pixels, top)
  await eventually(async () => assert.equal((await weights(article))[0][0], 1))
  assert.equal(await slider.textContent(), '1.000')
  await page.mouse.move(left + 400, top)
  await page.mouse.move(left + 390, top)
  await page.mouse.up()
  await eventually(async () => assert.ok((await weights(article))[0][0] < 2))
  assert.ok((await weights(article))[0][0] > 1.6, 'the way back from beyond the end begins at once')
  await undo(article)
  assert.equal((await weights(article))[0][0], 0)
  await undo(article)
  assert.deepEqual(await weights(article), before)
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('a number in a sentence is turned by keys, which the page around does not get', async () => {
  const article = await openArticle(
    '<p><glassbox-set changes="1.W1,1" min="-2" max="2" step="0.1">0.5</glassbox-set> at <glassbox-set changes="rate" min="0.1" max="1" step="0.1">0.5</glassbox-set></p>',
  )
  const { page } = article
  await page.evaluate(() => {
    window.heard = []
    addEventListener('keydown', ({ key }) => window.heard.push(key))
  })
  const [weight, rate] = [page.locator('glassbox-set').first(), page.locator('glassbox-set').last()].map((set) =>
    set.getByRole('slider'),
  )
  await weight.focus()
  for (const [key, value] of [
    ['End', 2],
    ['ArrowLeft', 1.9],
    ['ArrowDown', 1.8],
    ['Shift+ArrowLeft', 0.8],
    ['ArrowRight', 0.9],
    ['Home', -2],
    ['PageUp', -1],
  ]) {
    await page.keyboard.press(key)
    await eventually(async () => assert.equal((await weights(article))[0][0], value, key))
  }
  assert.equal(await weight.getAttribute('aria-valuenow'), '-1')
  await undo(article)
  assert.equal((await weights(article))[0][0], -2)
  await rate.focus()
  await page.keyboard.press('End')
  await eventually(async () => assert.equal((await article.state()).training.learningRate, 1))
  await eventually(async () => assert.equal(await rate.textContent(), '1'))
  assert.deepEqual(
    (await page.evaluate(() => window.heard)).filter((key) => key !== 'Shift'),
    [],
  )
  await article.close()
})

test('a goal is told once each time that it is reached, with a result, and is put again by a reset', async () => {
  const article = await openArticle(
    '<glassbox-check goal="step >= 5 and neurons <= 3" hint="Take steps.">Can you take five?</glassbox-check>',
  )
  const { page } = article
  await page.evaluate(() => {
    window.told = []
    document.addEventListener('glassbox-goal', ({ detail, composed }) => window.told.push({ ...detail, composed }))
  })
  const told = () => page.evaluate(() => window.told)
  const verdict = page.locator('glassbox-check .goal-verdict')
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Not reached yet'))
  await article.steps(4)
  await eventually(async () =>
    assert.match(await textOf(page.locator('glassbox-check')), /step ≥ 5:\s+now 4, does not hold yet/),
  )
  assert.deepEqual(await told(), [])
  await article.steps(1)
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Reached at step 5'))
  await eventually(async () => assert.equal(await said(article).textContent(), 'Can you take five? Reached at step 5.'))
  await article.steps(3)
  const [{ duration, ...result }, ...more] = await told()
  assert.deepEqual(more, [])
  assert.match(duration, /^PT\d+(\.\d+)?S$/)
  assert.deepEqual(result, {
    success: true,
    score: { raw: 2, min: 0, max: 2, scaled: 1 },
    response: 'step = 5 and neurons = 3',
    composed: true,
  })
  await article.run({ do: 'reset' })
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Not reached yet'))
  await article.steps(6)
  await eventually(async () => assert.equal((await told()).length, 2))
  const hint = page.getByRole('button', { name: 'Hint' })
  assert.equal(await page.getByText('Take steps.').isVisible(), false)
  await hint.focus()
  await page.keyboard.press('Enter')
  assert.ok(await page.getByText('Take steps.').isVisible())
  assert.equal(await hint.getAttribute('aria-expanded'), 'true')
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('once reached a goal stays so while training goes on, and until an edit leaves it unreached', async () => {
  const article = await openArticle('<glassbox-check goal="step = 3">Stop at three.</glassbox-check>')
  const verdict = article.page.locator('glassbox-check .goal-verdict')
  await article.steps(3)
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Reached at step 3'))
  await article.steps(3)
  await eventually(async () => assert.match(await textOf(article.page.locator('glassbox-check')), /now 6/))
  assert.equal(await wordsIn(verdict), 'Reached at step 3')
  await article.run({ do: 'setParameter', parameter: { layer: 0, row: 0, bias: true }, value: 1 })
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Not reached yet'))
  await article.close()
})

test('where a goal was reached is not told of a training that has gone back to before it', async () => {
  const article = await openArticle('<glassbox-check goal="neurons <= 2">Two neurons?</glassbox-check>')
  const verdict = article.page.locator('glassbox-check .goal-verdict')
  await article.steps(3)
  await article.run({ do: 'removeUnit', layer: 0 })
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Reached at step 3'))
  await article.run({ do: 'reset' })
  await eventually(async () => assert.equal(await wordsIn(verdict), 'Reached'))
  await article.close()
})

test('a term says what it means in the words of the page, in any article', async () => {
  const article = await openArticle(
    '<p>Its <glassbox-term name="delta">error</glassbox-term>, by <glassbox-term name="costs:mse">a cost</glassbox-term>.</p>',
    {
      head: '<style>* { color: red; text-transform: uppercase } div { display: none !important } b { display: none }</style>',
      options: { reducedMotion: 'reduce' },
    },
  )
  const { page } = article
  await page.getByRole('button', { name: 'error', exact: true }).focus()
  await page.keyboard.press('Enter')
  const note = page.getByRole('dialog')
  await eventually(async () => assert.match(await note.textContent(), /^Error.*attributed to that neuron\.$/))
  assert.ok(await note.locator('b').isVisible())
  await page.keyboard.press('Escape')
  assert.equal(await note.count(), 0)
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'glassbox-term')
  assert.match(await page.getByRole('button', { name: 'a cost' }).getAttribute('title'), /./)
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('a plain link changes the network, and leads nowhere', async () => {
  const article = await openArticle(
    `<p><a id="one" href="#1.W1,1=0.5; 1.B2=%2D2" data-for="net">set it</a> <a id="two" href="#there" data-for>go there</a> <a id="three" href="#1.W1,1=0.75">elsewhere</a></p>${prose(60)}<p id="there">There.</p>`,
  )
  const { page } = article
  const history = await page.evaluate(() => history.length)
  const before = await article.state()
  await page.locator('#one').click()
  await eventually(async () => assert.equal((await biases(article))[1], -2))
  assert.equal((await weights(article))[0][0], 0.5)
  assert.deepEqual(await page.evaluate(() => [history.length, location.hash, scrollY]), [history, '', 0])
  await undo(article)
  assert.deepEqual((await article.state()).parameters, before.parameters)
  await page.locator('#two').click()
  await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > 0))
  await page.evaluate(() => scrollTo(0, 0))
  await page.locator('#three').click()
  assert.equal(await page.evaluate(() => location.hash), '#1.W1,1=0.75')
  assert.deepEqual((await article.state()).parameters, before.parameters, 'a link without data-for is the page’s own')
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('a network without a picture begins when words that name it come near, and does what they say', async () => {
  const body = `<glassbox-network id="net" state="data=xor&layers=2.tanh-1.sigmoid"></glassbox-network>${prose(200)}
    <p>It costs <glassbox-value for="net" of="cost">about 0.7</glassbox-value> after <glassbox-value for="net" of="step">no</glassbox-value> steps;
    <a href="#1.W1,1=0.5; 2.B1=0.25" data-for="net">change it</a>, <glassbox-set for="net" changes="1.B1=-1">or this</glassbox-set>.</p>`
  const article = await openHost(site, body, { isReady: false })
  const { page } = article
  const first = () => page.evaluate(() => document.querySelector('#net').getState({ withParameters: true })?.parameters)
  const cost = page.locator('glassbox-value').first()
  assert.deepEqual(page.workers(), [])
  assert.equal(await cost.textContent(), 'about 0.7')
  await cost.evaluate((element) => element.scrollIntoView())
  await eventually(async () => assert.match(await textOf(cost), /^\d\.\d+$/))
  const scroll = await page.evaluate(() => scrollY)
  await page.getByText('change it').click()
  await eventually(async () => {
    const [hidden, output] = await first()
    assert.deepEqual([hidden.weights[0][0], output.bias[0]], [0.5, 0.25])
  })
  await page.getByRole('button', { name: 'or this' }).click()
  await eventually(async () => assert.equal((await first())[0].bias[0], -1))
  await page.evaluate(() => document.querySelector('#net').play())
  await eventually(async () => assert.ok(numberIn(await textOf(page.locator('glassbox-value').last())) > 50))
  assert.equal(await page.evaluate(() => scrollY), scroll)
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('while the network trains a number is written ten times a second at most, and no screen reader is told', async () => {
  const article = await openArticle('<p><glassbox-value of="step"></glassbox-value></p>', { isAfter: false })
  const { page } = article
  await article.steps(1)
  await article.run({ do: 'play' })
  const { count, seconds } = await page.evaluate(async () => {
    const { shadowRoot } = document.querySelector('glassbox-value')
    let count = 0
    const observer = new MutationObserver(() => count++)
    observer.observe(shadowRoot, { characterData: true, childList: true, subtree: true })
    const start = performance.now()
    while (count < 5) await new Promise((done) => setTimeout(done, 50))
    return { count, seconds: (performance.now() - start) / 1000 }
  })
  assert.ok(count <= 10 * seconds + 2, `${count} in ${seconds} s`)
  await article.run({ do: 'pause' })
  await eventually(async () =>
    assert.equal(await textOf(page.locator('glassbox-value')), await article.reading('stepCount')),
  )
  const live = page.locator('glassbox-value').locator('[aria-live], [role=status], [role=alert], [role=log]')
  assert.equal(await live.count(), 0)
  await article.close()
})

test('what is moved or put back in the page goes on', async () => {
  const article = await openArticle('<p id="a"><glassbox-value of="step"></glassbox-value></p><p id="b"></p>')
  const { page } = article
  const value = page.locator('glassbox-value')
  await eventually(async () => assert.equal(await textOf(value), '0'))
  await page.evaluate(() => document.querySelector('#b').append(document.querySelector('glassbox-value')))
  await article.steps(3)
  await eventually(async () => assert.equal(await textOf(value), '3'))
  await page.evaluate(() => {
    window.kept = document.querySelector('glassbox-value')
    window.kept.remove()
  })
  await article.steps(4)
  await page.evaluate(() => document.querySelector('#a').append(window.kept))
  await eventually(async () => assert.equal(await textOf(value), '7'))
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('a link of an article leads a framed playground to other weights, without a reload and without scrolling', async () => {
  const body = `<p><a id="link" target="frame" href="embed.html?data=xor&amp;layers=2.tanh-1.sigmoid#1.W1,1=0.5; 1.B2=0.25">set it</a></p>${prose(2)}
    <iframe name="frame" title="A network" width="800" height="600" src="embed.html?data=xor&amp;layers=2.tanh-1.sigmoid"></iframe>${prose(40)}`
  const article = await openHost(site, body, { isReady: false })
  const { page } = article
  const frame = () => page.frames()[1]
  await eventually(() => frame().waitForFunction(() => document.querySelector('glassbox-playground')?.isReady))
  await frame().evaluate(() => (window.isSame = true))
  const first = () =>
    frame().evaluate(
      () => document.querySelector('glassbox-playground').getState({ withParameters: true }).parameters[0],
    )
  const scroll = await page.evaluate(() => scrollY)
  for (let i = 0; i < 2; i++) {
    await page.locator('#link').click()
    await eventually(async () => assert.equal((await first()).bias[1], 0.25))
    assert.equal((await first()).weights[0][0], 0.5)
    await frame().evaluate(() => document.querySelector('glassbox-playground').run({ do: 'undo' }))
    await eventually(async () => assert.notEqual((await first()).weights[0][0], 0.5))
  }
  const address = await frame().evaluate(() => location.href)
  await frame().evaluate(() =>
    document.querySelector('glassbox-playground').run({ do: 'set', changes: { 'training.learningRate': 0.25 } }),
  )
  await page.waitForTimeout(600) // by then the address of a page that is not framed would have been written anew
  assert.equal(await frame().evaluate(() => location.href), address)
  await page.locator('#link').click()
  await eventually(async () => assert.equal((await first()).weights[0][0], 0.5))
  assert.ok(await frame().evaluate(() => window.isSame), 'nothing was loaded anew')
  assert.equal(await page.evaluate(() => scrollY), scroll)
  assert.deepEqual(article.faults, [])
  await article.close()
})

/** The page to be framed, with what stands in texts. */
async function openEmbed(path) {
  const { page, faults, close } = await site.visit(path)
  await page.evaluate(() => document.querySelector('glassbox-playground').ready)
  const first = () =>
    page.evaluate(() => document.querySelector('glassbox-playground').getState({ withParameters: true }).parameters[0])
  return { page, faults, close, first }
}

test('embed.html makes the changes after its #, again at every link, without a reload; any other # stays as it is', async () => {
  const embed = await openEmbed('embed.html?data=xor&layers=2.tanh-1.sigmoid#1.W1,1=0.5; 1.B2=0.25')
  const { page, first } = embed
  await eventually(async () => assert.equal((await first()).bias[1], 0.25))
  assert.equal((await first()).weights[0][0], 0.5)
  await page.evaluate(() => (window.isSame = true))
  const follow = (hash) =>
    page.evaluate((hash) => {
      const link = Object.assign(document.createElement('a'), { href: hash, textContent: 'link' })
      document.body.append(link)
      link.click()
      link.remove()
    }, hash)
  await follow('#1.W1,1=-1')
  await eventually(async () => assert.equal((await first()).weights[0][0], -1))
  await page.evaluate(() => document.querySelector('glassbox-playground').run({ do: 'undo' }))
  await eventually(async () => assert.equal((await first()).weights[0][0], 0.5))
  await follow('#1.W1,1=-1')
  await eventually(async () => assert.equal((await first()).weights[0][0], -1, 'the same link once more'))
  const before = await first()
  for (const hash of ['#?secret=Ab3dEf', '#section-3', '#%E0%A4%A']) {
    await follow(hash)
    assert.equal(await page.evaluate(() => location.hash), hash)
  }
  await page.evaluate(() =>
    document
      .querySelector('glassbox-playground')
      .addEventListener('glassbox-error', ({ detail }) => (window.complaint = detail)),
  )
  await follow('#1.W1,1=much')
  await eventually(async () =>
    assert.deepEqual(await page.evaluate(() => window.complaint), {
      message: 'changes: must be a finite number, got much',
      where: 'hash',
    }),
  )
  await follow('#1.W')
  await eventually(async () =>
    assert.match(await page.evaluate(() => window.complaint.message), /^changes: .*got 1\.W$/),
  )
  assert.deepEqual(await first(), before)
  assert.ok(await page.evaluate(() => window.isSame), 'nothing was loaded anew')
  assert.deepEqual(embed.faults, [])
  await embed.close()
})

test('a mistake of the author’s is told by a title and once in the console, and does nothing', async () => {
  const warnings = []
  const body = `<p><glassbox-value of="costs">0.25</glassbox-value><glassbox-value of="cost" digits="99">a</glassbox-value>
    <glassbox-set changes="1.W1,1">b</glassbox-set><glassbox-set changes="1.W1,1" min="2" max="1">c</glassbox-set>
    <glassbox-term name="constructor">d</glassbox-term><glassbox-term name="constructor:name">e</glassbox-term></p>
    <glassbox-check goal="cost is low">f</glassbox-check><glassbox-value for="nets" of="cost">g</glassbox-value>
    <a href="#1.B1=2" data-for="nets">h</a>`
  const article = await openArticle(body, {
    prepare: (page) => page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text())),
  })
  await article.steps(3)
  for (const [element, why] of [
    ['glassbox-value >> nth=0', /^of: must be one of cost, .*got costs$/],
    ['glassbox-value >> nth=1', /^digits: must be a whole number from 1 to 16, got "99"$/],
    ['glassbox-set >> nth=0', /^changes: must be changes with their values, or one without/],
    ['glassbox-set >> nth=1', /^max: must be > 2/],
    ['glassbox-term >> nth=0', /^name: must be one of weight, .*got constructor$/],
    ['glassbox-term >> nth=1', /^name: must be one of/],
    ['glassbox-check', /^goal: must be comparisons/],
  ])
    await eventually(async () =>
      assert.match(await article.page.locator(element).locator('.companion-wrong').getAttribute('title'), why),
    )
  await eventually(async () => assert.equal(warnings.length, 8, warnings.join('\n')))
  const missing = /must be the id of a playground or network of this page, got nets$/
  assert.equal(
    warnings.filter((warning) => missing.test(warning) && warning.includes('<glassbox-value> for')).length,
    1,
  )
  await article.page.getByRole('link', { name: 'h' }).click()
  await eventually(async () => assert.match(warnings[8], missing))
  assert.equal(warnings.length, 9)
  assert.deepEqual(article.faults, [])
  await article.close()
})

test('styles of the article do not reach in where they would harm, and ours not out', async () => {
  const hostile =
    '<style>article { text-transform: uppercase; letter-spacing: 2px; font: 20px Georgia; color: rgb(9, 9, 200) } span, small, ul, li, p { color: red; font-size: 40px; display: none }</style>'
  const body =
    '<div dir="rtl">It is <glassbox-value of="1.W1,1"></glassbox-value>, <glassbox-set changes="1.W1,1=1">set it</glassbox-set><glassbox-check goal="cost < 1">Is it?</glassbox-check></div>'
  const article = await openArticle(body, { head: hostile })
  await article.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: -3.5e-6 })
  const { page } = article
  const number = page.locator('glassbox-value .companion-number')
  await eventually(async () => assert.equal(await number.textContent(), '−3.500e−6'))
  const look = (locator) =>
    locator.evaluate((element) => {
      const { color, direction, fontSize, fontFamily, textTransform } = getComputedStyle(element)
      return { color, direction, fontSize, fontFamily, textTransform }
    })
  const around = { color: 'rgb(9, 9, 200)', fontSize: '20px', fontFamily: 'Georgia' }
  assert.deepEqual(await look(number), { ...around, direction: 'ltr', textTransform: 'none' })
  assert.deepEqual(await look(page.locator('glassbox-set .companion-button')), {
    ...around,
    direction: 'rtl',
    textTransform: 'uppercase',
  })
  assert.ok(await page.locator('glassbox-check .goal-verdict').isVisible())
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0)
  await article.close()
})

const everything = `<main><h1>An article</h1><p>The cost is <glassbox-value of="cost">0.25</glassbox-value>, its <glassbox-term name="delta">error</glassbox-term> small;
  <glassbox-set changes="1.W1,1=0.5">set the first weight to one half</glassbox-set>, or drag it: <glassbox-set changes="1.W1,1" min="-2" max="2">0.5</glassbox-set>.</p>
  <glassbox-check goal="cost <= 0.1 and testAccuracy >= 0.9" hint="Train on.">Can it learn this?</glassbox-check></main>`

for (const colorScheme of ['light', 'dark'])
  test(`axe finds nothing in an article with all of them, ${colorScheme}, and nothing sticks out at 360 px and at 200 % text`, async () => {
    const head = '<meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width">'
    const article = await openArticle(everything, {
      head,
      options: { colorScheme, viewport: { width: 360, height: 800 } },
    })
    const { page } = article
    await page.getByRole('button', { name: 'Hint' }).click()
    assert.deepEqual(await findings(article, ''), [])
    for (const size of ['100%', '200%']) {
      await page.evaluate((size) => (document.querySelector('main').style.fontSize = size), size)
      assert.ok(
        await page.evaluate(() => document.querySelector('main').scrollWidth <= document.documentElement.clientWidth),
        size,
      )
    }
    assert.deepEqual(article.faults, [])
    await article.close()
  })

test('pointing at words lights what they stand for in the network', async () => {
  const article = await openArticle('<p><glassbox-value of="1.A1"></glassbox-value></p>', {
    options: { viewport: { width: 1280, height: 1600 } },
  })
  const { page } = article
  const pointed = () => page.evaluate(() => document.querySelector('glassbox-playground').session.pointed)
  await page.locator('glassbox-value .companion-number').hover()
  await eventually(async () => assert.deepEqual(await pointed(), { layer: 0, unit: 0 }))
  await page.mouse.move(0, 0)
  await eventually(async () => assert.equal(await pointed(), null))
  await article.close()
})
