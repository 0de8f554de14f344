import { aboutLines } from './about.ts'
import { type Cell, type Exported, silent } from './exported.ts'
import { toleranceOf } from './python/parts.ts'
import { inCode, listed } from './text/numbers.ts'
import { inComment, inJavaScript } from './text/quoted.ts'

/** Plain JavaScript: one module that predicts, for browsers and for Node, with nothing to install. */

const sigmoid =
  'const sigmoid = (Z) => Z.map((z) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))))'

/** Every activation of the catalogue, of a whole layer: its functions, the one of its own name at the end. */
export const activations: Record<string, string[]> = {
  linear: ['const linear = (Z) => Z'],
  sigmoid: [sigmoid],
  tanh: ['const tanh = (Z) => Z.map(Math.tanh)'],
  relu: ['const relu = (Z) => Z.map((z) => Math.max(z, 0))'],
  leakyRelu: ['const leakyRelu = (Z) => Z.map((z) => (z > 0 ? z : 0.01 * z))'],
  elu: ['const elu = (Z) => Z.map((z) => (z > 0 ? z : Math.expm1(z)))'],
  softplus: ['const softplus = (Z) => Z.map((z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))))'],
  gelu: [
    `// e^(x^2) erfc(x) as one polynomial over another for 0 <= x <= 6, to 9e-18; beyond, erfc is less than 1e-16.
const above = [0.000126629092817913102, 0.002332676345219740874, 0.0204923686391133357, 0.1111761971581484065, 0.4059944196544060481,
  1.022677385693147132, 1.745498346288663899, 1.870679728669194535, 1.000000000000000009]
const below = [0.000224444218851227961, 0.004134561431257177317, 0.03643399237497438154, 0.1991220952418065089, 0.7376532598679148786,
  1.909126345768610174, 3.435596454128118503, 4.129573925161905527, 2.999058895764709763, 1.0]
const polynomial = (coefficients, x) => coefficients.reduce((sum, each) => sum * x + each, 0)
const erfc = (x) => {
  const far = Math.abs(x)
  const tail = far > 26 ? 0 : (Math.exp(-far * far) * polynomial(above, far)) / polynomial(below, far)
  return x < 0 ? 2 - tail : tail
}`,
    'const gelu = (Z) => Z.map((z) => 0.5 * z * erfc(-z * Math.SQRT1_2))',
  ],
  silu: [sigmoid, 'const silu = (Z) => sigmoid(Z).map((share, i) => Z[i] * share)'],
  softmax: [
    `const softmax = (Z) => {
  const largest = Z.reduce((most, z) => Math.max(most, z))
  const e = Z.map((z) => Math.exp(z - largest))
  const sum = e.reduce((all, each) => all + each)
  return e.map((each) => each / sum)
}`,
  ],
}

const derivation = `  for (const { isSine, factors } of derived) {
    const product = factors.reduce((value, i) => value * values[i], 1)
    values.push(isSine ? Math.sin(Math.PI * (product - 2 * Math.round(product / 2))) : product)
  }
`

const texts = (names: string[]) => `[${names.map(inJavaScript).join(', ')}]`
const list = (values: ArrayLike<number>) => `[${listed(values, '  ')}]`
const matrix = (rows: number[][]) => `[\n${rows.map((row) => `  ${list(row)},`).join('\n')}\n]`
const cells = (rows: Cell[][]) =>
  `[\n${rows.map((row) => `  [${row.map((cell) => (cell === null ? 'null' : typeof cell === 'number' ? inCode(cell) : inJavaScript(cell))).join(', ')}],`).join('\n')}\n]`

/** A module that predicts. */
export function javascriptFile(exported: Exported): string {
  const { columns, inputs, derived, inputScale, layers, outputs, targetScale, check } = exported
  const functions = [...new Set(layers.flatMap(({ activation }) => activations[activation]))]
  return `${aboutLines(exported, ['noTraining'], { missing: 'null' })
    .map((line) => `// ${inComment(line)}`.trimEnd())
    .join('\n')}

/** What a row holds. A column without levels is a number. \`fill\` stands for null; where it is null nothing may be missing. */
export const columns = [
${columns.map(({ name, unit, levels, fill }) => `  { name: ${inJavaScript(name)}, unit: ${inJavaScript(unit)}, levels: ${texts(levels)}, fill: ${fill === null ? 'null' : inCode(fill)} },`).join('\n')}
]

/** What is predicted. */
export const outputs = ${texts(outputs.map(({ name }) => name))}

// What the network sees: the number in a column, or 1 where it holds the level of that place (or is missing) and 0 elsewhere.
const inputs = [
${inputs.map(({ column, level }) => `  { column: ${column}, level: ${level === 'missing' ? "'missing'" : level} },`).join('\n')}
]
${derived.length ? `\n// What is made of these, and stands behind them: the product of some, or the sine of pi times it.\nconst derived = [\n${derived.map(({ isSine, factors }) => `  { isSine: ${isSine}, factors: [${factors.join(', ')}] },`).join('\n')}\n]\n` : ''}
${inputScale ? `const mean = ${list(inputScale.mean)}\nconst deviation = ${list(inputScale.deviation)}\n` : ''}
${functions.join('\n')}

// Of each layer: its weights (a row a neuron), its bias, its activation, the neurons that are switched off.
const layers = [
${layers
  .map(
    ({ weights, bias, activation, muted }) =>
      `  {\n  weights: ${matrix(weights)},\n  bias: ${list(bias)},\n  activation: ${activation},\n  muted: [${muted.join(', ')}],\n  },`,
  )
  .join('\n')}
]

function seen(row, { column, level }) {
  const { name, levels, fill } = columns[column]
  const isMissing = row[column] === null && fill !== null
  const value = isMissing && !levels.length ? fill : row[column]
  if (!levels.length && typeof value !== 'number') throw new TypeError(\`\${name}: must be a number, got \${value}\`)
  if (levels.length && !isMissing && !levels.includes(value)) throw new RangeError(\`\${name}: must be one of \${levels}, got \${value}\`)
  return level === null ? value : Number(level === 'missing' ? isMissing : value === levels[level])
}

/** The outputs for one row, in the units above. */
export function predict(row) {
  let values = inputs.map((input) => seen(row, input))
${derived.length ? derivation : ''}${inputScale ? '  values = values.map((value, i) => (value - mean[i]) / deviation[i])\n' : ''}  for (const { weights, bias, activation, muted } of layers) {
    values = weights.map((of, unit) => of.reduce((sum, weight, i) => sum + weight * values[i], 0) + bias[unit])
    for (const unit of muted) values[unit] = ${silent}
    values = activation(values)
    for (const unit of muted) values[unit] = 0
  }
  return ${targetScale ? `values.map((value, i) => value * ${list(targetScale.deviation)}[i] + ${list(targetScale.mean)}[i])` : 'values'}
}

const checkRows = ${cells(check.rows)}
// What the page predicts for them.
const checkOutputs = ${matrix(check.outputs)}

/** Says whether this code agrees with the page. */
export function check() {
  const differences = checkRows.flatMap((row, r) =>
    predict(row).map((value, i) => Math.abs(value - checkOutputs[r][i]) / Math.max(1, Math.abs(checkOutputs[r][i]))),
  )
  const difference = Math.max(...differences)
  const verdict = difference <= ${toleranceOf(exported)} ? 'agrees' : 'does NOT agree'
  return \`This network \${verdict} with the page: the largest difference is \${difference.toPrecision(3)}.\`
}

console.log(check()) // leave this line out once it has been seen
`
}
