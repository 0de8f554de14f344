import { GraphView, LateOverlay } from '../views/graph/graph.js'
import { NoticeView } from '../views/notice/notice.js'
import { PaneView } from '../views/pane/pane.js'
import { everyChange } from '../views/parts/every-change.js'
import { enterPaneEvent } from '../views/parts/page-events.js'
import { PictureView } from '../views/picture/picture.js'
import { ChartView, TransportView, UndoView } from '../views/player/player.js'
import { SettingsSentence } from '../views/settings/settings.js'
import { StoryView } from '../views/story/story.js'
import { keepDrawers } from './drawers.js'
import { introduce } from './intro.js'
import { listenToKeys } from './keys.js'
import { LateView } from './late-view.js'
import { Pin } from './pin.js'

/**
 * @import { Change, ChangeEvent, SessionLike } from '../types.d.ts'
 * @import { Address } from './address.js'
 */

/**
 * The views in their places, told at most once a frame what has changed.
 */
export class Stage {
  /** @type {Set<Change>} */
  #changes = new Set(everyChange)
  #request = 0
  #leave = new AbortController()

  /** @param {ShadowRoot} root @param {SessionLike} session @param {Address} address */
  constructor(root, session, address) {
    this.root = root
    this.session = session
    const allSettings = new LateView(find(root, '#settings-drawer'), async () => {
      const { AllSettingsView } = await import('../views/late.js')
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
        const { DataPickerView } = await import('../views/late.js')
        return new DataPickerView(find(root, '#data-drawer .content'), session)
      }),
      new LateView(find(root, '#share-panel'), async () => {
        const { ShareView } = await import('../views/late.js')
        return new ShareView(find(root, '#share-panel'), session, (query) => address.with(query))
      }),
      new UndoView(find(root, '.undo'), session),
      new NoticeView(find(root, '.notice'), session),
    ]
    keepDrawers(root, this.#leave.signal)
    listenToKeys(root, session, this.#leave.signal)
    root.addEventListener(enterPaneEvent, () => pane.enter(), { signal: this.#leave.signal })
    session.addEventListener('change', this.#note, { signal: this.#leave.signal })
    /** Resolves after the first picture. @type {Promise<unknown>} */
    this.isDrawn = new Promise((resolve) => {
      this.#request = requestAnimationFrame(() => {
        this.#draw()
        resolve(undefined)
      })
    })
  }

  /** Shows a newcomer a signal run forward, an error run back, and the cost fall. */
  introduce() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) return
    introduce({ ...this, signal: this.#leave.signal })
  }

  #note = (/** @type {Event} */ event) => {
    const { changes } = /** @type {ChangeEvent} */ (event)
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

/** @param {ShadowRoot} root @param {string} selector */
const find = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector))
