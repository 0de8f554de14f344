/** What the tests of exports have in common: folders of files, programs that are run, and what these say. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { kinds } from '../../web/src/export/export.ts'

export const here = fileURLToPath(new URL('.', import.meta.url))
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder that goes when the tests have run. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'glassbox-export-'))
  after(() => rm(path, { recursive: true }))
  return path
}

/** @returns what the program prints */
export function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  })
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${error ?? ''}${stderr}`.slice(0, 4000))
  return stdout
}

/** Writes what is exported of every case as a kind of file. @returns the files' names by those of the cases */
export async function writeAll(path, cases, kind) {
  const { ending, write } = kinds[kind]
  const names = {}
  for (const [name, exported] of Object.entries(cases)) {
    names[name] = exported.name + ending
    await writeFile(join(path, names[name]), write(exported))
  }
  return names
}

/** How far from the page's own predictions a case may be, relative to the larger of them and 1. */
export const tolerances = { single: 1e-6 }
const usual = 1e-12

/** What a self-check has said: that it agrees, and by how much. */
export function assertAgrees(name, said, tolerance = tolerances[name] ?? usual) {
  const [, verdict, difference] =
    /^This network (agrees|does NOT agree) with the page: the largest difference is (\S+)\.\n/.exec(said) ?? []
  assert.equal(verdict, 'agrees', `${name}: ${said}`)
  assert.ok(Number(difference) <= tolerance, `${name}: ${difference}`)
}
