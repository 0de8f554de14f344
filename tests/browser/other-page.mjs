import { eventually } from './reading.mjs'

/**
 * A page in a browser other than Chromium, as a person uses it: by pointer and keys. Each browser says how a script is
 * called there (`call`), how pointer and keys act (`act`), and what stands in a frame (`frame`).
 */
export class OtherPage {
  /**
   * Calls a function in the page with values, and resolves to what it comes to. It uses nothing from outside, but has
   * `within(selector)`: all that a selector finds, in shadow roots too, and `named(selector, name)`.
   */
  async evaluate(run, ...values) {
    const call = `(${run})(...${JSON.stringify(values)})`
    const json = await this.call(
      `(async () => { ${within} ${named} return JSON.stringify(await ${call}) ?? 'null' })()`,
    )
    return JSON.parse(json)
  }

  /** Waits until a function of the page returns something true, and resolves to that. */
  until(holds, ...values) {
    return eventually(async () => {
      const found = await this.evaluate(holds, ...values)
      if (!found) throw new Error(`not so, with ${JSON.stringify(values)}: ${holds}`)
      return found
    }, 60_000)
  }

  /** Presses what a selector finds. @param {string} selector @param {string} [name] its label or its words */
  async press(selector, name = '') {
    for (let tries = 0; tries < 5; tries++) {
      const { x, y } = await this.until(placeOf, selector, name)
      await this.drag([x, y])
      if (await this.evaluate(() => globalThis.isPressed)) return
    }
    throw new Error(`${selector} ${name} moves away from the pointer`)
  }

  /** Gives the focus to what a selector finds. @param {string} selector @param {string} [name] as above */
  focus(selector, name = '') {
    return this.until(isFocused, selector, name)
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

/** All that a selector finds. Sent to the page as text, as those after it are. */
function within(selector, root = document) {
  const deeper = Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot).filter(Boolean)
  return [...root.querySelectorAll(selector), ...deeper.flatMap((shadow) => within(selector, shadow))]
}

/** The first that can be seen and is called so. */
function named(selector, name) {
  const called = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim()
  return within(selector).find((element) => element.checkVisibility() && (!name || called(element) === name))
}

/** Brings it into view, and tells where its middle is once it stands still and lies open; and notes whether it is hit. */
async function placeOf(selector, name) {
  const found = named(selector, name)
  if (!found) return null
  found.scrollIntoView({ block: 'center' })
  const middle = () => {
    const { x, y, width, height } = found.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }
  globalThis.isPressed = false
  found.addEventListener('click', () => (globalThis.isPressed = true), { once: true })
  const before = middle()
  await new Promise((resolve) => setTimeout(resolve, 60))
  const { x, y } = middle()
  let hit = document.elementFromPoint(x, y)
  while (hit?.shadowRoot && hit !== found) hit = hit.shadowRoot.elementFromPoint(x, y)
  return x === before.x && y === before.y && found.contains(hit) ? { x, y } : null
}

function isFocused(selector, name) {
  const found = named(selector, name)
  found?.focus({ preventScroll: true })
  return found?.matches(':focus')
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
