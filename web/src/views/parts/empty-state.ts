import { nothing, render } from 'lit'
import { keepFocus } from './keep-focus.ts'

/** Hides a part of a panel while there is nothing to show, and says why; the focus goes along. */
export class EmptyState {
  root: HTMLElement
  part: HTMLElement
  notice: HTMLElement
  first: string

  /** @param first selects, within the root, what gets the focus when it opens again */
  constructor(root: HTMLElement, part: HTMLElement, notice: HTMLElement, first: string) {
    this.root = root
    this.part = part
    this.notice = notice
    this.first = first
  }

  /** @param template with a button */
  show(template: unknown) {
    const hadFocus = this.part.contains((this.root.getRootNode() as ShadowRoot).activeElement)
    this.part.hidden = true
    render(template, this.notice)
    if (hadFocus) this.notice.querySelector('button')?.focus({ preventScroll: true })
  }

  hide() {
    if (!this.part.hidden) return
    this.part.hidden = false
    keepFocus(this.root, () => render(nothing, this.notice), this.first)
  }
}
