import wasm from 'single:engine'
import { bundle } from 'single:worker'
import type { Table } from '../data/table-source.ts'
import type { Serve } from '../session/protocol.ts'

/**
 * The worker within the single file. Its code is a function: a worker is made of its text, and where there can be none it
 * is called.
 */

/** Where this script lies, '' = nowhere, as when it stands in the page itself. */
declare const scriptAddress: string

/** There is no file of the worker. */
export const workerAddress = ''

/** Of its script: one, however many workers there are. */
let address: string | TrustedScriptURL | null = null

export function makeWorker() {
  address ??= trusted(URL.createObjectURL(new Blob([script()], { type: 'text/javascript' })))
  return new Worker(address as string, { name: 'glassbox' })
}

const script = () => `(${bundle})().serve(self,${JSON.stringify(scriptAddress)},"${wasm}",${JSON.stringify(tables())})`

/** The tables that stand in the page itself, by their names. */
const tables = (): Record<string, Table> =>
  Object.fromEntries(
    Array.from(document.querySelectorAll<HTMLElement>('script[data-glassbox-table]'), ({ dataset, textContent }) => [
      dataset.glassboxTable,
      JSON.parse(textContent),
    ]),
  )

/** Pages that trust no text as a script are asked to trust our own, by the name of our policy. */
function trusted(url: string) {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes
    ? trustedTypes.createPolicy('glassbox', { createScriptURL: (own) => own }).createScriptURL(url)
    : url
}

export const serveHere: Serve = (port) => bundle().serve(port, scriptAddress, wasm, tables())
