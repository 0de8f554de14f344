/** The faults of `./dev mutants`: where they are planted, and that a seed always chooses the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf } from '../mutants/code.mjs'
import { drawn } from '../mutants/draw.mjs'
import { mutantsOf, planted } from '../mutants/mutate.mjs'
import { operators } from '../mutants/operators.mjs'

const file = 'engine/kernels/some.cpp'

/** How the operators change a line, each way once. */
const changed = (line) => mutantsOf(file, line).map(({ operator, after }) => `${operator}: ${after}`)

test('operators change a line as their names say', () => {
  const lines = {
    '  y = a + b * c[i];': [
      '+ becomes -:   y = a - b * c[i];',
      '* becomes /:   y = a + b / c[i];',
      'factor dropped:   y = a + b;',
      'next place:   y = a + b * c[i + 1];',
      'assignment dropped:   ;',
    ],
    '  for (Index i = 0; i < n; ++i) add(i, sum);': [
      '< becomes <=:   for (Index i = 0; i <= n; ++i) add(i, sum);',
      'comparison swapped:   for (Index i = 0; i > n; ++i) add(i, sum);',
      'wrong constant:   for (Index i = 1; i < n; ++i) add(i, sum);',
      'call dropped:   for (Index i = 0; i < n; ++i) ;',
      'arguments swapped:   for (Index i = 0; i < n; ++i) add(sum, i);',
      'counts the other way:   for (Index i = 0; i < n; --i) add(i, sum);',
    ],
    '  if (f(x) && isOpen) return std::min(a.rows(), 0.5);': [
      'wrong constant:   if (f(x) && isOpen) return std::min(a.rows(), 2 * 0.5);',
      'condition negated:   if (!(f(x) && isOpen)) return std::min(a.rows(), 0.5);',
      '&& becomes ||:   if (f(x) || isOpen) return std::min(a.rows(), 0.5);',
      'min becomes max:   if (f(x) && isOpen) return std::max(a.rows(), 0.5);',
      'rows become columns:   if (f(x) && isOpen) return std::min(a.cols(), 0.5);',
    ],
  }
  for (const [line, expected] of Object.entries(lines)) assert.deepEqual(changed(line), expected)
})

test('nothing is planted in comments, strings, directives and template lists', () => {
  const source = [
    '#include "a + b"',
    'template <class S, int n = 3>',
    '/* a + b',
    '   c < d */ void go();  // 1 + 2',
    '  const std::array<Pack<S>, 2> text{"a + 1", \'+\'};',
  ].join('\n')
  assert.deepEqual(mutantsOf(file, source), [])
  assert.deepEqual(
    codeOf(source)
      .split('\n')
      .map(({ length }) => length),
    source.split('\n').map(({ length }) => length),
  )
})

test('a mutant is the source with one line changed', () => {
  const source = 'int a = 1;\nint b = 2;\nint c = 3;\n'
  const sources = mutantsOf(file, source).map((mutant) => planted(source, mutant))
  assert.deepEqual(sources, [
    'int a = 2;\nint b = 2;\nint c = 3;\n',
    'int a = 1;\nint b = 3;\nint c = 3;\n',
    'int a = 1;\nint b = 2;\nint c = 4;\n',
  ])
})

test('no two operators have the same name', () => {
  assert.equal(new Set(operators.map(({ name }) => name)).size, operators.length)
})

test('a seed draws every mutant once, always in the same order, and another seed in another', () => {
  const source = '  y = a + b * c[i];\n'.repeat(5)
  const all = [...mutantsOf(file, source), ...mutantsOf('engine/options/some.h', source)]
  const order = (seed) => [...drawn(all, seed)].map((mutant) => all.indexOf(mutant))
  assert.deepEqual(order(7), order(7))
  assert.notDeepEqual(order(7), order(8))
  assert.deepEqual(
    order(7).sort((a, b) => a - b),
    all.map((_, i) => i),
  )
})
