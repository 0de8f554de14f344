import { listOf } from '../text/lists.ts'
import { texts } from '../text/text.ts'
import { sentences } from './sentences.ts'
import { speak } from './speak.ts'

const text = texts(sentences)

/**
 * Stands in for the playground where the browser lacks something it needs: says so, and shows what the author put there
 * instead.
 */
export function defineUnable(lacking: string[]) {
  class UnableElement extends HTMLElement {
    ready: Promise<never>

    constructor() {
      super()
      const said = document.createElement('p')
      said.setAttribute('role', 'alert')
      this.attachShadow({ mode: 'open' }).append(said, document.createElement('slot'))
      this.ready = this.#say(said)
      this.ready.catch(() => {})
    }

    async #say(said: Element): Promise<never> {
      await speak(this)
      said.textContent = text('sentence', { lacking: listOf(lacking) })
      throw new Error(said.textContent)
    }

    getState() {
      return null
    }
    dispose() {}
  }
  for (const name of ['run', 'play', 'pause', 'step', 'reset', 'setState']) {
    Object.defineProperty(UnableElement.prototype, name, {
      value(this: UnableElement) {
        return this.ready
      },
    })
  }
  customElements.define('glassbox-playground', UnableElement)
}
