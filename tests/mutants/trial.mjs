/**
 * Builds the engine and its tests from a copy of the sources, in build/mutants, and runs them.
 *
 * @typedef {{ kind: 'killed' | 'timed out' | 'lives' | 'does not compile', by?: string }} Outcome
 *   by: the test that failed or did not end, if one had begun
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { copyChanged } from './copy.mjs'
import { planted } from './mutate.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = `${root}build/mutants/sources`
const build = `${root}build/mutants/build`

/** What the preset `engine` builds from. */
const parts = [
  ...['CMakeLists.txt', 'CMakePresets.json', 'format.cmake', 'engine', 'web/CMakeLists.txt', 'web/data'],
  ...[
    'tests/CMakeLists.txt',
    'tests/bench/CMakeLists.txt',
    'tests/bench/native.cpp',
    'tests/engine',
    'tests/reference',
  ],
]

/** What the tests may take: seconds of processor time, and kilobytes, for a fault may ask for all there are. */
const limits = { seconds: 600, memory: 4 * 2 ** 20 }

/** Copies the sources and builds them. Throws unless all tests pass; a mutant may take a few times as long. */
export function prepare() {
  for (const part of parts) copyChanged(root + part, `${sources}/${part}`)
  const faster = '-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG' // to compile; the tests take as long
  const configured = run(['cmake', '--preset', 'engine', '-B', build, faster])
  if (configured.status !== 0) throw new Error(configured.output)
  const built = buildTests()
  if (built.status !== 0) throw new Error(built.output)
  const began = performance.now()
  const { kind, by } = runTests()
  if (kind !== 'lives') throw new Error(`Without any fault: ${kind}, ${by}`)
  limits.seconds = Math.ceil(5 + (3 * (performance.now() - began)) / 1000)
}

/** @param {import('./mutate.mjs').Mutant} mutant @returns {Outcome} */
export function tryOut(mutant) {
  const file = `${sources}/${mutant.file}`
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, planted(text, mutant))
  try {
    const { status, output } = buildTests()
    if (status === 0) return runTests()
    // The build starts the tests too, to list them.
    return { kind: /\berror:/.test(output) ? 'does not compile' : 'killed' }
  } finally {
    writeFileSync(file, text)
  }
}

const buildTests = () => run(['cmake', '--build', build, '--target', 'engine_tests'])

/** @returns {Outcome} */
function runTests() {
  const limited = `ulimit -t ${limits.seconds}; ulimit -v ${limits.memory}; exec "$@"`
  const tests = [`${build}/tests/engine/engine_tests`, '~[full]', '--abort', '--reporter', 'xml']
  const { status, signal, output } = run(['sh', '-c', limited, 'sh', ...tests])
  if (status === 0) return { kind: 'lives' }
  const by = [...output.matchAll(/<TestCase name="([^"]*)"/g)].at(-1)?.[1]
  return { kind: ['SIGXCPU', 'SIGKILL', 'SIGTERM'].includes(signal) ? 'timed out' : 'killed', by }
}

/** Runs a program in the copy of the sources, for a quarter of an hour at most. */
function run([program, ...parameters]) {
  const options = { cwd: sources, encoding: 'utf8', maxBuffer: 2 ** 30, timeout: 15 * 60_000 }
  const { status, signal, stdout, stderr, error } = spawnSync(program, parameters, options)
  return { status, signal, output: `${stdout}${stderr}${error ?? ''}` }
}
