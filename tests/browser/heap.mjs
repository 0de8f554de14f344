/** What a page of Chromium and its workers hold. @import { Page } from 'playwright-core' */

/** Bytes: objects of scripts, of the document and of WebAssembly. @param {Page} page */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const own = await session.send('Runtime.getHeapUsage')
  const answers = new Promise((resolve) => {
    const usages = []
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { result } = JSON.parse(message)
      if (result) usages.push(result)
      if (usages.length === page.workers().length) resolve(usages)
    })
  })
  session.on('Target.attachedToTarget', ({ sessionId }) =>
    session.send('Target.sendMessageToTarget', { sessionId, message: '{"id":1,"method":"Runtime.getHeapUsage"}' }),
  )
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const usages = [own, ...(page.workers().length ? await answers : [])]
  await session.detach()
  return usages.reduce((sum, usage) => sum + usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize, 0)
}
