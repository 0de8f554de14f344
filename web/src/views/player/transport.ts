import { html, nothing, svg } from 'lit'
import type { FlatRows } from '../../network/rows.ts'
import type { Change } from '../../session/announcer.ts'
import type { Command } from '../../state/commands.ts'
import { formatCompact, formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { stepBack, stepOn } from '../parts/step-on.ts'
import { throttle } from '../parts/throttle.ts'
import { sentences } from '../parts/transport-sentences.ts'
import css from './transport.css'

const text = texts(sentences)

/** Keys that do the same while the focus is in the playground. */
const keys = { restart: 'R', back: 'B', step: 'S', epoch: 'E', play: 'Space', pause: 'Space', randomize: '' }

/** Steps a second that the speed menu offers; 0 = as fast as the machine goes. */
const speeds = [1, 3, 10, 30, 100, 1000, 0]

const icons = {
  restart: svg`<path d="M6 5v14M19 5 9 12l10 7z"/>`,
  randomize: svg`<rect x="4.5" y="4.5" width="15" height="15" rx="3"/>
    <path d="M9 9h.01M15 9h.01M12 12h.01M9 15h.01M15 15h.01"/>`,
  back: svg`<path d="M19 5v14M15 5 5 12l10 7z"/>`,
  step: svg`<path d="M18 5v14M5 5l10 7-10 7z"/>`,
  epoch: svg`<path d="M4 5l8 7-8 7zM12 5l8 7-8 7z"/>`,
  play: svg`<path d="M8 5l11 7-11 7z"/>`,
  pause: svg`<path d="M8.5 5v14M15.5 5v14"/>`,
}

/** The bar that runs the training, as on a music player, with what it has come to. */
export class TransportView extends SessionElement {
  static override room = 'transport'
  static override sheets = [css]
  /** The first play begins so slowly that its steps can be seen; a further one is at full speed at once. */
  isSlowAtFirst = false
  #hasPlayed = false
  /** Numbers that change sixty times a second cannot be read. */
  #isDue = throttle(100)

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(!this.session.isRunning || changes.has('running') || changes.has('state'))
  }

  protected override render() {
    return html`${this.#buttons()}${this.#speed()}${this.#readings()}`
  }

  #buttons() {
    const { isRunning } = this.session
    this.#hasPlayed ||= isRunning
    const play = { do: 'play', isSlowAtFirst: this.isSlowAtFirst && !this.#hasPlayed } as const
    return html`
      <div class="buttons" role="group" aria-label=${text('label')}>
        ${this.#button('randomize', { do: 'randomize' })}
        ${this.#button('restart', { do: 'reset' })}
        ${this.#button('back', () => stepBack(this.session))}
        ${isRunning ? this.#button('pause', { do: 'pause' }, 'main') : this.#button('play', play, 'main')}
        ${this.#button('step', () => stepOn(this.session))}
        ${this.#button('epoch', { do: 'epoch' })}
      </div>`
  }

  /** @param command or what makes it when the button is pressed */
  #button(name: keyof typeof icons, command: Command | (() => Command), kind = '') {
    const label = text(name)
    const key = keys[name]
    const words = text(`${name}About`)
    const title = `${key ? text('withKey', { label, key: key === 'Space' ? text('keyPlay') : key }) : label}. ${words}`
    return html`
      <button type="button" class="round ${kind}" data-command=${typeof command === 'function' ? name : command.do} aria-label=${label}
        aria-keyshortcuts=${key || nothing} ${about(words, title)}
        @click=${() => this.session.run(typeof command === 'function' ? command() : command)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>
      </button>`
  }

  #speed() {
    const { speed } = this.session.state.view
    const options = [...new Set([...speeds, speed])].map((count) => ({
      name: String(count),
      label: count ? text('speedSteps_other', { count }) : text('speedFull'),
    }))
    return html`
      <select class="speed" aria-label=${text('speed')} ${about(text('speedAbout'))}
        @change=${(event: Event) =>
          this.session.run({
            do: 'set',
            changes: { 'view.speed': Number(valueIn(event)) },
          })}>${optionList(options, String(speed))}</select>`
  }

  #readings() {
    const { data, frame } = this.session
    if (!frame) return html`<dl class="readings"></dl>`
    const quality =
      data?.task === 'regression'
        ? [fitReading('r2', frame.r2, data.train.Y), fitReading('testR2', frame.testR2, data.test.Y)]
        : [reading('accuracy', formatShare(frame.accuracy)), reading('testAccuracy', formatShare(frame.testAccuracy))]
    return html`
      <dl class="readings">
        ${reading('stepCount', formatCount(frame.step))}
        ${reading('epochCount', formatCount(Math.floor(frame.epoch)))}
        ${reading('cost', formatNumber(frame.cost))}
        ${reading('testCost', formatNumber(frame.testCost))}
        ${quality}
        ${reading('rate', frame.samplesPerSecond ? formatCompact(frame.samplesPerSecond) : '–')}
      </dl>`
  }
}

type Measure = 'cost' | 'testCost' | 'accuracy' | 'testAccuracy' | 'r2' | 'testR2'

const reading = (name: Measure | 'stepCount' | 'epochCount' | 'rate', value: string, term: string = name) => html`
  <div data-reading=${name}><dt><glassbox-word of=${term}>${text(name)}</glassbox-word></dt><dd>${value}</dd></div>`

/** How well numbers are predicted; where that is not defined, why. */
const fitReading = (name: 'r2' | 'testR2', value: number, { shape: [rows] }: FlatRows) =>
  reading(name, formatNumber(value, 3), Number.isNaN(value) && rows > 0 ? 'noR2' : name)

defineView('glassbox-transport', TransportView)
