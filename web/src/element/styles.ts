import { styles as graph } from '../views/graph/graph.ts'
import { styles as notice } from '../views/notice/notice.ts'
import buttons from '../views/parts/buttons.css'
import { sheetOf } from '../views/parts/late-style.ts'
import layerClass from '../views/parts/layer-class.css'
import { SessionElement } from '../views/parts/session-element.ts'
import { styles as picture } from '../views/picture/picture.ts'
import { chartStyles as chart, transportStyles as transport } from '../views/player/player.ts'
import plot from '../views/plot/plot.css'
import { styles as settings } from '../views/settings/settings.ts'
import { styles as story } from '../views/story/story.ts'
import alone from './alone.css'
import controls from './controls.css'
import layout from './layout.css'
import pin from './pin.css'
import player from './player.css'
import reset from './reset.css'
import tokens from './tokens.css'

/** What every view is drawn with, wherever it stands. */
const base = [tokens, controls, reset]
const shared = [buttons, layerClass, plot]

/** The style sheets of the one shadow root; the views' come last. */
export const styles = [
  ...base,
  layout,
  ...shared,
  settings,
  notice,
  story,
  transport,
  graph,
  picture,
  chart,
  player,
  pin,
].map(sheetOf)

SessionElement.base = [...base, alone, ...shared]
