import { mistake } from '../../network/refuse.ts'
import { sheetOf } from '../../views/parts/late-style.ts'
import { keepKeys } from '../keep-keys.ts'
import { speak } from '../speak.ts'
import tokens from '../tokens.css'
import css from './companion.css'
import { define } from './companion.ts'

type Glossary = typeof import('../../views/parts/term/glossary.ts')

/**
 * A word of the field that says what it means, in the sentences that the page itself uses:
 * `<glassbox-term name="delta">delta</glassbox-term>`.
 *
 * @attr name - Of the term: weight, bias, sum, activation, delta, gradient, backpropagation, cost, batch and what else the
 * page marks; an activation, cost or optimizer with its kind, `costs:mse`.
 * @slot - The word.
 */
export class GlassboxTerm extends HTMLElement {
  static observedAttributes = ['name']
  #life = new AbortController()
  /** Once it is there, and its language. */
  #glossary: Glossary | null = null
  /** As on the page, in a root of its own. */
  readonly #word = document.createElement('glassbox-word')
  readonly #view = element('span', 'session-element', this.#word)
  readonly #root = this.attachShadow({ mode: 'open' })
  /** The word in the article may be written anew. */
  readonly #watch = new MutationObserver(() => this.#copy())

  constructor() {
    super()
    this.#root.adoptedStyleSheets = [tokens, css].map(sheetOf)
    this.#root.append(document.createElement('slot'))
  }

  async connectedCallback() {
    this.#life = new AbortController()
    keepKeys(this, this.#life.signal)
    this.#watch.observe(this, { childList: true, characterData: true, subtree: true })
    this.#copy()
    const fetched = Promise.all([
      import('../../views/parts/term/glossary.ts'),
      import('../../views/parts/term/term.ts'),
    ])
    await speak(this, this.#life.signal)
    ;[this.#glossary] = await fetched
    this.#name(this.#glossary)
  }

  disconnectedCallback() {
    this.#watch.disconnect()
    this.#life.abort()
  }

  attributeChangedCallback() {
    if (this.#glossary) this.#name(this.#glossary)
  }

  #copy() {
    this.#word.textContent = this.textContent
  }

  #name(glossary: Glossary) {
    const name = this.getAttribute('name') ?? ''
    if (isTerm(name, glossary)) {
      this.#word.setAttribute('of', name)
      this.#root.replaceChildren(this.#view)
      return
    }
    const { message } = mistake(RangeError, 'choice', 'name', [name, { names: glossary.terms.join(', ') }])
    console.warn(`<glassbox-term> ${message}`)
    const wrong = element('span', 'companion-wrong', document.createElement('slot'))
    wrong.title = message
    this.#root.replaceChildren(wrong)
  }
}

const option = /^(activations|costs|optimizers):\w+$/

const isTerm = (name: string, { terms, meaningOf }: Glossary) =>
  terms.includes(name) || (option.test(name) && meaningOf(name) !== '')

function element(name: string, className: string, content: Element) {
  const made = document.createElement(name)
  made.className = className
  made.append(content)
  return made
}

define('glassbox-term', GlassboxTerm)
