/**
 * What others show of a link to the page: the picture that it names, and oEmbed, which blogs turn a pasted address into a
 * frame by. Both want whole addresses, so they are there in full only where it is known at which address the site will be.
 */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { web } from './bundling.mjs'

const picture = 'preview.png'
/** Of the frame, in pixels. */
const [width, height] = [720, 1000]

/**
 * @param {string} site its folder, with index.html in it
 * @param {string} [address] where it will be, '' = nobody knows
 */
export async function writePreviews(site, address = '') {
  await cp(join(web, picture), join(site, picture))
  if (!address) return
  const base = baseOf(address)
  const page = join(site, 'index.html')
  const html = await readFile(page, 'utf8')
  const png = await readFile(join(site, picture))
  await writeFile(page, withAddress(html, base))
  await writeFile(join(site, 'oembed.json'), `${JSON.stringify(oEmbed(html, base, png), null, 2)}\n`)
}

/** @param {string} address */
function baseOf(address) {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  if (!/^https?:$/.test(base.protocol)) throw new Error(`--address: must begin with https://, got ${address}`)
  return base
}

/** @param {string} html @param {URL} base */
export const withAddress = (html, base) =>
  html.replace(`content="${picture}"`, `content="${new URL(picture, base)}"`).replace(
    '<link rel="icon"',
    `<meta property="og:url" content="${base}">
  <link rel="alternate" type="application/json+oembed" href="${new URL('oembed.json', base)}" title="Glassbox">
  <link rel="icon"`,
  )

/** The answer that every consumer of oEmbed gets: the page as a frame. */
function oEmbed(html, base, png) {
  const [, title] = /<title>(.*?)<\/title>/.exec(html)
  const frame = `<iframe src="${new URL('embed.html', base)}" title="${title}" width="${width}" height="${height}" style="border: 0"></iframe>`
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Glassbox',
    provider_url: String(base),
    html: frame,
    width,
    height,
    thumbnail_url: String(new URL(picture, base)),
    thumbnail_width: png.readUInt32BE(16),
    thumbnail_height: png.readUInt32BE(20),
  }
}
