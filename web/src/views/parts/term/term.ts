import { capital } from '../../../text/text.ts'
import { useStyle } from '../late-style.ts'
import { rootOf } from '../root-of.ts'
import { defineView } from '../session-element.ts'
import { meaningOf } from './glossary.ts'
import css from './term.css'

/** Pixels between a word and its note, and between the note and the edge of the window. */
const gap = 6
const edge = 8

/**
 * A word that says what it means, `<glassbox-word of="delta">`: a button in the middle of a sentence. Its note has the
 * focus while it is open; Escape, a press elsewhere and scrolling close it, and the focus returns.
 */
class Term extends HTMLElement {
  static observedAttributes = ['of']
  #note: HTMLElement | null = null
  /** A press on it while its note is open, which closes the note by itself. */
  #isClosing = false

  connectedCallback() {
    this.classList.add('glossed')
    this.role = 'button'
    this.tabIndex = 0
    this.ariaHasPopup = 'dialog'
    this.ariaExpanded = 'false'
    this.onpointerdown = () => {
      this.#isClosing = this.#note !== null
    }
    this.onclick = () => {
      if (!this.#isClosing) this.#open()
      this.#isClosing = false
    }
    this.onkeydown = (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      this.#open()
    }
    useStyle(this, css)
  }

  /** Pointed at, or read out, it says the same without being opened. */
  attributeChangedCallback() {
    this.title = this.#meaning
  }

  disconnectedCallback() {
    this.#note?.remove()
  }

  #open() {
    const note = document.createElement('div')
    const word = this.textContent ?? ''
    const title = document.createElement('b')
    title.textContent = capital(word)
    note.append(title, this.#meaning)
    Object.assign(note, { className: 'term-note', popover: 'auto', role: 'dialog', ariaLabel: word, tabIndex: -1 })
    note.onkeydown = (event) => {
      if (event.key === 'Escape') event.stopPropagation() // the drawer round it stays open
    }
    this.#note = note
    this.#home.append(note)
    note.showPopover()
    this.#place(note)
    this.ariaExpanded = 'true'
    note.focus({ preventScroll: true })
    this.#closeWhenMoved(note)
  }

  get #meaning() {
    return meaningOf(this.getAttribute('of') ?? '')
  }

  /** Within the drawer that it stands in, which would close under a note from elsewhere; else within its view. */
  get #home(): Element {
    return this.closest('[popover]') ?? this.closest('.session-element') ?? this
  }

  /** Beneath the word, or above where there is no room. */
  #place(note: HTMLElement) {
    const [line] = this.getClientRects()
    const { width, height } = note.getBoundingClientRect()
    const isAbove = line.bottom + gap + height > innerHeight - edge && line.top - gap - height >= edge
    const left = Math.max(edge, Math.min(innerWidth - edge - width, line.left))
    Object.assign(note.style, { left: `${left}px`, top: `${isAbove ? line.top - gap - height : line.bottom + gap}px` })
  }

  #closeWhenMoved(note: HTMLElement) {
    const closing = new AbortController()
    const { signal } = closing
    const close = () => note.hidePopover()
    const { x, y } = this.getBoundingClientRect()
    const closeIfMoved = () => {
      const now = this.getBoundingClientRect()
      if (Math.hypot(now.x - x, now.y - y) > 1) close() // it may hear of what has scrolled before
    }
    for (const root of [window, rootOf(this)]) root.addEventListener('scroll', closeIfMoved, { signal, capture: true })
    window.addEventListener('resize', close, { signal })
    note.addEventListener('beforetoggle', (event) => {
      if (event.newState === 'closed' && rootOf(this).activeElement === note) this.focus({ preventScroll: true })
    })
    note.addEventListener('toggle', (event) => {
      if (event.newState !== 'closed') return
      closing.abort()
      note.remove()
      if (this.#note !== note) return
      this.#note = null
      this.ariaExpanded = 'false'
    })
  }
}

defineView('glassbox-word', Term)
