import { wellFormed } from './quoted.ts'

/** JSON whose texts every reader can hold. @param indent blanks a level, 0 = one line */
export const jsonOf = (value: unknown, indent = 0) =>
  JSON.stringify(value, (_, each) => (typeof each === 'string' ? wellFormed(each) : each), indent)
