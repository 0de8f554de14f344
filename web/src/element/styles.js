import { unsafeCSS } from 'lit'
import chart from '../views/chart.css'
import dataPicker from '../views/data-picker.css'
import field from '../views/field.css'
import graph from '../views/graph.css'
import notice from '../views/notice.css'
import pane from '../views/pane.css'
import picture from '../views/picture.css'
import settings from '../views/settings.css'
import share from '../views/share.css'
import story from '../views/story.css'
import transport from '../views/transport.css'
import controls from './controls.css'
import layout from './layout.css'
import tokens from './tokens.css'

/** The style sheets of the one shadow root; the views' come last. */
export const styles = [
  tokens, controls, layout, field, settings, dataPicker, notice, share, story, transport, graph, picture, chart, pane,
].map(unsafeCSS)
