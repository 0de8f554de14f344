import type { Change, ChangeEvent } from '../session/announcer.ts'
import type { SessionLike } from '../session/session-like.ts'
import { GraphView, LateOverlay } from '../views/graph/graph.ts'
import { NoticeView } from '../views/notice/notice.ts'
import { PaneView } from '../views/pane/pane.ts'
import { everyChange } from '../views/parts/every-change.ts'
import { enterPaneEvent } from '../views/parts/page-events.ts'
import type { View } from '../views/parts/view.ts'
import { PictureView } from '../views/picture/picture.ts'
import { ChartView, TransportView, UndoView } from '../views/player/player.ts'
import { SettingsSentence } from '../views/settings/settings.ts'
import { StoryView } from '../views/story/story.ts'
import type { Address } from './address.ts'
import { keepDrawers } from './drawers.ts'
import { listenToKeys } from './keys.ts'
import { LateView } from './late-view.ts'
import { Pin } from './pin.ts'

/**
 * The views in their places, told at most once a frame what has changed.
 */
export class Stage {
  root: ShadowRoot
  session: SessionLike
  graph: GraphView
  story: StoryView
  views: View[]
  #changes: Set<Change> = new Set(everyChange)
  #request = 0
  #leave = new AbortController()

  constructor(root: ShadowRoot, session: SessionLike, address: Address) {
    this.root = root
    this.session = session
    const allSettings = new LateView(find(root, '#settings-drawer'), async () => {
      const { AllSettingsView } = await import('../views/late.ts')
      return new AllSettingsView(find(root, '#settings-drawer .content'), session)
    })
    this.graph = new GraphView(find(root, '.graph'), session)
    const pane = new PaneView(find(root, '.pane'), session)
    this.story = new StoryView(find(root, '.story'), session)
    this.views = [
      // The first two change the page most, and the others measure it: it should be laid out but once.
      new Pin(find(root, '.stage'), find(root, '.player'), session),
      pane,
      this.graph,
      new LateOverlay(session, this.graph),
      new PictureView(find(root, '.picture'), session),
      new TransportView(find(root, '.transport'), session),
      new ChartView(find(root, '.chart'), session),
      this.story,
      new SettingsSentence(find(root, '.sentence'), session, async (path) => {
        ;(await allSettings.show()).focus(path)
      }),
      allSettings,
      new LateView(find(root, '#data-drawer'), async () => {
        const { DataPickerView } = await import('../views/late.ts')
        return new DataPickerView(find(root, '#data-drawer .content'), session)
      }),
      new LateView(find(root, '#share-panel'), async () => {
        const { ShareView } = await import('../views/late.ts')
        return new ShareView(find(root, '#share-panel'), session, (query) => address.with(query))
      }),
      new UndoView(find(root, '.undo'), session),
      new NoticeView(find(root, '.notice'), session),
    ]
    keepDrawers(root, this.#leave.signal)
    listenToKeys(root, session, this.#leave.signal)
    root.addEventListener(enterPaneEvent, () => pane.enter(), { signal: this.#leave.signal })
    session.addEventListener('change', this.#note, { signal: this.#leave.signal })
    this.#draw()
  }

  /** Shows a newcomer a signal run forward, an error run back, and the cost fall. */
  async introduce() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) return
    const { introduce } = await import('./intro.ts')
    introduce({ ...this, signal: this.#leave.signal })
  }

  #note = (event: Event) => {
    const { changes } = event as ChangeEvent
    changes.forEach((change) => this.#changes.add(change))
    this.#request ||= requestAnimationFrame(() => this.#draw())
  }

  #draw() {
    const changes = this.#changes
    this.#changes = new Set()
    this.#request = 0
    for (const view of this.views) view.update(changes)
  }

  dispose() {
    cancelAnimationFrame(this.#request)
    this.#leave.abort()
    for (const view of this.views) view.dispose?.()
  }
}

const find = (root: ShadowRoot, selector: string) => root.querySelector(selector) as HTMLElement
