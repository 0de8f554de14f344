import { eventually } from './reading.mjs'

/**
 * A page in a browser other than Chromium, as a person uses it: by pointer and keys. Each browser says how a script is
 * called there (`call`), how pointer and keys act (`act`), and what stands in a frame (`frame`).
 */
export class OtherPage {
  /**
   * Calls a function in the page with values, and resolves to what it comes to. It uses nothing from outside, but has
   * `within(selector)`: all that a selector finds, in shadow roots too.
   */
  async evaluate(run, ...values) {
    const call = `(${run})(...${JSON.stringify(values)})`
    const json = await this.call(`(async () => { ${within}; return JSON.stringify(await ${call}) ?? 'null' })()`)
    return JSON.parse(json)
  }

  /** Waits until a function of the page returns something true, and resolves to that. */
  until(holds, ...values) {
    return eventually(async () => {
      const found = await this.evaluate(holds, ...values)
      if (!found) throw new Error(`not so, with ${JSON.stringify(values)}: ${holds}`)
      return found
    })
  }

  /** Presses what a selector finds. @param {string} selector @param {string} [name] its label or its words, or how they begin */
  async press(selector, name = '') {
    const { x, y } = await this.until(placeOf, selector, name)
    await this.drag([x, y])
  }

  /** Presses at the first place, moves over the others, and lets go. @param {...[number, number]} places */
  drag(...places) {
    const [first, ...others] = places.map(([x, y]) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }))
    const actions = [first, { type: 'pointerDown', button: 0 }, ...others, { type: 'pointerUp', button: 0 }]
    return this.act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }])
  }

  /** Strikes keys one after the other, by their names. */
  keys(...names) {
    const strike = (name) => ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[name] ?? name }))
    return this.act([{ type: 'key', id: 'keyboard', actions: names.flatMap(strike) }])
  }

  /** The number that one reading of the player shows: stepCount, cost, ... */
  number(name) {
    const read = (name) => within(`[data-reading=${name}] dd`)[0].textContent.trim()
    return this.evaluate(read, name).then((text) => Number(text.replaceAll(',', '').replace('−', '-')))
  }
}

/** Sent to the page as text, as the next one is. */
function within(selector, root = document) {
  const deeper = Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot).filter(Boolean)
  return [...root.querySelectorAll(selector), ...deeper.flatMap((shadow) => within(selector, shadow))]
}

/** Brings into view what can be seen and is called so, and tells where its middle is. */
function placeOf(selector, name) {
  const called = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim()
  const found = within(selector).find((element) => element.checkVisibility() && called(element).startsWith(name))
  if (!found) return null
  found.scrollIntoView({ block: 'nearest' })
  const { x, y, width, height } = found.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}

/** What WebDriver calls the keys that write nothing. */
const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}
