import buttons from '../views/parts/buttons.css'
import { sheetOf } from '../views/parts/late-style.ts'
import layerClass from '../views/parts/layer-class.css'
import { SessionElement } from '../views/parts/session-element.ts'
import plot from '../views/plot/plot.css'
import alone from './alone.css'
import controls from './controls.css'
import reset from './reset.css'
import tokens from './tokens.css'

/** What every view is drawn with, wherever it stands: before the layout of what holds it, and after. */
const base = [tokens, controls, reset]
const shared = [buttons, layerClass, plot]

/** The style sheets of a shadow root of ours, before those that views bring. @param layout of what holds the views */
export const stylesWith = (...layout: string[]) => [...base, ...layout, ...shared].map(sheetOf)

SessionElement.base = [...base, alone, ...shared]
