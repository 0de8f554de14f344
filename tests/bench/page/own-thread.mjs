/** A page that may have no worker: how long it is held up while the engine trains on its own thread, in processor time. */
import { atMost } from '../limits.mjs'
import { play } from './playing.mjs'
import { tasksOf, threads, traced } from './trace.mjs'

const seconds = 3
const longestTask = 50

/** @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site */
export async function measureOwnThread(site) {
  const playground = await site.open('?data=spiral', undefined, (page) =>
    page.route(
      (address) => address.pathname === '/',
      async (route) => {
        const response = await route.fetch()
        const headers = { ...response.headers(), 'content-security-policy': "worker-src 'none'" }
        await route.fulfill({ response, headers })
      },
    ),
  )
  const { page } = playground
  await play(playground)
  const { events } = await traced(page, ['toplevel'], () => page.waitForTimeout(1000 * seconds))
  const longest = Math.max(...tasksOf(events, threads.main).map(({ processor }) => processor))
  console.log("\nTraining on the page's own thread, where there may be no worker\n")
  console.log(atMost('Longest task of the page', longest, longestTask, 'ms'))
  await playground.close()
}
