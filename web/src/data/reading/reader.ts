import { readInSlices, readTable } from './read.ts'
import type { ReadOptions, ReadResult, Source } from './reading.ts'

/** The script of the worker that reads a table: one question, one answer. A page that can have no worker imports it. */
export { readInSlices }

/** What it is asked. */
export interface ReadQuestion {
  source: Source
  options: ReadOptions
}

interface Asked {
  addEventListener(type: 'message', listener: (event: MessageEvent<ReadQuestion>) => void): void
  postMessage(result: ReadResult, transfer: Transferable[]): void
}

/** What is handed over rather than copied. */
function buffersOf({ reading }: ReadResult): ArrayBuffer[] {
  if (!reading) return []
  const { columns, lines, findings } = reading
  return [...columns.map(({ values }) => values), lines, ...findings.map(({ rows }) => rows)].map(
    ({ buffer }) => buffer as ArrayBuffer,
  )
}

if (typeof document === 'undefined' && typeof addEventListener === 'function') {
  const port = globalThis as unknown as Asked
  port.addEventListener('message', ({ data: { source, options } }) => {
    const result = readTable(source, options)
    port.postMessage(result, buffersOf(result))
  })
}
