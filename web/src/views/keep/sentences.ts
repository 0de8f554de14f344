import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/keep', {
  what: '{data}, step {step}',
  whatFirst: '{data}, before the first step',
  entry: '{what} · {date}',
  left: 'Your last session is still here: {what}.',
  goOn: 'Go on where you left off',
  wentOn: 'This is your last session, with its undo history.',
  goBack: 'Go back to what was here',
  dismiss: 'Dismiss',

  title: 'Save it to go on later',
  carries:
    'A saved session has everything: the weights to the last bit, the state of the optimizer, the curves and the undo history. A link has less: the settings, and the number of steps or the weights.',
  here: 'Saved in this browser',
  hereAbout: 'Only on this machine. Nothing is sent anywhere.',
  name: 'Name',
  save: 'Save here',
  saved: 'Saved as “{name}”.',
  none: 'Nothing is saved yet.',
  lastOne: 'Last session',
  open: 'Open',
  openOne: 'Open “{name}”',
  rename: 'Rename',
  renameOne: 'Rename “{name}”',
  newName: 'New name of “{name}”',
  keepName: 'Keep the name',
  remove: 'Delete',
  removeOne: 'Delete “{name}”',
  removed: 'Deleted “{name}”.',

  file: 'As a file',
  saveFile: 'Save as a file',
  savedFile: 'Saved as {name}.',
  openFile: 'Open a file',
  dropHere: 'Or drop it here. A file saved by Glassbox, a state as JSON, or weights as safetensors.',
  mayNotSave: 'This frame is not allowed to save files.',
  noMoment: 'This network is too large for its session to be kept: save it as one HTML file instead.',
  opening: 'Opening…',
  opened: 'Opened: {what}.',
  openedWeights:
    'The steps in this file do not lead to its weights here: another version saved it, or it was changed. It opens with these weights as the initial weights, at step 0.',
  openedUntold:
    'Opened: {what}. Its steps were not repeated to check that they lead to these weights: that would take too long.',
  refused: 'It cannot be opened: {why}',
})
