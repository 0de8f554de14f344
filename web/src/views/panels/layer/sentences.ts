import { catalogue } from '../../../text/text.ts'

/** A layer as matrices. */
export const sentences = catalogue('views/panels/layer', {
  leadRow:
    'All neurons of a layer at once: [[weights|weight]] times what comes in, plus [[bias|bias]]. Point at a number to see where it belongs in the network.',
  leadBatch:
    'All neurons of a layer at once, for the {count} rows of the next batch: one column per row. The last column is their mean.',
  choose: 'Layer',
  expression: 'The sums of {layer} as matrices',
  W: 'weights',
  X: 'inputs',
  XSeen: 'inputs, standardised',
  XFrom: 'activations of {layer}',
  Bias: 'one per neuron',
  ofEach: 'bias',
  Z: 'sums',
  A: 'activations',
  shape: '{rows} × {columns}',
  shapes: '[W] {units} × {inputs} @ [X] {inputs} × {count} + [Bias] {units} × 1 = [Z] {units} × {count}',
  shapesAbout: 'n = {units}: neurons here, rows of [W]. m = {inputs}: what comes in, columns of [W] = rows of [X]',
  weightCount_one: 'n × m = {units} × {inputs} = {count} weight, and n = {units} for the bias',
  weightCount_other: 'n × m = {units} × {inputs} = {count} weights, and n = {units} for the biases',
  broadcast: 'The bias is added to every column.',
  thisRow: 'this row',
  own: 'your inputs',
  row: 'row {row}',
  mean: 'mean',
  earlier: 'Earlier rows of [{name}]',
  later: 'Later rows of [{name}]',
  columns: '{shown} of {count} rows of the batch, and the mean',

  computed: 'This number is calculated and cannot be typed. Change a weight, a bias or an input, and it follows.',
  none: 'Point at a number, or move to it with the keyboard: it is written out here, and highlighted wherever else it appears.',
  term_one: '{W} · {X} = {weight} · {value} = {product}, the one term of {Z} = {sum}.',
  term_other: '{W} · {X} = {weight} · {value} = {product}, one of {count} terms of {Z} = {sum}.',
  bias: '{B} = {value}, added to the terms of {Z} = {sum}.',
  unit: '{name}: {Z} = {sum}, {A} = {activation}({Z}) = {value}.',
  unitMean: '{name}: mean {Z} = {sum}, {A} = mean of {activation}({Z}) = {value}.',
  source: '{X} = {value}: {name}. It is multiplied by column {column} of [W].',
  sample: '{symbol} of {row}: {value}.',

  chosen: 'Selected',
  chosenNone: 'Click a weight or bias to edit or lock it, and to see its next step.',
  chosenNoneMap: 'Click a square, or press Enter on it, to edit or lock its weight.',
  heat: 'Weights as a heat map, {rows} rows, {columns} columns. Arrow keys move, Enter selects a weight.',
  heatLegend:
    'One square per weight: the stronger its colour, the larger the weight, up to {most}. Point at one to read it.',
})
