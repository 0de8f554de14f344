import { catalogue } from '../../../text/text.ts'

/** The image on the network, to paint on. */
export const sentences = catalogue('views/panels/inputs/image', {
  image: 'Image to draw on',
  imageHelp: 'Draw with the pointer. By keyboard: arrow keys move, + and − change the pixel, Enter fills or clears it.',
  pixel: 'row {row}, column {column}: {value}',
  clear: 'Clear',
  erase: 'erase',
})
