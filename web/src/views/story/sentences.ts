import { catalogue } from '../../text/text.ts'

/** What the story says of an edit. */
export const sentences = catalogue('views/story', {
  newData: 'Now learning {name}: {rows}, {features}, {goal}. Press play.',
  goalClasses: '{count} classes to tell apart',
  goalNumber: 'a number to predict',
  newNetwork: 'The network changed; weights that could be kept were kept. Press play, or take a step.',
  loaded: 'Another state is open: its data, network and settings. Press play, or take a step.',
  loadedExample: 'An example is open, with a question: choose an answer, then press play or take a step.',
  loadedWeights: 'Another state is open, with the weights that came with it. Press play, or take a step.',
  undo: 'Undone: {what}. The network is exactly as it was at step {step}. Redo brings it back.',
  redo: 'Redone: {what}. The network is exactly as it was at step {step}.',
  goTo: 'The network is exactly as it was at step {step}, settings included. Play on, change anything, or return to the end.',
  atEnd: 'This is the newest moment of this run, step {step}. Play on, or change anything.',
  muted: '{name} is switched off and passes nothing on: the cost is now {cost}. Switch it on again, or press play.',
  unmuted: '{name} is switched on again: the cost is now {cost}. Press play, or take a step.',
  locked_one: '{name} is locked: it keeps its value while all others learn. Press play, or take a step.',
  locked_other: '{name} are locked: they keep their values while all others learn. Press play, or take a step.',
  unlocked_one: '{name} is free to learn again. Press play, or take a step.',
  unlocked_other: '{name} are free to learn again. Press play, or take a step.',
  parameters: '{count} parameters',
})
