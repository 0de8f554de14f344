import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where this is, and where packages of hosts are. */
const here = fileURLToPath(new URL('.', import.meta.url))
export const packages = join(here, 'node_modules')

/** Runs a program to its end, which must be a good one; returns what it wrote. */
export function run(program, args, cwd = here) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

/** Installs what package-lock.json names, if it is not there. */
export function install() {
  if (!existsSync(packages)) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
}
