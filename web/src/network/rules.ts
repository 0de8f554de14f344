/**
 * Why something is refused, by code, as engineers are told; {word} stands for the value of that name. Readers are told by
 * views/parts/refusal. The engine has a table of its own: where the code is the same, so is the sentence.
 */
export const rules = {
  // numbers and names
  whole: 'must be a whole number from {minimum} to {maximum}',
  above: 'must be > {minimum} and at most {maximum}',
  between: 'must be from {minimum} to {maximum}',
  number: 'must be a number',
  finite: 'must be finite numbers',
  finiteNumber: 'must be a finite number',
  string: 'must be a string',
  boolean: 'must be a boolean',
  flag: 'must be true or false',
  name: 'must be a name',
  shortName: 'must be a short name',
  moment: 'must be a moment of a step, such as forward.1',
  choice: 'must be one of {names}',
  among: 'must be among {names}',

  // objects and lists
  object: 'must be an object',
  known: 'has no setting {value}',
  nearlyKnown: 'has no setting {value}; did you mean {meant}?',
  fixedHere: 'must stay as it is: it is fixed here',
  list: 'must be a list',
  names: 'must be a list of names',
  numbers: 'must be a list of numbers',
  listOfRows: 'must be a list of rows',
  listOfLayers: 'must be a list of layers',
  most: 'must be at most {maximum}',
  exactly: 'must be {count}',
  once: 'must name each one once',

  // rows
  array: 'must be an array of numbers',
  arrayRow: 'row {row} must be an array of numbers',
  numbersOnly: 'must hold numbers only',
  numbersOnlyRow: 'row {row} must hold numbers only',
  finiteRow: 'row {row} must be finite numbers',
  length: 'must be {count} numbers',
  lengthRow: 'row {row} must have {count} numbers',
  lengthOfRows: 'must have {count} numbers a row',
  rows: 'must be rows of numbers, or { data, shape: [rows, columns] }',
  sizeOfRows: 'must hold {rows} x {columns} numbers',
  sameSamples: 'must have as many samples as {other} ({count})',

  // data
  sendable: 'must be a table that the site still has and can send',
  noTarget: 'must be left out with this data',
  noTable: 'must be left out: the data is not entered by hand',
  noFeatures: 'must be left to the generator',
  column: 'must be the name of a column or null',
  columnName: 'must be the name of a column',
  columns: 'must be a list of columns or null',
  someColumn: 'must name at least one column',
  columnsOnce: 'must name each column once',
  columnNames: 'must be names of 1 to 40 letters without ~ and !',
  table: 'must be a table',
  mostRows: 'must have at most {maximum} rows',
  mostNumbers: 'must be at least 1 row and at most {maximum} numbers',
  about: 'must be { unit, levels, missing }, each of them or none',
  levels: 'must be 1 to 20 different names',
  level: 'must be the number of a level, from 0 to {maximum}, or null',
  cell: 'must be a finite number or null',
  meanOfNumbers: 'must be drop or column: categories have no mean',
  oneCategory: 'must be predicted one category at a time, or as numbers alone',
  twoLevels: 'must have at least two levels to be predicted',
  someRow: 'must leave at least one row in which nothing is missing',
  places: 'must be a list of places',
  placesFrom: 'must be places from 0 to {maximum}, or null',
  placesOnce: 'must name each place once',

  // networks and their parts
  neuronAt: 'must be a layer from -1 and a unit from 0',
  neuron: 'must be a neuron of the network',
  hidden: 'must be hidden neurons of the network',
  parameterAt: 'must be a layer, a row and a column or bias: true, counted from 0',
  parameterGiven: 'must be { layer, row, column } or { layer, row, bias: true }',
  columnOrBias: 'must have a column or be a bias, not both',
  trueOrNothing: 'must be true or left out',
  parameter: 'must be a weight or bias of the network',
  parametersOfNetwork: 'must be weights or biases of the network',
  layersGiven: 'must be an array of { units, activation }',
  parametersGiven: 'must be an array of { weights, bias }',
  layerCount: 'must have {count} layers',
  layerShape: 'must be {units} rows of {inputs} weights and {units} biases',
  fitting: 'must fit the layers',
  outputUnits: 'must be {count}, one a value to predict',
  alwaysOne: 'must not be {activation} over one unit, which is always 1',
  beforeOutput: 'must be a place before the output, from 0 to {maximum}',
  someUnit: 'must leave at least one unit',
  notOutput: 'must be a hidden layer: the output layer follows the data',
  noHidden: 'must be a hidden layer, of which there is none',

  // what is asked for
  command: 'must be a command',
  commandGiven: "must be an object such as { do: 'play' }",
  changes: 'must be values by their paths',
  setting: 'is not a setting',
  version: 'must be 1',
  range: 'must be [low, high]',
  bytes: 'must be a Uint8Array',
  binary: 'must be an ArrayBuffer or a Uint8Array',
  alive: 'must not be used after delete()',

  // links
  mostCharacters: 'must have at most {maximum} characters',
  givenOnce: 'must be given once',
  linkText: 'must have keys of a link, such as data=xor',
  neuronText: 'must be layer.unit',
  parameterText: 'must be layer.row.column or layer.row.b',
  sampleText: 'must be input!target',
  tableText: 'must be inputs!outputs!row!row',
  layersText: 'must be units.activation, as in 8.tanh-1.sigmoid',
  base64: 'must be numbers in base64url',
  wholeNumbers: 'must be whole numbers of {size} bytes',
  complete: 'must be complete: {count} numbers that come to their checksum',
  seal: 'must be complete, such as 1.k3f9ab',
  light: 'must be shown in {maximum} seconds',
} as const

export type RuleCode = keyof typeof rules

/** What of a sentence stands in braces. */
type Words<Sentence extends string> = Sentence extends `${string}{${infer Word}}${infer Rest}`
  ? Word extends `${string} ${string}`
    ? Words<Rest>
    : Word | Words<Rest>
  : never

/** The values that a rule's sentence asks for, beside what was given. */
export type RuleValues<Code extends RuleCode> = Record<Exclude<Words<(typeof rules)[Code]>, 'value'>, string | number>
