import { refuseValue } from '../network/refuse.js'

/**
 * Reads shipped tables from the site, each once.
 * @param {string | URL} base the folder that holds data/
 * @returns {(name: string) => Promise<import('./table-source.js').Table>} rejects when the table cannot be fetched
 */
export function tableLoader(base) {
  /** @type {Map<string, Promise<import('./table-source.js').Table>>} */
  const tables = new Map()
  return (name) => {
    const table = tables.get(name) ?? fetchTable(new URL(`data/${name}.json`, base))
    tables.set(name, table)
    table.catch(() => tables.delete(name))
    return table
  }
}

/** @param {URL} address */
async function fetchTable(address) {
  const answer = await fetch(address, { credentials: 'omit' }).catch((error) =>
    refuseValue('data.name', rule, error.message),
  )
  return answer.ok ? answer.json() : refuseValue('data.name', rule, `status ${answer.status}`)
}

const rule = 'must be a table that the site still has and can send'
