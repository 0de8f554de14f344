import { catalogue } from '../../text/text.ts'

/** Why something cannot be read or kept: by the codes of Unreadable. */
export const sentences = catalogue('views/keep/refusal', {
  tooLarge: 'This file is too large: at most 64 MB are read.',
  notOurs: 'This is not a file that Glassbox has saved.',
  laterFile: 'This file was saved by a later version of Glassbox than this one.',
  damaged: 'This file is damaged: it is not complete, or was changed since it was saved.',
  tooLong: 'This session would take too long to show here.',
  noRoom: 'The browser has no more room for this. Delete what you no longer need, or save it as a file.',
  manyNumbers: 'It has more than six million numbers. Save it here or as a file.',
  noStorage: 'This browser stores nothing for this page, as is usual in a private window. Save it as a file instead.',
  noArrays: 'There are no arrays of numbers in it.',
  noHeader: 'This is not a safetensors file: it has no header that can be read.',
  longHeader: 'Its header is said to have {size} bytes; at most {most} are read.',
  cutHeader: 'The file ends within its header.',
  twice: 'Its header names {name} twice.',
  manyTensors: 'It has too many arrays: at most {most} are read.',
  noPlace: 'Its header does not say what {name} is and where it lies.',
  otherType: '{name} is of type {type}; F32 and F64 can be read.',
  otherLength: 'The bytes of {name} are not as many as its shape asks for.',
  overlap: '{name} overlaps another array.',
  gap: 'There is a gap before {name}.',
  cutOff: 'The file is cut off: {bytes} bytes are missing.',
  rest: '{bytes} bytes at its end belong to no array.',
  notFinite: '{name} holds numbers that are not finite.',
  longText: 'This text is too long: at most {most} characters are read.',
  truncated:
    'Some of it was left out where three dots stand. Have all of it printed: set_printoptions of PyTorch and NumPy does that.',
  notANumber: 'A number was expected at “{text}”.',
  notFinitePasted: '{text} is not a finite number.',
  deep: 'Its brackets are nested too deep.',
  ragged: 'Its rows are not all of the same length.',
  notDense: '{name} is not a layer of weights and biases.',
  notJoined: 'These arrays do not form layers: {shapes}. Each layer needs its weights, then its biases.',
  otherEnds:
    'They belong to a network of another size (inputs: {given}, outputs: {givenOutputs}). This data needs another one (inputs: {inputs}, outputs: {outputs}).',
  gone: 'It is no longer saved: it was deleted in another tab.',
})
