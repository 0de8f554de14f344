/** Exported C and C++, compiled with all warnings and run. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { kinds } from '../../web/src/export/export.ts'
import { exportedCases } from './cases.mjs'
import { assertAgrees, folder, root, run, writeAll } from './files.mjs'

const cases = await exportedCases()
/** The engine's own names are in its files, so no table can miss one: what is tried is what is written round them. */
const few = Object.fromEntries(
  Object.entries(cases).filter(([name]) => /^(activation|held|gaps|made|hostile|single|deep|output linear)/.test(name)),
)
const build = process.env.GLASSBOX_BUILD ?? join(root, 'build')

/** Of what a program prints, a line a case. */
function assertAllAgree(said, of = cases) {
  const lines = said.trim().split('\n')
  assert.equal(lines.length, Object.keys(of).length)
  Object.keys(of).forEach((name, i) => {
    assertAgrees(name, `${lines[i]}\n`)
  })
}

const strict = ['-Wall', '-Wextra', '-pedantic', '-Werror']

for (const [compiler, options] of [
  ['gcc', ['-x', 'c', '-std=c99']],
  ['g++', ['-x', 'c++', '-std=c++20', '-Wno-unused-function']],
])
  test(`c: ${compiler} takes every header without a warning, and each agrees`, async () => {
    const path = await folder()
    const headers = Object.values(await writeAll(path, cases, 'cHeader'))
    const checks = Object.values(cases).map(({ name }) => `  ${name}_check();`)
    const program = [
      ...headers.map((name) => `#include "${name}"`),
      'int main(void) {',
      ...checks,
      '  return 0;',
      '}',
      '',
    ]
    await writeFile(join(path, 'all.c'), program.join('\n'))
    run(compiler, [...options, ...strict, 'all.c', '-o', 'all', '-lm'], { cwd: path })
    assertAllAgree(run(join(path, 'all'), []))
  })

test('c++: with the installed engine, by the CMakeLists.txt that a file names, each agrees', async () => {
  assert.ok(existsSync(join(build, 'cmake_install.cmake')), `${build} is where the engine was built`)
  const path = await folder()
  run('cmake', ['--install', build, '--prefix', join(path, 'prefix')])
  // One program of them all, for Eigen takes seconds to compile: each in a namespace of its own, with a main of its own.
  const files = Object.values(await writeAll(path, few, 'cpp'))
  const [first] = Object.values(few)
  const text = kinds.cpp.write(first)
  const headers = text.match(/^#include <.*>$/gm)
  const spaces = files.map((file, i) => `namespace case${i} {\n#include "${file}"\n}`)
  const calls = files.map((_, i) => `  case${i}::check();`)
  const program = [...headers, '#define main check', ...spaces, '#undef main', 'int main() {', ...calls, '}', '']
  await writeFile(join(path, 'exports.cpp'), program.join('\n'))
  const cmake = [...text.matchAll(/^\/\/ {3}(.*)$/gm)].map(([, line]) => line).filter((line) => /^\w+\(/.test(line))
  assert.equal(cmake.length, 5)
  await writeFile(join(path, 'CMakeLists.txt'), cmake.join('\n').replaceAll(first.name, 'exports'))
  const found = [`-DCMAKE_PREFIX_PATH=${join(path, 'prefix')}`, '-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror -O0']
  run('cmake', ['-G', 'Ninja', '-S', path, '-B', join(path, 'made'), ...found])
  run('cmake', ['--build', join(path, 'made')])
  assertAllAgree(run(join(path, 'made', 'exports'), []), few)
})
