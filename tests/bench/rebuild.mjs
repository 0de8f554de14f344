/** `./dev bench rebuild`: how long `./dev serve --watch` takes from a change of a source to the page being told. */
import { watchSite } from '../web/watched-site.mjs'
import { atMost } from './limits.mjs'
import { median } from './median.mjs'

const script = 'src/worker/worker.ts'

/** @param {number} rounds */
export async function measureRebuild(rounds) {
  const site = await watchSite()
  const text = await site.read(script)
  const times = []
  while (times.length < rounds) {
    const reloaded = await site.connect()
    const began = performance.now()
    await site.write(script, `${text}\n// change ${times.length}\n`)
    await reloaded()
    times.push(performance.now() - began)
  }
  await site.close()
  console.log(`\n${atMost('From a change of a source to the reload', median(times), 2000, 'ms')}\n`)
}
