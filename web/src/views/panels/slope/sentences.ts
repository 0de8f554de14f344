import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/panels/slope', {
  title:
    'The cost as a landscape over two of the parameters. Gradient descent looks at the slope where it is and steps downhill.',
  a: 'Across',
  b: 'Up',
  costOf: 'Cost of',
  all: 'the whole training set',
  batch: 'the batch of the next step',
  row: 'the row shown in the network',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit path and point',
  relief: '3D',
  step: 'Take this step',
  play: 'Keep descending',
  pause: 'Stop',
  plot: 'Cost over {a} and {b}, as contour lines.',
  plotHow:
    'Arrow keys move a cursor over the landscape, with Shift five points at a time; Home and End go to its corners. Enter or a click sets the two parameters to the values there.',
  reliefName: 'Cost over {a} and {b}, in 3D.',
  reliefHow: 'Drag it or use the arrow keys to turn it. Whatever is hidden behind the landscape is dotted.',
  flattened: 'Far above the lowest point, heights are drawn flatter than they are.',
  cost: 'cost',
  cursor: '{a} = {valueA}, {b} = {valueB}: cost {cost}. Press Enter or click to set the network to these values.',
  cursorNone: 'Point at a place to read its cost; press Enter or click to set the network to it.',
  downhill: 'downhill',
  times: 'The step (blue) is drawn {times} times its true length.',

  nextTitle: 'The next step in each parameter',
  now: 'now',
  slopeOf: 'slope of the cost',
  used: 'gradient g',
  asked: '−learning rate × g',
  part: 'step',
  after: 'after',

  memory: '{optimizer} remembers the slopes of earlier steps, and the step follows them as well as g.',
  scales:
    '{optimizer} scales the slope of each parameter by how large its slopes have been, so the step need not point straight downhill.',
  both: '{optimizer} remembers the slopes of earlier steps and scales those of each parameter by how large they have been; the step follows them as well as g.',
  otherRows_one:
    'g is the slope over the {count} row of the next batch, not over {landscape}: it need not be perpendicular to the contour lines.',
  otherRows_other:
    'g is the slope over the {count} rows of the next batch, not over {landscape}: it need not be perpendicular to the contour lines.',
  penalty: 'g includes the penalty on large weights; the landscape is the cost without it.',
  decay: '{optimizer} also shrinks every weight and bias a little, independently of g.',
  locked: '{name} is locked: it keeps its value, whatever its slope.',
  uphill: 'This step points uphill on this landscape: {why}.',
  uphillIn: 'In {name}, this step goes uphill: {why}.',
  whyMemory: 'it also follows the slopes of earlier steps',
  whyRows: 'it uses other rows than the landscape',
  whyPenalty: 'the penalty pulls the other way',
  whyDecay: 'the weight decay pulls the other way',
  grows:
    'This step would make the numbers too large to compute with: the slope is too steep for this learning rate. Lower the learning rate to make the step smaller.',

  here: 'Here the cost is {cost}.',
  towards: 'Downhill is towards {ways}.',
  way: '{side} {name}',
  smaller: 'smaller',
  larger: 'larger',
  flat: 'It is flat here: the slope is 0 in both directions.',
  lowest: 'Of the {count} points measured, the lowest cost is {cost}, at {a} = {valueA}, {b} = {valueB}.',
  path_one: 'The path began at {a} = {valueA}, {b} = {valueB}; {count} step has been taken since.',
  path_other: 'The path began at {a} = {valueA}, {b} = {valueB}; {count} steps have been taken since.',
  others_one: 'The {count} other parameter is held at its present value; as it learns, the landscape changes.',
  others_other: 'The {count} other parameters are held at their present values; as they learn, the landscape changes.',
  whole: 'The network has only these two parameters: the landscape stays the same, and only the point moves.',
  wholeBatch: 'The network has only these two parameters, but each batch has its own landscape.',
  convex: 'The landscape is convex: it has no second minimum, so going downhill cannot get stuck in the wrong valley.',
  stale: 'This is the landscape at step {step}; the other parameters have moved on. Stop to see it as it is now.',
  coarse:
    'Drawn more coarsely than usual: each of its points takes a pass of the whole training set through the network.',
  working: 'Measuring the landscape…',
  refused: 'The landscape could not be measured: {message}',

  table: 'Show as table',
  tableCaption: 'Cost, {a} across and {b} down',
  corner: '{b} down, {a} across',

  diverged:
    'Training has diverged: the numbers are too large to compute with, so there is no landscape to draw. Lower the learning rate, then go back to step 0.',
  far: '{a} or {b} is beyond ±{most}, too far out to draw its landscape. Lower the learning rate, then go back to step 0; or choose other parameters.',
})
