import { refuseValue } from '../network/refuse.ts'
import type { Table } from './table-source.ts'

/**
 * Reads shipped tables from the site, each once.
 * @param base the folder that holds data/
 * @returns rejects when the table cannot be fetched
 */
export function tableLoader(base: string | URL): (name: string) => Promise<Table> {
  const tables: Map<string, Promise<Table>> = new Map()
  return (name) => {
    const table = tables.get(name) ?? fetchTable(new URL(`data/${name}.json`, base))
    tables.set(name, table)
    table.catch(() => tables.delete(name))
    return table
  }
}

async function fetchTable(address: URL) {
  const answer = await fetch(address, { credentials: 'omit' }).catch((error) =>
    refuseValue('sendable', 'data.name', error.message),
  )
  return answer.ok ? answer.json() : refuseValue('sendable', 'data.name', `status ${answer.status}`)
}
