import { digitsLike, panels } from '../../browser/large.mjs'

/** How long it takes to open a panel, with 784-30-10. Target: below 100 ms. */
export async function measurePanels(site) {
  console.log(
    '\nOpening a panel with 784-30-10, ms until its numbers are painted: the first time / the median of six more\n',
  )
  console.log(' '.repeat(22) + ['at rest', 'training'].map((head) => head.padStart(14)).join(''))
  const [rest, training] = [await measureOpening(site, false), await measureOpening(site, true)]
  panels.forEach((name, i) =>
    console.log(name.padEnd(22) + [rest, training].map((times) => times[i].padStart(14)).join('')),
  )
}

/** @param {boolean} isTraining at full speed @returns {Promise<string[]>} a panel each */
async function measureOpening(site, isTraining) {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'load', state: digitsLike() })
  await (isTraining ? playground.run({ do: 'play' }) : playground.steps(20))
  await page.waitForTimeout(1000) // the data is not what is measured
  const times = []
  for (const name of panels) {
    const hasNumbers = !(isTraining && name === 'One step') // it says that the training has to pause
    const open = () => page.evaluate(openPanel, { name, hasNumbers })
    const first = await open()
    const more = []
    while (more.length < 6) more.push(await open())
    const [, , low, high] = more.sort((a, b) => a - b)
    times.push(`${first.toFixed(0)} / ${((low + high) / 2).toFixed(0)}`)
  }
  await playground.close()
  return times
}

/** In the page: opens a tab, from another one that is complete by then; milliseconds until a frame holds its numbers. */
async function openPanel({ name, hasNumbers }) {
  const root = document.querySelector('glassbox-playground').shadowRoot
  const tab = (wanted) =>
    [...root.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent.trim() === wanted)
  const rest = (time) => new Promise((resolve) => setTimeout(resolve, time))
  tab(name === 'Inputs' ? 'Cost' : 'Inputs').click()
  await rest(800)
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel() // its message is read after the frame's layout and paint
        port1.onmessage = resolve
        port2.postMessage(0)
      }),
    )
  const panel = root.querySelector('.tab-panel')
  const before = panel.firstElementChild
  const begin = performance.now()
  tab(name).click()
  do await painted()
  while (panel.firstElementChild === before || !(hasNumbers ? /\d\.\d/ : /\w/).test(panel.textContent))
  return performance.now() - begin
}
