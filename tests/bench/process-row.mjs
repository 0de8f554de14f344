/** Rows that run in a process of their own, pinned to one processor. @import { Row } from './rounds.mjs' */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { dataOf } from './data.mjs'
import { pinned } from './pin.mjs'
import { writeKeys } from './workloads.mjs'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

/**
 * A row in Node.
 * @param {string} name @param {string} net a module beside this one, see measure-net.mjs
 * @param {Partial<Row> & { precision?: string }} [options] @returns {Row}
 */
export const nodeRow = (name, net, { precision = 'float64', ...options } = {}) => ({
  name,
  measure: (workload) => run([process.execPath, path('row.mjs'), path(net)], { ...workload, precision }),
  ...options,
})

/** The engine as it is compiled for this machine: its data comes on standard input. @param {string} name @param {string} precision @returns {Row} */
export const nativeRow = (name, precision) => ({
  name,
  measure: (workload) => {
    const { X, Y, count } = dataOf(workload)
    return run([path('../../build/tests/bench/engine_bench')], { ...workload, precision, count }, [X, Y])
  },
})

/** Runs a command with a workload's keys as further arguments; resolves to what its last line says. */
function run(command, workload, data = []) {
  const [program, ...parameters] = pinned([...command, ...writeKeys(workload)])
  const child = spawn(program, parameters, { stdio: 'pipe' })
  for (const values of data) child.stdin.write(new Uint8Array(values.buffer))
  child.stdin.end()
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'])
    child[stream].on('data', (text) => {
      output[stream] += text
    })
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output.stdout.trim().split('\n').at(-1)))
      else reject(new Error(output.stderr.slice(0, 600)))
    }),
  )
}
