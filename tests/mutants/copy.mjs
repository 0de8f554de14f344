import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes `to` a copy of `from`, a file or a folder. What is alike already is left as it is, time and all, so that only
 * what has changed is built again.
 * @param {string} from
 * @param {string} to
 */
export function copyChanged(from, to) {
  if (statSync(from).isDirectory()) return copyFolder(from, to)
  const bytes = readFileSync(from)
  if (existsSync(to) && bytes.equals(readFileSync(to))) return
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, bytes)
}

function copyFolder(from, to) {
  mkdirSync(to, { recursive: true })
  const names = readdirSync(from)
  for (const name of readdirSync(to)) if (!names.includes(name)) rmSync(`${to}/${name}`, { recursive: true })
  for (const name of names) copyChanged(`${from}/${name}`, `${to}/${name}`)
}
