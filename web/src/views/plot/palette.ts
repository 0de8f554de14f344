import { rootOf } from '../parts/root-of.ts'
import type { RGB } from './colour.ts'

/** The tokens of the page as numbers, for pictures painted pixel by pixel, in the theme in force. */
const names = [
  'card',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'positive',
  'negative',
  'accent',
  'delta',
  'gradient',
  'cost',
  'test',
  'class-0',
  'class-1',
  'class-2',
  'class-3',
  'class-4',
  'class-5',
] as const
export type ColourName = (typeof names)[number]

type Colours = Map<string, { css: string; rgb: RGB }>

/** Reading them has the page styled anew, so the pictures of one playground do it once. */
const known: WeakMap<Node, Colours> = new WeakMap()

export class Palette {
  #colours: Colours
  #probe = document.createElement('span')

  /**
   * @param root where the tokens hold
   * @param onChange called after the theme has changed
   */
  constructor(root: HTMLElement, onChange: () => void) {
    this.#probe.className = 'palette-probe'
    this.#probe.setAttribute('aria-hidden', 'true')
    root.append(this.#probe)
    const scope = rootOf(root)
    const isOwn = scope instanceof ShadowRoot // elsewhere, parts of a document may differ
    this.#colours = (isOwn && known.get(scope)) || new Map()
    if (isOwn) known.set(scope, this.#colours)
    if (this.#colours.size === 0) this.#read()
    this.#probe.addEventListener('transitionend', () => {
      this.#read()
      onChange()
    })
  }

  rgb(name: ColourName) {
    return (this.#colours.get(name) as { rgb: RGB }).rgb
  }

  /** @returns a CSS colour that a canvas understands */
  css(name: ColourName): string {
    return (this.#colours.get(name) as { css: string }).css
  }

  /** Tokens hold light-dark(); the probe resolves them and, by its transition, tells when they change. */
  #read() {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!context) return
    const style = getComputedStyle(this.#probe)
    this.#probe.style.transition = 'none'
    for (const name of names) {
      this.#probe.style.color = `var(--${name})`
      context.fillStyle = style.color
      context.clearRect(0, 0, 1, 1)
      context.fillRect(0, 0, 1, 1)
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
      this.#colours.set(name, { css: `rgb(${red} ${green} ${blue})`, rgb: [red, green, blue] })
    }
    this.#probe.style.color = ''
    void style.color
    this.#probe.style.transition = ''
  }

  dispose() {
    this.#probe.remove()
  }
}
