import { sheetOf } from '../views/parts/late-style.ts'
import layout from './layout.css'
import player from './player.css'
import { stylesWith } from './view-styles.ts'
import wide from './wide.css'

/** The style sheets of the one shadow root of a playground, before those that views bring. */
export const styles = [...stylesWith(layout), ...[player, wide].map(sheetOf)]
