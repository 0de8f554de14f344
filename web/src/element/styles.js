import { unsafeCSS } from 'lit'
import chart from '../views/chart.css'
import graph from '../views/graph.css'
import notice from '../views/notice.css'
import picture from '../views/picture.css'
import settings from '../views/settings.css'
import story from '../views/story.css'
import transport from '../views/transport.css'
import controls from './controls.css'
import layout from './layout.css'
import pin from './pin.css'
import player from './player.css'
import tokens from './tokens.css'

/** The style sheets of the one shadow root; the views' come last. */
export const styles = [
  tokens,
  controls,
  layout,
  settings,
  notice,
  story,
  transport,
  graph,
  picture,
  chart,
  player,
  pin,
].map(unsafeCSS)
