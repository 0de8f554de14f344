import { lacking } from '../element/abilities.ts'
import { defineUnable } from '../element/unable.ts'

/** Evaluated before all that draws: a browser that lacks something is told so, and the rest is left out. */
const missing = lacking()
if (missing.length > 0) {
  defineUnable(missing)
  throw new Error('this browser cannot run Glassbox')
}
