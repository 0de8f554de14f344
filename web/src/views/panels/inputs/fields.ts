import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, targetName } from '../../../network/names.ts'
import { extentsOf, type Sample } from '../../../network/rows.ts'
import { classOf } from '../../../network/verdict.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { valueIn } from '../../parts/control.ts'
import type { Entries } from '../../parts/fields/entries.ts'
import { optionList } from '../../parts/fields/options.ts'
import { sampleLabels } from '../../parts/fields/sentences.ts'
import { numberOf } from '../../parts/number.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { sliderRange, writtenValue } from './range.ts'
import { sentences } from './sentences.ts'

type Feed = (sample: Sample) => unknown

const text = texts(sentences, sampleLabels)

/** Inputs shown at a time; beyond that there are pages, and a field that finds them. */
const pageLength = 20

/** A slider and a field for every input and for what is true. */
export class FeedFields {
  session: SessionLike
  entries: Entries
  redraw: () => void
  #first = 0
  #wanted = ''
  /** Extents of the targets, of the data they were measured on. */
  #targets: { of: unknown; extents: [number, number][] } = { of: null, extents: [] }

  constructor(session: SessionLike, entries: Entries, redraw: () => void) {
    this.session = session
    this.entries = entries
    this.redraw = redraw
  }

  /** @param seen the inputs as the network sees them, once that is known */
  inputs(data: DataInfo, sample: Sample, seen: number[] | undefined, feed: Feed) {
    const found = data.featureNames
      .slice(0, data.bases)
      .flatMap((_, i) => (featureName(data, i).toLowerCase().includes(this.#wanted) ? [i] : []))
    this.#first = firstOf({ first: this.#first, count: found.length, length: pageLength })
    const put = (i: number, value: number) => feed({ ...sample, input: sample.input.with(i, value) })
    return html`
      ${data.bases > pageLength ? this.#finder(found.length) : nothing}
      <ul class="feeds ${data.inputScale ? 'has-seen' : ''}">
        ${
          data.inputScale
            ? html`<li class="feed-head" aria-hidden="true"><span></span><span></span>
          <span>${text('raw')}</span><span title=${text('seen')}>${text('seenShort')}</span></li>`
            : nothing
        }
        ${found.slice(this.#first, this.#first + pageLength).map((i) =>
          this.#feed({
            key: `input-${i}`,
            label: data.featureNames[i],
            unit: data.featureUnits[i],
            value: sample.input[i],
            extent: data.extents[i],
            put: (value) => put(i, value),
            seen: data.inputScale ? seen?.[i] : null,
          }),
        )}
      </ul>
      ${found.length ? nothing : html`<p class="hint">${text('none')}</p>`}`
  }

  /** @param count inputs that are found */
  #finder(count: number) {
    const turn = (to: number) => {
      this.#first = to
      this.redraw()
    }
    const find = (event: Event) => {
      this.#wanted = valueIn(event).trim().toLowerCase()
      turn(0)
    }
    return html`
      <div class="pane-tools">
        <label>${text('find')} <input type="search" class="find" @input=${find}></label>
        ${pager(
          { first: this.#first, count, length: pageLength },
          { earlier: text('previousPage'), later: text('nextPage') },
          turn,
        )}
      </div>`
  }

  /** What is true of the sample: a class, or a number an output. */
  targets(data: DataInfo, sample: Sample, feed: Feed) {
    if (data.task !== 'regression') return this.#classMenu(data, sample, feed)
    if (this.#targets.of !== data) this.#targets = { of: data, extents: extentsOf(data.train.Y) }
    const { length } = data.outputNames
    return html`
      <h2>${text('target')}</h2>
      <ul class="feeds">${data.outputNames.slice(0, pageLength).map((name, k) =>
        this.#feed({
          key: `target-${k}`,
          label: text('targetOf', { name: length === 1 ? data.targetName : name }),
          unit: data.outputUnits[k] ?? '',
          value: sample.target[k],
          extent: this.#targets.extents[k],
          seen: null,
          put: (value) => feed({ ...sample, target: sample.target.with(k, value) }),
        }),
      )}</ul>`
  }

  #classMenu(data: DataInfo, sample: Sample, feed: Feed) {
    const { task, classes } = data
    const actual = String(classOf(task, sample.target))
    const choose = (event: Event) => {
      const chosen = Number(valueIn(event))
      feed({ ...sample, target: task === 'binary' ? [chosen] : classes.map((_, k) => Number(k === chosen)) })
    }
    return html`
      <h2>${text('target')}</h2>
      <label class="menu class-menu" title=${targetName(data)}>${text('actualClass')} <select
        @change=${choose}>${optionList(
          classes.map((label, k) => ({ name: String(k), label })),
          actual,
        )}</select></label>`
  }

  /** @param feed seen: null = as it is */
  #feed({
    key,
    label,
    unit,
    value,
    extent,
    put,
    seen,
  }: {
    key: string
    label: string
    unit: string
    value: number
    extent: [number, number]
    put: (value: number) => unknown
    seen: number | null | undefined
  }) {
    const { low, high, step } = sliderRange(extent)
    const name = unit ? `${label} (${unit})` : label
    const drag = (event: Event) => put(Number(valueIn(event)))
    const write = (number: number) => writtenValue(number, this.session.state.view.digits)
    return html`
      <li class="feed ${key.startsWith('target') ? 'of-output' : 'of-input'}">
        <label for="feed-${key}" title=${name}><span>${label}</span>${unit ? html` <small>(${unit})</small>` : nothing}</label>
        <input type="range" aria-label=${name} min=${low} max=${high} step=${step} .value=${live(String(value))} @input=${drag}>
        ${this.entries.number({ key, id: `feed-${key}`, name, value, isLive: true, write, send: put })}
        ${
          seen === null
            ? nothing
            : html`<output class="seen" title=${text('seen')}
          aria-label="${name}, ${text('seen')}">${numberOf(this.session)(seen ?? NaN)}</output>`
        }
      </li>`
  }
}
