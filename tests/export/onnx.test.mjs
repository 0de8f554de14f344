/** Exported ONNX, opened with the runtime that everybody has. Its package holds all that it needs: no script of it is run. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { codesOf } from '../../web/src/export/columns.ts'
import { kinds } from '../../web/src/export/export.ts'
import { exportedCases } from './cases.mjs'
import { here, run } from './files.mjs'

if (!existsSync(join(here, 'node_modules')))
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here })
const { InferenceSession, Tensor } = await import('onnxruntime-node').then((module) => module.default ?? module)

const cases = await exportedCases()

/** What the runtime makes of rows in the reader's units. */
async function outputsOf(exported) {
  const model = await InferenceSession.create(kinds.onnx.write(exported))
  const rows = exported.check.rows.map((row) => codesOf(exported.columns, row))
  const shape = [rows.length, exported.columns.length]
  const { outputs } = await model.run({ rows: new Tensor('float64', Float64Array.from(rows.flat()), shape) })
  assert.deepEqual(outputs.dims, [rows.length, exported.outputs.length])
  return outputs.data
}

test('every network agrees with the page to 1e-6', async () => {
  for (const [name, exported] of Object.entries(cases)) {
    const outputs = await outputsOf(exported)
    exported.check.outputs.flat().forEach((expected, i) => {
      const difference = Math.abs(outputs[i] - expected) / Math.max(1, Math.abs(expected))
      assert.ok(difference <= 1e-6, `${name}: ${difference}`)
    })
  }
})
