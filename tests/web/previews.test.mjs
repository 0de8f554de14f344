import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { writePreviews } from '../../web/previews.mjs'

const written = await readFile(new URL('../../web/index.html', import.meta.url), 'utf8')

/** The folder of a site with its previews, as long as it is looked at. */
async function withPreviews(address, look) {
  const site = await mkdtemp(join(tmpdir(), 'glassbox-previews-'))
  await writeFile(join(site, 'index.html'), written)
  try {
    await writePreviews(site, address)
    await look(await readFile(join(site, 'index.html'), 'utf8'), (name) => readFile(join(site, name)))
  } finally {
    await rm(site, { recursive: true })
  }
}

const contentOf = (html, name) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(html)?.[1]

test('the page says what it is to those who show a link to it, and names a picture that is there', async () => {
  await withPreviews('', async (html, file) => {
    assert.equal(html, written)
    assert.equal(contentOf(html, 'og:title'), /<title>(.*)<\/title>/.exec(html)[1])
    assert.equal(contentOf(html, 'og:description'), contentOf(html, 'description'))
    assert.equal((await file(contentOf(html, 'og:image'))).subarray(1, 4).toString(), 'PNG')
    await assert.rejects(file('oembed.json'))
  })
})

test('where its address is known, addresses are whole, and oEmbed has it as a frame', async () => {
  for (const address of ['https://example.org/glassbox', 'https://example.org/glassbox/'])
    await withPreviews(address, async (html, file) => {
      assert.equal(contentOf(html, 'og:image'), 'https://example.org/glassbox/preview.png')
      const [, found] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(html)
      assert.equal(found, 'https://example.org/glassbox/oembed.json')
      const { version, type, html: frame, width, height, title } = JSON.parse(await file('oembed.json'))
      assert.deepEqual([version, type], ['1.0', 'rich'])
      assert.ok(title && width > 0 && height > 0)
      assert.match(frame, /^<iframe src="https:\/\/example\.org\/glassbox\/embed\.html" [^<>]*><\/iframe>$/)
      assert.match(frame, new RegExp(`width="${width}" height="${height}"`))
    })
})

test('an address that is none is refused', async () => {
  await assert.rejects(
    withPreviews('javascript:alert(1)', () => {}),
    /https/,
  )
})
