/**
 * Takes pictures of the page in many states, windows and both themes. The first run keeps them; every other run compares
 * with those and shows what has changed.
 *
 *     node tests/screens/run.mjs [--keep] [words]    --keep: these are the pictures to compare with from now on;
 *                                                    words: only pictures whose names have them
 *
 * Ends with 1 when a picture differs. Pictures lie in build/screens: kept/, new/, changed/ (what differs, in red).
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openSite } from '../browser/page.mjs'
import { compare } from './compare.mjs'
import { scenes } from './scenes.mjs'

const folder = fileURLToPath(new URL('../../build/screens/', import.meta.url))
const options = process.argv.slice(2)
const isKept = options.includes('--keep')
const words = options.filter((option) => option !== '--keep')

const pathOf = (kind, file) => `${folder}${kind}/${file}`
for (const kind of ['new', 'changed']) await rm(folder + kind, { recursive: true, force: true })
for (const kind of ['kept', 'new', 'changed']) await mkdir(folder + kind, { recursive: true })

const site = await openSite()
const { page: judge } = await site.visit('favicon.svg')
const differing = []
const wanted = scenes.filter(({ file }) => words.every((word) => file.includes(word)))
for (const scene of wanted) {
  const picture = await take(scene)
  const before = isKept ? null : await readFile(pathOf('kept', scene.file)).catch(() => null)
  await writeFile(pathOf(before ? 'new' : 'kept', scene.file), picture)
  if (before) await judgePicture(scene, before, picture)
}
await site.close()
console.log(`${wanted.length} pictures, ${differing.length} of them changed${differing.length ? ':' : '.'}`)
for (const line of differing) console.log(`  ${line}`)
process.exitCode = differing.length ? 1 : 0

async function judgePicture({ file }, before, after) {
  const { share, picture } = await compare(judge, before, after)
  if (share === 0) return
  differing.push(`${file}: ${(100 * share).toFixed(2)} % of it, see ${pathOf('changed', file)}`)
  await writeFile(pathOf('changed', file), picture ?? after)
}

/** A picture of the whole page, when nothing on it moves any more. */
async function take({ query, steps, prepare, window, colorScheme }) {
  const playground = await site.open(query, { viewport: window, colorScheme, reducedMotion: 'reduce' })
  // One by one: how many points the curve has would depend on the time.
  for (let i = 0; i < steps; i++) await playground.run({ do: 'step', count: 1 })
  await prepare(playground)
  await leave(playground.page)
  const picture = await settled(playground.page)
  await playground.close()
  return picture
}

/**
 * Takes the pointer off the page and everything back to where it begins, the open tab into the middle of its strip: a
 * click scrolls to what it clicks as it happens to lie.
 */
async function leave(page) {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))
    const { shadowRoot } = document.querySelector('glassbox-playground')
    for (const box of [document.documentElement, ...shadowRoot.querySelectorAll('*')]) box.scrollTo(0, 0)
    const tab = shadowRoot.querySelector('[role=tab][aria-selected=true]')
    tab?.parentElement.scrollTo(tab.offsetLeft - tab.parentElement.clientWidth / 2, 0)
  })
}

/** Pictures until two in a row are the same. */
async function settled(page) {
  const shot = () => page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
  let last = await shot()
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(150)
    const next = await shot()
    if (next.equals(last)) return next
    last = next
  }
  return last
}
