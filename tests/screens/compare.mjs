/**
 * Compares two pictures in the browser, which can decode them.
 * @param {import('playwright-core').Page} page any page
 * @param {Buffer} before @param {Buffer} after PNG
 * @returns {Promise<{ share: number, picture: Buffer | null }>} the share of the points that differ, 0 to 1, and a picture
 * of the later one in grey with those points in red; sizes that differ count as all
 */
export async function compare(page, before, after) {
  const { share, picture } = await page.evaluate(
    difference,
    [before, after].map((png) => png.toString('base64')),
  )
  return { share, picture: picture && Buffer.from(picture, 'base64') }
}

/** In the page. */
async function difference(pictures) {
  /** Levels of 255 that a colour may differ by: text is smoothed as it happens to lie. */
  const tolerance = 16
  const [before, after] = await Promise.all(
    pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      return createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    }),
  )
  if (before.width !== after.width || before.height !== after.height) return { share: 1, picture: null }
  const canvas = new OffscreenCanvas(after.width, after.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const pointsOf = (picture) => {
    context.drawImage(picture, 0, 0)
    return context.getImageData(0, 0, canvas.width, canvas.height)
  }
  const [old, now] = [pointsOf(before), pointsOf(after)]
  let count = 0
  for (let i = 0; i < now.data.length; i += 4) {
    const differs = [0, 1, 2].some((c) => Math.abs(now.data[i + c] - old.data[i + c]) > tolerance)
    const grey = 160 + now.data[i + 1] / 3
    now.data.set(differs ? [220, 0, 0] : [grey, grey, grey], i)
    count += Number(differs)
  }
  context.putImageData(now, 0, 0)
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  const picture = count ? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) : null
  return { share: (4 * count) / now.data.length, picture }
}
