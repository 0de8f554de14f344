import { fields } from './fields.ts'
import { groups } from './fixed.ts'

/** All words that can be fixed. */
export const fixable = [
  ...new Set([
    ...groups,
    'weights',
    ...fields.filter(({ path }) => path.includes('.') && !path.startsWith('view.')).map(({ key }) => key),
  ]),
]
