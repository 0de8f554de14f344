import { refuseValue } from '../network/refuse.ts'
import type { Table } from './table-source.ts'

/**
 * Reads shipped tables from the site, each once.
 * @param addressOf where the table of a name lies
 * @returns rejects when the table cannot be fetched
 */
export function tableLoader(addressOf: (name: string) => URL): (name: string) => Promise<Table> {
  const tables: Map<string, Promise<Table>> = new Map()
  return (name) => {
    const table = tables.get(name) ?? fetchTable(addressOf(name))
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
