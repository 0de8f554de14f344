import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Outcome, SessionLike } from '../../../session/session-like.ts'
import { isSeveral, readNumber, typedNumber } from '../../../text/read-number.ts'
import { texts } from '../../../text/text.ts'
import { valueIn } from '../control.ts'
import { sentences } from '../refusal/sentences.ts'
import { type Limit, noticeWords, numberWords } from '../refusal/words.ts'

/**
 * Fields in which one can type while the page goes on. What is typed stays until it is taken: what cannot be read or is
 * refused is kept beside its reason, whether it was left by Enter or by Tab, until it is mended or Escape takes it back.
 */

interface NumberEntry {
  key: string
  /** What it is called, by a <label> when it has an id. */
  name: string
  value: number
  id?: string
  /** The id of what describes it. */
  about?: string
  /** What is allowed, for the words. */
  limit?: Limit
  /** Sent with every key that leaves a number, otherwise with Enter or on leaving. */
  isLive?: boolean
  /** It may be empty: NaN. */
  isOptional?: boolean
  write?: (value: number) => string
  /** Comes to what a command does where the session decides, to a sentence where the field itself refuses. */
  send: (value: number) => unknown
  /** Takes several cells, or says why not; false when there is but one. */
  paste?: (pasted: DataTransfer) => string | boolean
}

interface WordEntry {
  key: string
  value: string
  label: string
  send: (value: string) => unknown
}

interface Entry {
  key: string
  name: string
  isLive?: boolean
  wrong: (written: string) => string
  send: (written: string) => unknown
  paste: (pasted: DataTransfer) => string | boolean
}

interface Typed {
  written: string
  isSent: boolean
  sentence: string
}

const text = texts(sentences)

export class Entries {
  session: SessionLike
  redraw: () => void
  /** What stands in fields and is not taken yet, by key. */
  #typed: Map<string, Typed> = new Map()

  constructor(session: SessionLike, redraw: () => void) {
    this.session = session
    this.redraw = redraw
  }

  /** Why what stands in a field was not taken; '' where there is nothing to say. */
  sentence(key: string) {
    return this.#typed.get(key)?.sentence ?? ''
  }

  /** All such sentences. */
  get sentences() {
    return [...this.#typed.values()].flatMap(({ sentence }) => sentence || [])
  }

  /**
   * Drops what was typed in fields that are no longer what they were.
   * @param start of their keys
   */
  forget(start = '') {
    for (const key of this.#typed.keys()) if (key.startsWith(start)) this.#typed.delete(key)
  }

  number({ key, name, value, id, about, limit, isLive, isOptional, write = String, send, paste }: NumberEntry) {
    const isEmpty = (written: string) => isOptional && !written.trim()
    const on = this.#handlers({
      key,
      name,
      isLive,
      wrong: (written) =>
        !isEmpty(written) && readNumber(written).problem ? numberWords(name, written, { limit }) : '',
      send: (written) => send(isEmpty(written) ? NaN : Number(typedNumber(written))),
      paste: paste ?? ((pasted) => isSeveral(pasted.getData('text')) && text('cells', { label: name })),
    })
    return html`<input class="number" id=${id ?? nothing} aria-label=${id ? nothing : name} inputmode="decimal"
      autocomplete="off" aria-describedby=${about ?? nothing} aria-invalid=${this.sentence(key) ? 'true' : nothing}
      .value=${live(this.#typed.get(key)?.written ?? write(value))} @input=${on.input} @change=${on.leave}
      @blur=${on.leave} @keydown=${on.key} @paste=${on.paste}>`
  }

  /** A field for a name. */
  words({ key, value, label, send }: WordEntry) {
    const on = this.#handlers({
      key,
      name: label,
      wrong: () => '',
      send: (written) => send(written.trim()),
      paste: (pasted) => isSeveral(pasted.getData('text')) && text('cellsOfName', { label }),
    })
    return html`<input class="number" aria-label=${label} autocomplete="off"
      aria-invalid=${this.sentence(key) ? 'true' : nothing}
      .value=${live(this.#typed.get(key)?.written ?? value)} @input=${on.input} @change=${on.leave}
      @blur=${on.leave} @keydown=${on.key} @paste=${on.paste}>`
  }

  /** What a field does while it is typed in. */
  #handlers(entry: Entry) {
    const { key, isLive, wrong } = entry
    return {
      input: (event: Event) => {
        const written = valueIn(event)
        this.#typed.set(key, { written, isSent: false, sentence: isLive ? wrong(written) : '' })
        if (isLive && !wrong(written)) entry.send(written)
        this.redraw()
      },
      leave: () => this.#take(entry),
      key: (event: KeyboardEvent) => {
        if (event.key === 'Enter') this.#take(entry, true)
        if (event.key !== 'Escape' || !this.#typed.delete(key)) return
        event.preventDefault()
        event.stopPropagation()
        this.redraw()
      },
      paste: (event: ClipboardEvent) => {
        const outcome = event.clipboardData ? entry.paste(event.clipboardData) : false
        if (outcome === false) return
        event.preventDefault()
        const written = valueIn(event)
        if (outcome === true) this.#typed.delete(key)
        else this.#typed.set(key, { written, isSent: true, sentence: outcome })
        this.redraw()
      },
    }
  }

  /**
   * Sends what was typed, once, or says why not.
   * @param isAgain in any case
   */
  async #take({ key, isLive, wrong, send }: Entry, isAgain = false) {
    const typed = this.#typed.get(key)
    if (!typed || (typed.isSent && !isAgain)) return
    typed.isSent = true
    typed.sentence = wrong(typed.written)
    const outcome = typed.sentence || isLive ? typed.sentence || true : await send(typed.written)
    if (this.#typed.get(key) !== typed) return
    if (typeof outcome === 'string') typed.sentence = outcome
    else if (isTaken(outcome)) this.#typed.delete(key)
    else typed.sentence = this.session.notice ? noticeWords(this.session, this.session.notice) : ''
    this.redraw()
  }
}

/** Whether a command was done; what is no command is. */
const isTaken = (outcome: unknown) => (outcome as Partial<Outcome> | undefined)?.ok !== false
