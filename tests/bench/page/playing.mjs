/** A page that trains at full speed. */

/** Milliseconds before anything is measured: compilers and the first picture are not what is measured. */
const settling = 2000

/** @param {import('../../browser/page.mjs').Playground} playground */
export async function play(playground) {
  await playground.run({ do: 'set', changes: { 'view.speed': 0 } })
  await playground.run({ do: 'play' })
  await playground.page.waitForTimeout(settling)
}

/**
 * Watches it for some seconds.
 * @param {import('playwright-core').Page} page @param {number} seconds
 * @returns {Promise<{ frames: number, steps: number, samples: number, count: number }>} a second; count: steps in all
 */
export async function watch(page, seconds) {
  const before = await progress(page)
  const frames = await page.evaluate(countFrames, seconds)
  const after = await progress(page)
  const count = after.step - before.step
  const steps = (1000 * count) / (after.at - before.at)
  return { frames, steps, samples: steps * after.batchSize, count }
}

/** The step the page shows, and when. */
function progress(page) {
  return page.evaluate(() => {
    const playground = document.querySelector('glassbox-playground')
    const shown = playground.shadowRoot.querySelector('[data-reading=stepCount] dd').textContent
    const { batchSize } = playground.getState().training
    return { step: Number(shown.replace(/\D/g, '')), at: performance.now(), batchSize }
  })
}

/** In the page: frames a second. */
function countFrames(length) {
  return new Promise((resolve) => {
    let count = -1
    let begin = 0
    requestAnimationFrame(function frame(now) {
      begin ||= now
      count++
      if (now - begin < 1000 * length) requestAnimationFrame(frame)
      else resolve((1000 * count) / (now - begin))
    })
  })
}
