import type { Outcome, SessionLike } from '../../../session/session-like.ts'
import { hiddenWidth } from '../../parts/hidden-width.ts'
import { sheetOf } from '../../parts/late-style.ts'
import { nextFrame } from '../../parts/next-frame.ts'
import type { SessionElement } from '../../parts/session-element.ts'
import still from '../../parts/still.css'
import { fontLoaded } from './plate-font.ts'
import css from './plate-stage.css'

/** A view drawn anew where nobody sees it: on white, as wide as the picture of it, whatever the window and its theme. */

/** Milliseconds in which nothing changes: then it is drawn; and those after which it is taken as it is. */
const [calm, longest] = [200, 4000]

/**
 * @param place where it stands for the moment
 * @param use is handed the view once it is drawn; then it is gone
 */
export async function onStage<Made>(
  place: Element,
  { name, session, width }: { name: string; session: SessionLike; width: number },
  use: (view: HTMLElement) => Made | Promise<Made>,
): Promise<Made> {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheetOf(css)]
  const stage = document.createElement('div')
  stage.className = 'plate-stage still'
  stage.inert = true
  stage.style.inlineSize = `${width}px`
  const view = document.createElement(`glassbox-${name}`) as SessionElement
  const seen = new Seen(session)
  view.session = seen.session
  stage.append(view)
  root.append(stage)
  place.append(host)
  try {
    await drawn(root, seen)
    root.adoptedStyleSheets.push(sheetOf(still)) // after those that the view has brought
    stage.style.inlineSize = `${width + hiddenWidth(stage)}px`
    await drawn(root, seen)
    return await use(view)
  } finally {
    host.remove()
  }
}

/** A session that is only looked at: no command reaches it, and what it is asked is counted. */
class Seen {
  awaited = 0
  readonly session: SessionLike

  constructor(whole: SessionLike) {
    const done: Outcome = { ok: true, message: '' }
    const count = async <Reply>(reply: Promise<Reply>) => {
      this.awaited++
      return reply.finally(() => this.awaited--)
    }
    const own: Partial<SessionLike> = {
      run: async () => done,
      ask: (question, details) => count(whole.ask(question, details)),
      askWithRevision: (question, details) => count(whole.askWithRevision(question, details)),
      giveWay() {},
      pointed: null,
    }
    this.session = new Proxy(whole, {
      get(_, name) {
        const value = Object.hasOwn(own, name) ? Reflect.get(own, name) : Reflect.get(whole, name, whole)
        return typeof value === 'function' ? value.bind(whole) : value
      },
    })
  }
}

/** Waits until nothing changes any more and nothing is asked. */
async function drawn(root: ShadowRoot, seen: Seen) {
  const begun = performance.now()
  let changed = begun
  const note = () => {
    changed = performance.now()
  }
  const observer = new MutationObserver(note)
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
  while (performance.now() < begun + longest && (seen.awaited > 0 || performance.now() < changed + calm)) {
    if (seen.awaited > 0) note()
    await nextFrame()
  }
  observer.disconnect()
  await fontLoaded(root)
}
