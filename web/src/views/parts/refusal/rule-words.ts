import { texts } from '../../../text/text.ts'
import { sentences, wholes } from './rule-sentences.ts'

/** Which sentence a reader is told for each code of a rule. */

type WholeKey = keyof typeof wholes
type Key = keyof typeof sentences | WholeKey

/** Codes of which readers are told by the sentence of another. */
export const alike: Record<string, Key> = {
  length: 'length_other',
  layerCount: 'layerCount_other',

  finite: 'number',
  finiteNumber: 'number',
  finiteRow: 'numbers',
  numbersOnly: 'numbers',
  numbersOnlyRow: 'numbers',
  array: 'numbers',
  arrayRow: 'numbers',
  bytes: 'numbers',
  binary: 'numbers',
  range: 'rising',
  lengthRow: 'length_other',
  lengthOfRows: 'length_other',
  features: 'length_other',
  outputs: 'length_other',
  parameters: 'length_other',
  sizeOfRows: 'rows',
  shape: 'rows',

  boolean: 'flag',
  trueOrNothing: 'flag',
  string: 'name',
  among: 'choice',
  columnsOnce: 'once',
  placesOnce: 'once',
  commandGiven: 'command',

  layers: 'layerCount_other',
  layersGiven: 'listOfLayers',
  parametersGiven: 'listOfLayers',
  place: 'parameter',
  parameterGiven: 'parameterAt',
  columnOrBias: 'parameterAt',

  base64: 'fitting',
  wholeNumbers: 'fitting',
  complete: 'fitting',
  seal: 'cut',
  sameTrainer: 'undamaged',
  data: 'gone',
  alive: 'gone',
}

/** The name of the sentence for a code. */
export const sentenceFor = (code: string): Key => alike[code] ?? (code as Key)

/** Whether the sentence says what was given too. */
export const isWhole = (key: Key): key is WholeKey => Object.hasOwn(wholes, key)

export const ruleText = texts(sentences, wholes)
