import { texts } from '../text/text.ts'
import { aboutLines } from './about.ts'
import type { Cell, Exported } from './exported.ts'
import { toleranceOf } from './python/parts.ts'
import { sentences } from './sentences.ts'
import { inCode, listed } from './text/numbers.ts'
import { inC, inComment } from './text/quoted.ts'

const text = texts(sentences)

/**
 * C++ against the installed engine library. Its names of activations, costs, optimizers and initializers are the
 * catalogue's own, so every one is expressed by itself.
 */

const cell = (value: Cell) =>
  value === null ? 'Cell()' : typeof value === 'number' ? `Cell(${inCode(value)})` : `Cell(std::string(${inC(value)}))`
const array = (values: ArrayLike<number>) => `{${listed(values, '     ')}}`

/** Numbers of Settings, as its member is called. */
const numbers = [
  'learningRate',
  'momentum',
  'beta1',
  'beta2',
  'epsilon',
  'rho',
  'weightDecay',
  'l1',
  'l2',
  'batchSize',
] as const

const cmake = (name: string) => `cmake_minimum_required(VERSION 3.16)
project(${name} CXX)
find_package(glassbox REQUIRED)
add_executable(${name} ${name}.cpp)
target_link_libraries(${name} glassbox::engine)`

/** A program that has the network, and prints whether it agrees. */
export function cppFile(exported: Exported): string {
  const { columns, inputs, derived, inputScale, layers, outputs, targetScale, check, name } = exported
  return `${[...aboutLines(exported, ['noMemory', 'train'], { missing: 'Cell()' }), text('build')]
    .map((line) => `// ${inComment(line)}`.trimEnd())
    .join('\n')}
//
${cmake(name)
  .split('\n')
  .map((line) => `//   ${line}`)
  .join('\n')}
#include <engine/glassbox.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

// A number, the level of a category, or nothing where it is missing.
using Cell = std::variant<std::monostate, double, std::string>;
using Row = std::vector<Cell>;

// What a row holds. A column without levels is a number.
struct Column {
  std::string name, unit;
  std::vector<std::string> levels;
  bool mayBeMissing;
  double fill;  // stands for a missing number
};
const std::vector<Column> columns = {
${columns.map(({ name, unit, levels, fill }) => `    {${inC(name)}, ${inC(unit)}, {${levels.map(inC).join(', ')}}, ${fill !== null}, ${inCode(fill ?? 0)}},`).join('\n')}
};

// What the network sees: the number in a column, or 1 where it holds the level of that place (or is missing) and 0 elsewhere.
struct Input {
  std::size_t column;
  int level;  // -1 = the number, -2 = whether it is missing
};
const std::vector<Input> inputs = {
${inputs.map(({ column, level }) => `    {${column}, ${level === 'missing' ? -2 : (level ?? -1)}},`).join('\n')}
};
${derived.length ? derivedIn(derived) : ''}
double numberIn(const Row& row, const Input& input) {
  const Column& column = columns[input.column];
  const Cell& cell = row.at(input.column);
  const bool isMissing = std::holds_alternative<std::monostate>(cell);
  if (isMissing && !column.mayBeMissing) throw std::invalid_argument(column.name + ": must not be missing");
  if (input.level == -2) return isMissing;
  if (input.level == -1) return isMissing ? column.fill : std::get<double>(cell);
  if (isMissing) return 0;
  const std::string& value = std::get<std::string>(cell);
  if (std::find(column.levels.begin(), column.levels.end(), value) == column.levels.end())
    throw std::invalid_argument(column.name + ": there is no level " + value);
  return value == column.levels[std::size_t(input.level)];
}

// Rows in the units above, as the network sees them: one column a row.
glassbox::MatrixXd prepare(const std::vector<Row>& rows) {
  glassbox::MatrixXd X(${layers[0].inputs}, rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t i = 0; i < inputs.size(); ++i)
      X(glassbox::Index(i), glassbox::Index(r)) = numberIn(rows[r], inputs[i]);
${derived.length ? derivation : ''}${inputScale ? scaled(inputScale) : ''}  return X;
}

glassbox::Settings settings() {
  glassbox::Settings settings;
  settings.inputs = ${layers[0].inputs};
  settings.layers = {${layers.map(({ units, activation }) => `{${units}, "${activation}"}`).join(', ')}};
  settings.cost = "${exported.training.cost}";
  settings.optimizer = "${exported.training.optimizer}";
  settings.initializer = "${exported.initializer}";
  settings.precision = "${exported.precision}";
${numbers.map((setting) => `  settings.${setting} = ${inCode(exported.training[setting])};`).join('\n')}
  settings.shuffle = ${exported.training.shuffle};
  settings.seed = ${exported.seed};
  return settings;
}

${layers
  .map(
    ({ weights, bias }, l) => `// Layer ${l + 1}: a row a neuron.
const double weights${l + 1}[] = ${array(weights.flat())};
const double bias${l + 1}[] = ${array(bias)};`,
  )
  .join('\n')}

// A layer's weights and bias as the engine takes them.
glassbox::LayerParameters layer(const double* weights, const double* bias, int units, int inputs) {
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return {Eigen::Map<const RowMajor>(weights, units, inputs), Eigen::Map<const glassbox::VectorXd>(bias, units)};
}

void load(glassbox::Trainer& network) {
  network.setParameters(std::vector<glassbox::LayerParameters>{
${layers.map(({ units, inputs }, l) => `      layer(weights${l + 1}, bias${l + 1}, ${units}, ${inputs}),`).join('\n')}
  });
${heldIn(exported)}}

// One column of outputs a row.
glassbox::MatrixXd predictRows(glassbox::Trainer& network, const std::vector<Row>& rows) {
  glassbox::MatrixXd outputs = glassbox::predict(network, prepare(rows));
${targetScale ? unscaled(targetScale) : ''}  return outputs;
}

int main() {
  glassbox::Trainer network(settings());
  load(network);

  const std::vector<Row> rows = {
${check.rows.map((row) => `      Row{${row.map(cell).join(', ')}},`).join('\n')}
  };
  // What the page predicts for them.
  const double expected[][${outputs.length}] = {
${check.outputs.map((row) => `      ${array(row)},`).join('\n')}
  };
  const glassbox::MatrixXd outputs = predictRows(network, rows);
  double difference = 0;
  for (glassbox::Index r = 0; r < outputs.cols(); ++r)
    for (glassbox::Index i = 0; i < outputs.rows(); ++i)
      difference = std::max(difference, std::abs(outputs(i, r) - expected[r][i]) / std::max(1.0, std::abs(expected[r][i])));
  std::printf("This network %s with the page: the largest difference is %.3g.\\n",
              difference <= ${toleranceOf({ ...exported, precision: 'float64' })} ? "agrees" : "does NOT agree", difference);
  return 0;
}
`
}

/** What is made of the inputs. */
const derivedIn = (derived: Exported['derived']) => `
// What is made of these, and stands behind them: the product of some, or the sine of pi times it.
struct Derived {
  bool isSine;
  std::vector<glassbox::Index> factors;
};
const std::vector<Derived> derived = {
${derived.map(({ isSine, factors }) => `    {${isSine}, {${factors.join(', ')}}},`).join('\n')}
};
`

const derivation = `  for (std::size_t d = 0; d < derived.size(); ++d)
    for (glassbox::Index r = 0; r < X.cols(); ++r) {
      double product = 1;
      for (const glassbox::Index factor : derived[d].factors) product *= X(factor, r);
      const double pi = 3.14159265358979323846;
      X(glassbox::Index(inputs.size() + d), r) =
          derived[d].isSine ? std::sin(pi * (product - 2 * std::round(product / 2))) : product;
    }
`

const scaled = ({
  mean,
  deviation,
}: NonNullable<Exported['inputScale']>) => `  const double mean[] = ${array(mean)}, deviation[] = ${array(deviation)};
  for (glassbox::Index i = 0; i < X.rows(); ++i) X.row(i) = (X.row(i).array() - mean[i]) / deviation[i];
`

const unscaled = ({
  mean,
  deviation,
}: NonNullable<Exported['targetScale']>) => `  const double mean[] = ${array(mean)}, deviation[] = ${array(deviation)};
  for (glassbox::Index i = 0; i < outputs.rows(); ++i) outputs.row(i) = outputs.row(i).array() * deviation[i] + mean[i];
`

/** What is switched off, and what is locked. */
function heldIn({ layers, locked }: Exported): string {
  const muted = layers.flatMap(({ muted }, layer) => muted.map((unit) => `{${layer}, ${unit}}`))
  const places = locked.map(
    (one) => `{${one.layer}, ${one.row}, ${'bias' in one ? 'glassbox::ParameterIndex::bias' : one.column}}`,
  )
  return [
    muted.length ? `  network.mute({${muted.join(', ')}});\n` : '',
    places.length ? `  network.lock({${places.join(', ')}});\n` : '',
  ].join('')
}
