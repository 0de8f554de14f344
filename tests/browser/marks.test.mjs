import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

/** Rows on the picture of what was learnt. */

const site = await openSite()
after(() => site.close())

/** The marks that no later one touches: the colour in the middle of each, and that of its class. */
const marksOf = ({ page }) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const plot = root.querySelector('glassbox-plane .plot')
    const { X, Y } = document.querySelector('glassbox-playground').session.data.train
    const { context, palette } = plot
    const ratio = context.getTransform().a
    const places = Array.from({ length: X.shape[0] }, (_, i) => [plot.px(X.data[2 * i]), plot.py(X.data[2 * i + 1])])
    const isOnTop = ([x, y], i) => places.slice(i + 1).every(([a, b]) => Math.hypot(a - x, b - y) > 9)
    return places.flatMap((place, i) => {
      if (i === 0 || !isOnTop(place, i)) return [] // the first is ringed
      const [x, y] = place.map((at) => Math.round(at * ratio))
      const shown = [...context.getImageData(x - 1, y - 1, 1, 1).data]
      return [{ shown, actual: [...palette.rgb(`class-${Y.data[i]}`), 255] }]
    })
  })

for (const samples of [500, 2000])
  test(`each of ${samples} rows is marked where it lies, in the colour of its class, the last on top`, async () => {
    const playground = await site.open(`?data=circle&samples=${samples}&noise=0.5`)
    await playground.page.locator('glassbox-plane .plot-marks').waitFor()
    const marks = await marksOf(playground)
    assert.ok(marks.length > 20, `${marks.length} marks lie open`)
    for (const { shown, actual } of marks)
      for (const part of [0, 1, 2, 3]) assert.ok(Math.abs(shown[part] - actual[part]) <= 1, `${shown} for ${actual}`)
    await playground.close()
  })
