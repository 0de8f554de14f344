import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { texts } from '../../text/text.ts'
import { about } from '../parts/about.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { revealIn } from '../parts/reveal.ts'
import { sentences } from './sentences.ts'
import type { Tab } from './tabs.ts'

const text = texts(sentences)

/** Neighbours that answer the same question. */
function groupsOf(shown: readonly Tab[]) {
  const groups: Tab[][] = []
  for (const tab of shown) {
    const last = groups.at(-1)
    if (last?.[0].question === tab.question) last.push(tab)
    else groups.push([tab])
  }
  return groups
}

const selected = '[aria-selected=true]'

/**
 * The tabs of the pane beneath the questions that they answer, one of them selected: Tab leads to that one, the arrows from whichever has the focus to its
 * neighbours, Home and End to the first and the last. What gets the focus is opened.
 */
export class TabStrip {
  list: HTMLElement
  onChoose: (tab: Tab) => unknown
  #shown: readonly Tab[] = []

  constructor(list: HTMLElement, onChoose: (tab: Tab) => unknown) {
    this.list = list
    this.onChoose = onChoose
    list.addEventListener('keydown', this.#onKey)
  }

  /** @param wordsOf what a panel shows */
  draw(shown: readonly Tab[], open: Tab | undefined, labelOf: (tab: Tab) => string, wordsOf: (tab: Tab) => string) {
    this.#shown = shown
    const template = (tab: Tab) => html`
      <button type="button" role="tab" id="tab-${tab.name}" aria-controls="tab-panel"
        aria-selected=${tab === open ? 'true' : 'false'} tabindex=${tab === open ? 0 : -1} ${about(`${text(tab.question)} ${wordsOf(tab)}`)}
        @click=${() => this.onChoose(tab)}>${labelOf(tab)}</button>`
    keepFocus(
      this.list,
      () =>
        render(
          repeat(
            groupsOf(shown),
            ([{ question }]) => question,
            (group) => html`
            <div class="tab-group" role="none"><span class="question" aria-hidden="true">${text(group[0].question)}</span>
              <div role="none">${repeat(group, ({ name }) => name, template)}</div></div>`,
          ),
          this.list,
        ),
      selected,
    )
    // when all of the page is drawn: it asks where things are
    requestAnimationFrame(() => {
      const tab = this.list.querySelector(selected)
      if (tab) revealIn(this.list, tab)
    })
  }

  /** Takes the focus to the open tab, as the reader has asked. */
  enter() {
    this.list.querySelector<HTMLElement>(selected)?.focus()
  }

  #onKey = (event: KeyboardEvent) => {
    const tabs = [...this.list.querySelectorAll<HTMLElement>('[role=tab]')]
    const from = event.target instanceof HTMLElement ? tabs.indexOf(event.target) : -1
    const { length } = this.#shown
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: length - 1 }[event.key]
    if (from < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = (to + length) % length
    this.onChoose(this.#shown[next])
    tabs[next].focus()
  }
}
