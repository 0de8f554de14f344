import { dequal as isEqual } from 'dequal/lite'
import type { Change } from '../../session/announcer.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'
import { text } from '../../text/text.ts'
import { tellStoryEvent } from '../parts/page-events.ts'
import { throttle } from '../parts/throttle.ts'
import type { View } from '../parts/view.ts'
import { diagnose } from './diagnosis.ts'

export { default as styles } from './story.css'

export type Shape = ReturnType<typeof shapeOf>

/** What may have changed when the reader has changed something. */
const makesNews: Change[] = ['state', 'data', 'edits', 'edit']

/** One line of plain words: what has just happened and what can be done next. Spoken politely to screen readers. */
export class StoryView implements View {
  session: SessionLike
  line: HTMLParagraphElement
  spoken: HTMLParagraphElement
  seen: Shape
  root: Node
  #isTimeToWrite = throttle(500)
  #isTimeToSpeak = throttle(5000)
  /** What the reader has last changed, until training goes on. */
  #news = { sentence: '', step: -1 }
  #isHeld = false

  constructor(root: HTMLElement, session: SessionLike) {
    this.session = session
    this.line = root.appendChild(document.createElement('p'))
    this.line.setAttribute('aria-hidden', 'true') // the same is spoken
    this.spoken = root.appendChild(document.createElement('p'))
    this.spoken.className = 'spoken'
    this.spoken.setAttribute('role', 'status')
    this.seen = shapeOf(session)
    this.root = root.getRootNode()
    this.root.addEventListener(tellStoryEvent, this.#onTold)
  }

  update(changes: ReadonlySet<Change>) {
    if (makesNews.some((change) => changes.has(change))) this.#noteNews()
    if (this.session.frame && !this.#isHeld) this.#write(this.#sentence(), !this.session.isRunning)
  }

  /** Tells how far the cost has come down in the introduction. @param first the cost before */
  tellOfDescent(first: number, { cost, step }: Frame) {
    const numbers = { first: formatNumber(first), cost: formatNumber(cost), steps: steps(step) }
    this.tell('', text('story.introDone', numbers))
  }

  /**
   * Says something else than the state of the training until told to go on.
   * @param sentence '' = go on
   * @param news what has happened meanwhile
   */
  tell(sentence: string, news = '') {
    this.#isHeld = sentence !== ''
    this.#note(news)
    this.#write(sentence || this.#sentence(), true)
  }

  #onTold = (event: Event) => {
    const { sentence, isSpoken } = (event as CustomEvent<{ sentence: string; isSpoken: boolean }>).detail
    this.#note(sentence)
    if (!this.#isHeld && this.session.frame) this.#write(this.#sentence(), true, isSpoken)
  }

  #write(sentence: string, isUrgent: boolean, isSpoken = true) {
    if (sentence !== this.line.textContent && this.#isTimeToWrite(isUrgent)) this.line.textContent = sentence
    if (isSpoken && sentence !== this.spoken.textContent && this.#isTimeToSpeak(isUrgent))
      this.spoken.textContent = sentence
  }

  /** What was edited, in words that are fetched with the first edit. */
  async #noteNews() {
    const { session, seen } = this
    const now = (this.seen = shapeOf(session))
    if (isEqual(now, seen)) return
    const { newsOf } = await import('../late.ts')
    const sentence = newsOf(session, seen, now)
    if (sentence === null) return
    this.#note(sentence)
    if (session.frame && !this.#isHeld) this.#write(this.#sentence(), !session.isRunning)
  }

  #note(sentence: string) {
    this.#news = { sentence, step: this.session.frame?.step ?? 0 }
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

  /** How the training stands and what can be done next. */
  #advice() {
    const { session } = this
    const { frame, history, edits } = session
    const { finding, value } = diagnose(session)
    const sentence = text(`story.${finding}`, {
      cost: formatNumber(frame?.cost ?? NaN),
      first: formatNumber(history.cost[0] ?? NaN),
      steps: steps(frame?.step ?? 0),
      value: formatNumber(value),
    })
    if (!frame?.hasDiverged) return sentence
    const what = edits.undo && text(`edits.${edits.undo as 'set'}`)
    return `${sentence} ${what ? text('story.wayBackUndo', { what }) : text('story.wayBack')}`
  }

  dispose() {
    this.root.removeEventListener(tellStoryEvent, this.#onTold)
    this.line.remove()
    this.spoken.remove()
  }
}

/** '1 step', '1,240 steps'. */
export const steps = (count: number) => text('story.steps_other', { count })

/** What of the state makes news when it changes. */
const shapeOf = ({ state, data, edits, editCount }: SessionLike) => ({
  data: data?.name,
  layers: state.network.layers,
  held: state.held,
  edits,
  editCount,
})
