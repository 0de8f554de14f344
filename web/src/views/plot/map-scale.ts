import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { neuronName, outputName } from '../../network/names.ts'
import type { Change } from '../../session/announcer.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import css from '../parts/scale-bar/scale-bar.css'
import { scaleBar } from '../parts/scale-bar/scale-bar.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import type { Scale } from './colour.ts'
import { layerScale, targetRange } from './scale.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What the colours of the picture mean, or, with `of="neurons"`, those of the small maps and shades of the neurons. */
class MapScale extends SessionElement {
  static override sheets = [css]
  static override ignores: readonly Change[] = ['overlay', 'opened']
  #isDue = throttle(250)

  protected override heed(changes: ReadonlySet<Change>) {
    const isOther = ['state', 'data', 'pointed'].some((name) => changes.has(name as Change))
    return this.#isDue(isOther || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame } = this.session
    if (!data || !frame) return nothing
    return this.getAttribute('of') === 'neurons'
      ? ofNeurons(this.session, data, frame)
      : ofPicture(this.session, data, frame)
  }
}

const short = ({ low, high }: Scale) => [formatNumber(low, 2), formatNumber(high, 2)].map(trimmed) as [string, string]

/** '1' for '1.0'. */
const trimmed = (number: string) => number.replace(/[.,]0+$/, '')

/** Of the output, or of the neuron that is pointed at. */
function ofPicture(session: SessionLike, data: DataInfo, { maps }: Frame) {
  const { pointed, state } = session
  const values = pointed && 'unit' in pointed ? maps?.layers[pointed.layer]?.[pointed.unit] : undefined
  if (pointed && 'unit' in pointed && values) {
    const name = neuronName(session, pointed.layer, pointed.unit)
    return scaleBar(...short(layerScale(session, pointed.layer, values)), 'plane', name)
  }
  if (data.task === 'classes') return html`${text('paler')}`
  if (data.task === 'binary') return state.view.discretize ? nothing : scaleBar('0', '1', 'plane', text('output'))
  return scaleBar(...short(targetRange(data)), 'plane', outputName(data, 0))
}

/** One scale where all hidden layers have the same; else what is largest differs from neuron to neuron. */
function ofNeurons(session: SessionLike, { imageSide, bases }: DataInfo, { layers }: Frame) {
  const sizes = layers.slice(0, -1).map((_, layer) => layerScale(session, layer, [Infinity]).high)
  if (sizes.length === 0) return nothing
  const isOne = !imageSide && sizes.every((size) => size === sizes[0]) && sizes[0] > unbounded
  const ends = isOne ? short({ low: -sizes[0], high: sizes[0] }) : [text('below'), text('above')]
  return scaleBar(ends[0], ends[1], imageSide || bases === 2 ? 'map' : 'shades', text('neurons'))
}

/** What a scale without values comes to where the function has no bounds. */
const unbounded = 1e-3

defineView('glassbox-scale', MapScale)
