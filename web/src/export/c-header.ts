import { aboutLines } from './about.ts'
import { codesOf } from './columns.ts'
import { type Exported, silent } from './exported.ts'
import { toleranceOf } from './python/parts.ts'
import { inCode, listed } from './text/numbers.ts'
import { inComment } from './text/quoted.ts'

/** One header of C: float64, no memory asked for, nothing but the mathematics library of C99. C++ takes it, too. */

/** Every activation of the catalogue, of a whole layer in its place. */
const each = (formula: string) => `for (int i = 0; i < count; ++i) z[i] = ${formula};`

export const activations: Record<string, string> = {
  linear: '(void)z; (void)count;',
  sigmoid: each('z[i] < 0 ? exp(z[i]) / (1 + exp(z[i])) : 1 / (1 + exp(-z[i]))'),
  tanh: each('tanh(z[i])'),
  relu: each('z[i] > 0 ? z[i] : 0'),
  leakyRelu: each('z[i] > 0 ? z[i] : 0.01 * z[i]'),
  elu: each('z[i] > 0 ? z[i] : expm1(z[i])'),
  softplus: each('(z[i] > 0 ? z[i] : 0) + log1p(exp(-fabs(z[i])))'),
  gelu: each('0.5 * z[i] * erfc(-z[i] * 0.70710678118654752440)'),
  silu: each('z[i] / (1 + exp(-z[i]))'),
  softmax: `double largest = z[0], sum = 0;
  for (int i = 1; i < count; ++i) if (z[i] > largest) largest = z[i];
  for (int i = 0; i < count; ++i) sum += z[i] = exp(z[i] - largest);
  for (int i = 0; i < count; ++i) z[i] /= sum;`,
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const array = (name: string, values: ArrayLike<number>) =>
  `static const double ${name}[${values.length}] = {\n    ${listed(values)}};`

/** A header that predicts. */
export function cHeaderFile(exported: Exported): string {
  const { columns, layers, outputs, check, name } = exported
  const guard = `${name.toUpperCase()}_H`
  const kinds = [...new Set(layers.map(({ activation }) => activation))]
  const widest = Math.max(...layers.flatMap(({ inputs, units }) => [inputs, units]))
  const rows = check.rows.map((row) => codesOf(columns, row))
  return `${aboutLines(exported, ['noTraining'], { isCoded: true })
    .map((line) => `// ${inComment(line)}`.trimEnd())
    .join('\n')}
#ifndef ${guard}
#define ${guard}

#include <math.h>
#include <stdio.h>

enum { ${name}_columns = ${columns.length}, ${name}_outputs = ${outputs.length} };

${kinds.map((kind) => `static inline void ${name}_${snake(kind)}(double* z, int count) {\n  ${activations[kind]}\n}`).join('\n')}

static inline void ${name}_layer(const double* weights, const double* bias, int inputs, int units, const double* from, double* to) {
  for (int unit = 0; unit < units; ++unit) {
    double sum = 0;
    for (int i = 0; i < inputs; ++i) sum += weights[unit * inputs + i] * from[i];
    to[unit] = sum + bias[unit];
  }
}

// The outputs for one row, in the units above.
static inline void ${name}_predict(const double row[${columns.length}], double outputs[${outputs.length}]) {
${predictBody(exported, widest)}
}

// The largest difference from what the page predicts for some rows.
static inline double ${name}_difference(void) {
  static const double rows[${rows.length}][${columns.length}] = {
${rows.map((row) => `    {${listed(row, '     ').replaceAll('NaN', 'NAN')}},`).join('\n')}
  };
  static const double expected[${rows.length}][${outputs.length}] = {
${check.outputs.map((row) => `    {${listed(row, '     ')}},`).join('\n')}
  };
  double largest = 0, outputs[${outputs.length}];
  for (int r = 0; r < ${rows.length}; ++r) {
    ${name}_predict(rows[r], outputs);
    for (int i = 0; i < ${outputs.length}; ++i) {
      const double size = fabs(expected[r][i]), difference = fabs(outputs[i] - expected[r][i]) / (size > 1 ? size : 1);
      if (!(difference <= largest)) largest = difference;
    }
  }
  return largest;
}

// Prints whether this code agrees with the page.
static inline void ${name}_check(void) {
  const double difference = ${name}_difference();
  printf("This network %s with the page: the largest difference is %.3g.\\n",
         difference <= ${toleranceOf(exported)} ? "agrees" : "does NOT agree", difference);
}

#endif
`
}

function predictBody(
  { columns, inputs, derived, inputScale, layers, targetScale, name }: Exported,
  widest: number,
): string {
  const seen = inputs.map(({ column, level }, i) => `  a[${i}] = ${valueIn(columns[column], column, level)};`)
  const made = derived.map(({ isSine, factors }, d) => {
    const product = factors.map((i) => `a[${i}]`).join(' * ')
    return `  a[${inputs.length + d}] = ${isSine ? sineOf(product) : product};`
  })
  const scaled = inputScale
    ? [
        `  ${array('mean', inputScale.mean)}`,
        `  ${array('deviation', inputScale.deviation)}`,
        `  for (int i = 0; i < ${layers[0].inputs}; ++i) a[i] = (a[i] - mean[i]) / deviation[i];`,
      ]
    : []
  const passes = layers.flatMap(({ weights, bias, activation, inputs, units, muted }, l) => {
    const [from, to] = l % 2 ? ['b', 'a'] : ['a', 'b']
    return [
      `  ${array(`weights${l + 1}`, weights.flat())}`,
      `  ${array(`bias${l + 1}`, bias)}`,
      `  ${name}_layer(weights${l + 1}, bias${l + 1}, ${inputs}, ${units}, ${from}, ${to});`,
      ...muted.map((unit) => `  ${to}[${unit}] = ${silent};  // switched off`),
      `  ${name}_${snake(activation)}(${to}, ${units});`,
      ...muted.map((unit) => `  ${to}[${unit}] = 0;`),
    ]
  })
  const last = layers.length % 2 ? 'b' : 'a'
  const outputs = Array.from({ length: layers[layers.length - 1].units }, (_, i) =>
    targetScale
      ? `  outputs[${i}] = ${last}[${i}] * ${inCode(targetScale.deviation[i])} + ${signed(targetScale.mean[i])};`
      : `  outputs[${i}] = ${last}[${i}];`,
  )
  return [`  double a[${widest}], b[${widest}];`, ...seen, ...made, ...scaled, ...passes, ...outputs].join('\n')
}

/** The sine of pi times a value. */
const sineOf = (value: string) => `sin(3.14159265358979323846 * (${value} - 2 * round(${value} / 2)))`

/** What an input sees of a row; NaN = missing. */
function valueIn({ fill }: Exported['columns'][number], column: number, level: Exported['inputs'][number]['level']) {
  const cell = `row[${column}]`
  if (level === 'missing') return `(isnan(${cell}) ? 1.0 : 0.0)`
  if (level !== null) return `(${cell} == ${level} ? 1.0 : 0.0)`
  return fill === null ? cell : `(isnan(${cell}) ? ${inCode(fill)} : ${cell})`
}

/** A number behind an operator. */
const signed = (value: number) => (value < 0 || Object.is(value, -0) ? `(${inCode(value)})` : inCode(value))
