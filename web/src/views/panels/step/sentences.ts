import { catalogue } from '../../../text/text.ts'

/** What the panel of one training step says. */
export const sentences = catalogue('views/panels/step', {
  lead: 'Step {step}, opened up: these are the numbers of the [[batch|batch]] that it will use. Play it, drag along it, or choose a stage; then take the step.',
  running: 'Pause to open a step up: while the network is training, its numbers change too fast to be read.',
  pause: 'Pause and open the step',
  waiting: 'Computing the numbers of the next step…',

  bar: 'Phases of one step',
  forward: 'Forward',
  cost: 'Cost',
  backward: 'Backward',
  update: 'Update',
  phase: '{number} {name}',
  start: 'batch',
  layer: 'layer {number}',
  output: 'output',
  in: 'in',
  out: 'out',
  theOutput: 'the output',
  costStop: 'rows',
  updateStop: 'change',

  film: 'The step as a film',
  position: 'Position in the step',
  previous: 'Previous moment',
  next: 'Next moment',
  take: 'Take the step',
  play: 'Play the step',
  hold: 'Pause',
  speed: 'Speed',
  slow: 'slow',
  normal: 'normal',
  fast: 'fast',
  stepBy: 'Each step uses',
  sample: 'one row',
  batch: 'batch of {count}',
  epoch: 'all rows',
  sampleBy: 'Each step now learns from one row: the batch size is 1.',
  batchBy_one:
    'Each step now learns from {count} row, the batch size. “One epoch”, beside Play, takes all the batches in turn.',
  batchBy_other:
    'Each step now learns from {count} rows, the batch size. “One epoch”, beside Play, takes all the batches in turn.',
  epochBy: 'Each step now learns from all rows at once, so one epoch is one step.',

  batchRow: 'row {index} of {count} in this batch',
  trainingRow: '= row {row} of the training set',
  previousRow: 'Previous row of the batch',
  nextRow: 'Next row of the batch',
  show: 'show this row in the network',
  choose: 'Follow row {row} through the phases',

  startTitle: 'The batch',
  startWhole_one: 'Step {step} learns from the only training row, so each step is one [[epoch|epochCount]].',
  startWhole_other:
    'Step {step} learns from all {count} training rows at once, so each step is one [[epoch|epochCount]].',
  startSome:
    'Step {step} learns from {count} of the {rows} training rows; {seen} have already been used in [[epoch|epochCount]] {epoch}.',
  batchTable: 'Rows of the batch',
  row: 'Row',
  actual: 'actual',
  actualOf: 'actual {name}',
  target: 'target',

  forwardTitle: 'Forward: {layer}',
  forwardFirst:
    'Each neuron of {layer} multiplies the inputs, as the network sees them, by its [[weights|weight]], adds its [[bias|bias]] and {way}.',
  forwardLater:
    'Each neuron of {layer} multiplies the [[activations|activation]] of {before} by its [[weights|weight]], adds its [[bias|bias]] and {way}.',
  waySqueeze: 'squeezes the sum through {activation}',
  wayThrough: 'puts the sum through {activation}',
  wayLinear: 'passes the sum on unchanged',
  unitTable: 'Neurons of {layer}',
  unit: 'neuron',
  meanOfName: 'mean {name}',
  picture: 'image',
  everyRow: 'Every row of the batch',
  everyRowOf: '{name} of every row of the batch',
  quantity: 'Show',

  costTitle: 'Cost',
  costSentence_one:
    'The prediction is compared with the [[target|target]]; the [[cost|cost]] measures how far apart they are.',
  costSentence_other:
    'Each prediction is compared with its [[target|target]]; the [[cost|cost]] measures how far apart they are, averaged over {count} rows.',
  costTable: 'Cost of each row of the batch',
  prediction: 'prediction',
  predictionOf: 'prediction {name}',
  targetOf: 'target {name}',
  outputOfActual: 'output for the actual class',
  predicted: 'predicted',
  ofRow: 'cost',
  mean: 'mean',
  costFormula: '{label}:',
  standardised: 'In standardised units, as the network sees the target.',
  penalty: 'The [[penalty|penalty]] on large weights is kept apart from the cost: {penalty}.',

  backwardTitle: 'Backward: {layer}',
  backwardFirst:
    'The error enters at the {layer}: [[delta|delta]] says how fast a row’s own cost rises as the neuron’s Z rises.',
  backwardLater:
    '{Layer} gets its share of the error back over the wires to {after}: the [[deltas|delta]] there × the [[weights|weight]], added up, × the slope of its own {activation}.',
  gradients: 'Gradients into {layer}',
  gradientsAbout:
    'The [[gradient|gradient]] of a weight is the mean over the [[batch|batch]] of delta × what came in through the weight; that of a bias is the mean delta.',
  offBack: 'Switched off: it passes nothing on, so no error comes back and delta is 0.',
  name: 'name',
  from: 'from',
  to: 'to',

  updateTitle: 'Update',
  updateSentence:
    'Every weight and bias moves a little against its [[gradient|gradient]]: this is [[gradient descent|gradientDescent]].',
  updateOwnSentence: 'Every weight and bias follows the rule of {optimizer}. {description}',
  gradientIs: 'g is the gradient of the cost.',
  lockedIs: 'For a locked parameter g is 0, whatever the gradient of the cost.',
  parameterTable: 'Every parameter before and after step {step}',
  learningRate: '{symbol}, [[learning rate|learningRate]]',
  momentum: '{symbol}, [[momentum|momentum]]',
  weightDecay: '{symbol}, [[weight decay|weightDecay]]',
  old: 'old',
  ownGradient: 'gradient of the cost',
  usedGradient: 'gradient g',
  new: 'new',
  before: '{symbol} before',
  after: '{symbol} after',
  locked: 'locked',
  of: 'Layer',
  allLayers: 'all layers',
  order: 'Order',
  asBuilt: 'as in the network',
  largest: 'largest change first',
  grows:
    'This step would make the numbers too large to compute with: the gradient is too steep for this learning rate, so there are no new values to show. Lower the learning rate to make the step smaller.',

  storyForward: 'Forward: {layer} has computed its activations. Open a neuron to see its sum. Next, {next}.',
  forwardNext: 'they are passed on',
  costNext: 'the prediction is compared with the target',
  storyCost: 'Cost: the batch costs {cost}, the mean over its rows. Next, the error is passed back.',
  storyBackward:
    'Backward: the error has reached {layer}. Open a neuron to see where its delta comes from. Next, {next}.',
  backwardNext: 'it is passed one layer back',
  updateNext: 'every parameter takes its step',
  storyUpdate: 'Update: the wires show how far this step moves each weight. Take the step to go on to the next batch.',

  storyFalls:
    'Update: with the new weights this batch costs {after} instead of {before}. Take the step to go on to the next batch.',
  storyRises:
    'Update: with the new weights this batch costs {after}, more than {before}: the step was too long. Take it to go on.',
  storyEnter: 'Forward begins: the inputs of row {row} enter the network.',
  storySum: 'Forward: weight × activation comes in over each wire of {neuron}; with its bias they add up to Z.',
  storySumEach: 'Forward: in each neuron of {layer}, what comes in over its wires and its bias add up to Z.',
  storyActivation: 'Forward: {neuron} puts its sum through {activation}.',
  compare:
    '{output} says {prediction}, the target is {target}: to lower the cost it should {way}. Its wish, −delta, is {wish}.',
  storyCompare: 'Cost: {sentence}',
  storyCompareEach: 'Cost: each output is compared with its target. The arrows say which way it should change.',
  wayRise: 'rise',
  wayFall: 'fall',
  wayStay: 'stay',
  storyArriving:
    'Backward: the deltas of {after}, × the weights, come back to {neuron} and add up; its wish goes against the sum.',
  storyArrivingEach:
    'Backward: the deltas of {after}, × the weights, come back to each neuron of {layer} and add up there.',
  storyDelta: 'Backward: times the slope of its {activation}, what was passed back is the delta of {neuron}.',
  storyDeltaOutput: 'Backward: the delta of {neuron} says how fast the row’s cost rises as its Z rises.',
  storyGradient:
    'Backward: each weight into {layer} has a wish of its own, −gradient: the way in which the cost falls.',
  storyWish: 'Update: every weight has told its wish, −gradient.',
  storyChange: 'Update: {optimizer} grants the wishes. The wires show how far each weight moves.',
  wishes: 'wish, −delta',
  weights: 'weight',
  weightWishes: 'wish, −gradient',
  outcome: 'Cost of this batch: {before} before, {after} after the step.',

  earlier: 'Earlier: {name}',
  later: 'Later: {name}',
})
