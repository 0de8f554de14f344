import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { snippetsOf } from '../readme.mjs'

const site = process.env.GLASSBOX_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url))

test("README's script runs beside the built site and learns its spiral", () => {
  const [script, ...others] = snippetsOf('script')
  assert.deepEqual(others, [])
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: site, encoding: 'utf8' })
  assert.equal(run.stderr, '')
  assert.equal(run.status, 0)
  const [cost, accuracy] = run.stdout.split(/\s/, 2).map(Number)
  assert.ok(cost > 0 && cost < 0.1, `cost ${cost}`)
  assert.ok(accuracy > 0.95, `accuracy ${accuracy}`)
  for (const word of ['Z', 'activation', 'delta', 'weightGradient', 'biasGradient'])
    assert.match(run.stdout, new RegExp(`${word}: `))
  const promised = script.match(/about ([\d.]+), and ([\d.]+) of the points/)
  assert.equal(cost.toFixed(2), promised[1])
  assert.equal(accuracy, Number(promised[2]))
})
