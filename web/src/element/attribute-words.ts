import { fixable } from '../state/fixable.ts'
import { panelNames } from '../views/parts/part-names.ts'
import { controls, parts } from './content.ts'

const shown = [...Object.keys(parts), ...Object.keys(panelNames)]
const used = Object.keys(controls)

/** The words that can stand in attributes which say what is shown, and what is fixed. */
export const attributeWords: Record<string, readonly string[]> = {
  fixed: fixable,
  parts: shown,
  controls: used,
  hide: [...new Set([...shown, ...used])],
}
