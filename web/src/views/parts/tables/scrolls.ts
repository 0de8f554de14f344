import { noChange } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import type { ElementPart } from 'lit/directive.js'

/** Told of boxes and of the tables in them. */
const sizes = () =>
  (observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>('.table-box')
      if (box) box.tabIndex = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight ? 0 : -1
    }
  }))
let observer: ResizeObserver | undefined

/** What `scrolls` does to its box. */
class Scrolls extends AsyncDirective {
  #watched: Element[] = []

  update({ element: box }: ElementPart, [label]: [label: string]) {
    if (!(box instanceof HTMLElement)) return noChange
    if (!this.#watched.length) box.tabIndex = 0 // until its size is known
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', label)
    queueMicrotask(() => {
      // by then the table is in the box
      const { firstElementChild: table } = box
      if (!table || table === this.#watched[1] || !this.isConnected) return
      this.disconnected()
      this.#watched = [box, table]
      this.reconnected()
    })
    return noChange
  }

  protected override disconnected() {
    for (const part of this.#watched) sizes().unobserve(part)
  }

  protected override reconnected() {
    for (const part of this.#watched) sizes().observe(part)
  }

  render(_label: string) {
    return noChange
  }
}

/**
 * Makes a box with a table in it, `<div class="table-box" ${scrolls(label)}>`, one that Tab leads to, to be scrolled by
 * keys, while there is something to scroll.
 */
export const scrolls = directive(Scrolls)
