import { dequal as isEqual } from 'dequal/lite'
import { html } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'
import { text } from '../../text/text.ts'
import { tellStoryEvent } from '../parts/page-events.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { marked, unmarked } from '../parts/term/marked.ts'
import { throttle } from '../parts/throttle.ts'
import css from './story.css'

export type Shape = ReturnType<typeof shapeOf>

/** What may have changed when the reader has changed something. */
const makesNews: Change[] = ['state', 'data', 'edits', 'edit']

/** One line of plain words: what has just happened and what can be done next. Spoken politely to screen readers. */
export class StoryView extends SessionElement {
  static override room = 'story'
  static override sheets = [css]
  /** The line, and what is spoken of it. */
  #line = ''
  #spoken = ''
  #seen!: Shape
  #isTimeToWrite = throttle(500)
  #isTimeToSpeak = throttle(5000)
  /** What the reader has last changed, until training goes on. */
  #news = { sentence: '', step: -1 }
  #told = 0
  #isHeld = false
  #adviceOf: typeof import('./advice.ts').adviceOf | null = null

  protected override begin() {
    this.#seen = shapeOf(this.session)
    this.getRootNode().addEventListener(tellStoryEvent, this.#onTold, { signal: this.leave })
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (makesNews.some((change) => changes.has(change))) this.#noteNews()
    if (this.session.frame && !this.#isHeld) this.#write(this.#sentence(), !this.session.isRunning)
    return false
  }

  /** Of the line its marked words alone are read out: the same is spoken. */
  protected override render() {
    const line = marked(this.#line).map((piece) =>
      typeof piece === 'string' ? html`<span aria-hidden="true">${piece}</span>` : piece,
    )
    return html`<p>${line}</p><p class="spoken" role="status">${unmarked(this.#spoken)}</p>`
  }

  /**
   * Says something else than the state of the training until told to go on.
   * @param sentence '' = go on
   * @param news what has happened meanwhile
   * @param isSpoken whether it is read out too
   */
  tell(sentence: string, news = '', isSpoken = true) {
    this.#isHeld = sentence !== ''
    this.#note(news)
    this.#write(sentence || this.#sentence(), true, isSpoken)
  }

  #onTold = (event: Event) => {
    this.#told++
    const { sentence, isSpoken } = (event as CustomEvent<{ sentence: string; isSpoken: boolean }>).detail
    if (sentence) this.#seen = shapeOf(this.session) // which it is news of
    this.#note(sentence)
    if (!this.#isHeld && this.session.frame) this.#write(this.#sentence(), true, isSpoken)
  }

  #write(sentence: string, isUrgent: boolean, isSpoken = true) {
    if (sentence !== this.#line && this.#isTimeToWrite(isUrgent)) this.#line = sentence
    if (isSpoken && sentence !== this.#spoken && this.#isTimeToSpeak(isUrgent)) this.#spoken = sentence
    this.requestUpdate()
  }

  /** What was edited, in words that are fetched with the first edit. */
  async #noteNews() {
    const { session } = this
    const [seen, now, step] = [this.#seen, shapeOf(session), session.frame?.step]
    this.#seen = now
    if (isEqual(now, seen)) return
    const told = this.#told
    const { newsOf } = await import('../late.ts')
    const sentence = newsOf(session, seen, now)
    if (sentence === null || told !== this.#told) return // or told by whoever did it
    this.#note(sentence, step)
    if (session.frame && !this.#isHeld) this.#write(this.#sentence(), !session.isRunning)
  }

  /** @param step that it is news of */
  #note(sentence: string, step = this.session.frame?.step ?? 0) {
    this.#news = { sentence, step }
  }

  #sentence() {
    const { session } = this
    const { frame, history } = session
    if (!frame) return ''
    if (frame.hasDiverged) return this.#advice()
    if (this.#news.sentence && this.#news.step === frame.step) return this.#news.sentence
    const cost = formatNumber(frame.cost)
    if (frame.step === 0) return text(session.state.parameters ? 'story.readyOwn' : 'story.ready', { cost })
    if (!session.isRunning) return this.#advice()
    return text('story.running', { cost, first: formatNumber(history.cost[0]), steps: steps(frame.step) })
  }

  /** What knows how it stands is fetched when it first comes to rest. */
  async #fetchAdvice() {
    this.#adviceOf = (await import('../late.ts')).adviceOf
    if (this.session.frame && !this.#isHeld) this.#write(this.#sentence(), true)
  }

  /** How the training stands and what can be done next. */
  #advice() {
    if (this.#adviceOf) return this.#adviceOf(this.session, steps(this.session.frame?.step ?? 0))
    this.#fetchAdvice()
    return this.#line
  }
}

/** '1 step', '1,240 steps'. */
const steps = (count: number) => text('story.steps_other', { count })

/** What of the state makes news when it changes. */
const shapeOf = ({ state, data, edits, editCount, log }: SessionLike) => ({
  data: data?.name,
  layers: state.network.layers,
  held: state.held,
  edits,
  editCount,
  goneTo: log.way === 'goTo' && log.present.step,
})

defineView('glassbox-story', StoryView)
