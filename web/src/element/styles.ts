import buttons from '../views/parts/buttons.css'
import { sheetOf } from '../views/parts/late-style.ts'
import layerClass from '../views/parts/layer-class.css'
import { SessionElement } from '../views/parts/session-element.ts'
import plot from '../views/plot/plot.css'
import alone from './alone.css'
import controls from './controls.css'
import layout from './layout.css'
import player from './player.css'
import reset from './reset.css'
import tokens from './tokens.css'
import wide from './wide.css'

/** What every view is drawn with, wherever it stands. */
const base = [tokens, controls, reset]
const shared = [buttons, layerClass, plot]

/** The style sheets of the one shadow root, before those that views bring. */
export const styles = [...base, layout, ...shared, player, wide].map(sheetOf)

SessionElement.base = [...base, alone, ...shared]
