import { tableLoader } from '../data/load.ts'
import type { Table } from '../data/table-source.ts'
import { refuseValue } from '../network/refuse.ts'
import type { Port } from '../session/protocol.ts'
import { serve as serveWith } from '../worker/serve.ts'
import { unpack } from './lzma.ts'

/**
 * What the worker of the single file does.
 * @param address where the file lies: tables lie beside it
 * @param wasm the engine, packed, in base64
 * @param tables that stand in the page
 */
export function serve(port: Port, address: string, wasm: string, tables: Record<string, Table> = {}) {
  const loadElsewhere = /^https?:/.test(address)
    ? tableLoader((name) => new URL(`data/${name}.json`, address))
    : noTable
  const loadTable = async (name: string) => tables[name] ?? loadElsewhere(name)
  return serveWith(port, loadTable, unpack(Uint8Array.from(atob(wasm), (byte) => byte.charCodeAt(0))))
}

/** From a disk, or within the page itself, there is nothing to ask. */
const noTable = async () => refuseValue('sendable', 'data.name', 'a single file')
