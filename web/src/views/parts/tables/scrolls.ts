import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'

/** Told of boxes and of the tables in them, while they are on the page. */
const sizes = () =>
  (observer ??= new ResizeObserver((entries, own) => {
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>('.table-box')
      if (box) box.tabIndex = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight ? 0 : -1
      if (target.isConnected) continue
      own.unobserve(target)
      watched.delete(target)
    }
  }))
let observer: ResizeObserver | undefined
const watched: WeakSet<Element> = new WeakSet()

/** What `scrolls` does to its box. */
class Scrolls extends Directive {
  override update({ element: box }: ElementPart, [label]: [label: string]) {
    if (!(box instanceof HTMLElement)) return noChange
    if (!watched.has(box)) box.tabIndex = 0 // until its size is known
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', label)
    queueMicrotask(() => {
      // by then the table is in the box
      for (const part of [box, box.firstElementChild]) {
        if (!part || watched.has(part)) continue
        watched.add(part)
        sizes().observe(part)
      }
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
