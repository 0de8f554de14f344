import { sentences } from './sentences.ts'

/**
 * Stands in for the playground where the browser lacks something it needs: says so, and shows what the author put there
 * instead.
 */
export function defineUnable(lacking: string[]) {
  const sentence = sentences.sentence.replace('{lacking}', lacking.join(', '))
  class UnableElement extends HTMLElement {
    ready = Promise.reject(new Error(sentence))

    constructor() {
      super()
      this.ready.catch(() => {})
      const said = document.createElement('p')
      said.setAttribute('role', 'alert')
      said.textContent = sentence
      this.attachShadow({ mode: 'open' }).append(said, document.createElement('slot'))
    }

    getState() {
      return null
    }
    dispose() {}
  }
  for (const name of ['run', 'play', 'pause', 'step', 'reset', 'setState']) {
    Object.defineProperty(UnableElement.prototype, name, { value: () => Promise.reject(new Error(sentence)) })
  }
  customElements.define('glassbox-playground', UnableElement)
}
