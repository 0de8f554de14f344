import type { SessionLike } from '../session/session-like.ts'
import type { PaneView } from '../views/pane/pane.ts'
import { idle } from '../views/parts/idle.ts'
import { enterPaneEvent, openSettingEvent } from '../views/parts/page-events.ts'
import type { SessionElement } from '../views/parts/session-element.ts'
import type { AllSettingsView } from '../views/settings/all-settings.ts'
import type { ShareView } from '../views/share/share.ts'
import type { StoryView } from '../views/story/story.ts'
import type { Address } from './address.ts'
import { listenToKeys } from './keys.ts'
import { LateView } from './late-view.ts'

/** What is on paper. */
const printed = '.stage > .graph, .stage > .picture, .player > .chart, .pane > .tab-panel'

/** What holds the views of a playground together: drawers, keys, where one leads to another. */
export class Stage {
  readonly #root: ShadowRoot
  readonly #session: SessionLike
  readonly #leave = new AbortController()

  constructor(root: ShadowRoot, session: SessionLike, address: Address) {
    const { signal } = this.#leave
    this.#root = root
    this.#session = session
    const late = <T extends SessionElement>(id: string, name: string, place = `#${id} .content`) =>
      new LateView(this.#find(`#${id}`), this.#find(place), () => document.createElement(name) as T, signal)
    const settings = late<AllSettingsView>('settings-drawer', 'glassbox-settings')
    late('data-drawer', 'glassbox-data')
    late('gallery-drawer', 'glassbox-gallery')
    const share = () => {
      const view = document.createElement('glassbox-share') as ShareView
      view.address = (query) => address.with(query)
      return view
    }
    new LateView(this.#find('#share-panel'), this.#find('#share-panel'), share, signal)
    root.addEventListener('beforetoggle', () => this.#keepDrawers(), { capture: true, once: true, signal })
    this.#keepInSight()
    for (const type of ['pointerdown', 'click', 'keydown'])
      root.addEventListener(type, () => session.giveWay(), { capture: true, signal })
    listenToKeys(root, session, signal)
    root.addEventListener(enterPaneEvent, () => this.#find<PaneView>('.pane').enter(), { signal })
    root.addEventListener(
      openSettingEvent,
      async (event) => (await settings.show())?.leadTo((event as CustomEvent<string>).detail),
      { signal },
    )
  }

  async #keepDrawers() {
    const { keepDrawers } = await import('./drawers.ts')
    keepDrawers(this.#root, this.#leave.signal)
  }

  async #keepInSight() {
    await idle()
    const [{ keepInSight }, { printStill }] = await Promise.all([import('./pinned.ts'), import('./guest.ts')])
    keepInSight(this.#root, this.#leave.signal)
    printStill(this.#find('.playground'), printed, this.#leave.signal)
  }

  /** Shows a newcomer how a row runs forward, its error back, and the cost falls. */
  async introduce() {
    if (document.hidden) return
    const { introduce } = await import('#intro')
    introduce({ session: this.#session, story: this.#find<StoryView>('.story'), signal: this.#leave.signal })
  }

  /** Resolves when all views are drawn. */
  async drawn() {
    const views = [...this.#root.querySelectorAll<SessionElement>('.session-element')]
    await Promise.all(views.map((view) => view.updateComplete))
  }

  #find<E extends HTMLElement>(selector: string) {
    return this.#root.querySelector(selector) as E
  }

  dispose() {
    this.#leave.abort()
  }
}
