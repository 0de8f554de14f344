import dial from '../parts/dial/dial.css'
import field from '../parts/fields/field.css'
import maths from '../parts/maths/maths.css'
import menu from '../parts/parameter-menu/parameter-menu.css'
import scale from '../parts/scale-bar/scale-bar.css'
import type { SessionElement } from '../parts/session-element.ts'
import tables from '../parts/tables/tables.css'
import formula from '../parts/terms/formula.css'
import panels from './panels.css'

/** The style sheets that the panels have in common, which come before their own. */
export const shared = [tables, panels, field, dial, menu, maths, formula, scale]

/** Has a panel bring along what all have in common, wherever it stands. */
export function dress(view: typeof SessionElement) {
  view.sheets = [...new Set([...shared, ...view.sheets])]
}
