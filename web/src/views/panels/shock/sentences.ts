import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/panels/shock', {
  title:
    'To find out what a weight does, shock it: change it a little, and watch how the cost and the neurons after it respond.',
  parameter: 'Shock',
  nudge: 'Shock it by',
  before: 'Cost before',
  after: 'Cost after',
  change: 'Difference',
  value: '{name} now',
  nudged: '{name} after the shock',
  measured: 'Slope, measured',
  measuredAbout: 'From the costs at four points close by, two on each side: the five-point formula',
  slopeError: 'Accurate to ±',
  slopeErrorAbout: 'How far off the measurement may be: costs have only so many digits',
  secant: 'Difference ÷ shock',
  secantAbout:
    'The slope as this shock alone would measure it: the smaller the shock, the closer to the slope at the present value',
  gradient: 'Slope, by backpropagation',
  difference: 'Relative difference',
  none: 'No shock, so nothing changes. Try a little up or down.',
  exact: 'They agree in every digit: backpropagation found this slope without a single shock.',
  agree: 'They agree to 1 part in {parts}: backpropagation found this slope without a single shock.',
  single:
    'They agree to 1 part in {parts}, as far as 32-bit numbers can tell. Choose 64-bit numbers to see closer agreement.',
  flat: 'Both are 0: here the cost does not depend on {name}.',
  limit:
    'They agree as closely as can be measured, to ± {error}: the slope is so small compared with the cost that subtracting one cost from another leaves few correct digits.',
  differ:
    'They differ by {share} of the larger one, which is more than the measurement could be off (± {error}): the cost bends sharply nearby.',
  corner:
    '{neuron} is exactly at Z = 0, where {activation} has a corner: to the left the slope is {below}, to the right {above}. There is no single slope there; backpropagation takes {rule} and gets {gradient}, measuring on both sides gives {slope}.',
  rule: '{activation}′(0) = {value}',
  cornerNear:
    '{neuron} is within a thousandth of Z = 0, where {activation} has a corner: to the left the slope is {below}, to the right {above}. There is no single slope across it; backpropagation gets {gradient}, measuring on both sides gives {slope}.',
  corners:
    '{count} neurons are at Z = 0, where {activation} has a corner: to the left the slope is {below}, to the right {above}. There is no single slope there; backpropagation takes {rule} and gets {gradient}, measuring on both sides gives {slope}. They are: {neurons}.',
  sides:
    'To the left the slope is {below}, to the right {above}: the measurement reaches across a corner of the activation. There is no single slope across it.',
  andMore: '{neurons} and {count} more',
  rows: 'Cost of row {row}.',
  rowOwn: 'Cost for your own inputs.',
  batch_one: 'Cost of the next batch: {count} row.',
  batch_other: 'Mean cost over the next batch: {count} rows.',
  plot: 'Cost along {name}: {before} at {value}, {after} at {nudged}',
  costAxis: 'cost',
  legendCurve: 'cost as {name} varies',
  legendTangent: '[[backpropagation|backpropagation]]’s slope',
  legendNow: 'now',
  legendNudged: 'after the shock',
  movedTitle: 'Neurons that change',
  moved_one: '{count} of the {all} activations that {name} can reach has changed. It is highlighted in the network.',
  moved_other:
    '{count} of the {all} activations that {name} can reach have changed. They are highlighted in the network.',
  movedOne: 'The one activation that {name} can reach has changed. It is highlighted in the network.',
  still: 'No activation after {name} has changed: no signal passes through here now.',
  movedMean: 'These are means over the batch.',
  neuron: 'Neuron',
  moves: 'Change of its activation',
  more: 'and {count} that changed less',
  scaleTitle: 'Why not train like this?',
  scale:
    'This network has {parameters} weights and biases. Shocking each one up and down would take {passes} forward passes for a single step; backpropagation finds all {parameters} slopes in one forward and one backward pass.',
  scaleSmall: 'With so few, that would still be feasible; a network that reads photographs has millions.',
  checkTitle: 'Do they agree for every parameter?',
  check: 'Check all {count}',
  stop: 'Stop',
  checking: '{done} of {all} compared',
  checked:
    '{count} of {all} compared. The worst is {name}: {gradient} by backpropagation, {slope} measured, relative difference {difference}.',
  checkedWell: 'Backpropagation is right everywhere, to {parts} or better.',
  parts: '1 part in {parts}',
  checkedLimit: 'That is as closely as can be measured, to ± {error}; all others agree at least as well.',
  checkedCorner:
    'The cost has a corner there, so there is no single slope: a neuron is at Z = 0, where its activation has a corner.',
  checkedBadly: 'That is more than the measurement could be off (± {error}): the cost bends sharply nearby.',
  checkedSingle: 'That is as far as 32-bit numbers can tell.',
  checkedMoving: 'The network was learning meanwhile; each parameter was compared at the weights of that moment.',
  checkAbout: 'The worst is the one whose two slopes differ most, relative to the accuracy of the measurement.',
  refused: 'The comparison could not be made: {message}',
})
