import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'

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
class Scrolls extends Directive {
  #table: Element | null = null

  update({ element }: ElementPart, [label]: [label: string]) {
    if (!(element instanceof HTMLElement)) return noChange
    const box = element
    if (!this.#table) box.tabIndex = 0 // until its size is known
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', label)
    queueMicrotask(() => {
      // by then the table is in the box
      const { firstElementChild: table } = box
      if (!table || table === this.#table) return
      this.#table = table
      for (const part of [box, table]) sizes().observe(part)
    })
    return noChange
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
