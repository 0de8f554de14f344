import type { SessionLike } from '../../session/session-like.ts'
import { nextFrame } from '../parts/next-frame.ts'
import { leadTo } from '../parts/reveal.ts'
import { rootOf } from '../parts/root-of.ts'
import type { SessionElement } from '../parts/session-element.ts'
import { DrawView } from './draw-view.ts'
import { canDraw } from './ground.ts'

export { ImageTools } from './image-tools.ts'

/** The plane is no larger than what a low window has left beneath the tools: all of it can be drawn on. */
const roomForPlane = 'min(27rem, max(15rem, 100vh - 27rem))'

/** Begins to draw over the picture that a button stands in; the tools stand where its legend stood. */
export function draw(button: EventTarget | null, session: SessionLike, isEmpty = false) {
  if (!(button instanceof HTMLElement)) return
  const picture = button.closest<HTMLElement>('.picture')
  const [body, legend] = ['body', 'legend'].map((part) => picture?.querySelector<HTMLElement>(`.picture-${part}`))
  if (!picture || !body || !legend || !canDraw(session)) return
  const view = new DrawView()
  view.picture = picture
  view.close = () => {
    view.remove()
    legend.style.display = body.style.maxInlineSize = ''
    button.focus({ preventScroll: true })
  }
  legend.style.display = 'none'
  body.style.maxInlineSize = roomForPlane
  body.before(view)
  view.session = session
  if (isEmpty) view.empty(true)
  view.updateComplete.then(() => {
    view.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
    if (!isInSight(view)) leadTo(view)
  })
}

/** Whether it begins where it can be seen: it stands above the button that was pressed. */
function isInSight(view: SessionElement) {
  const { left, top, width } = view.getBoundingClientRect()
  return view.contains(rootOf(view).elementFromPoint(left + width / 2, top + 1))
}

/** Two clouds of points, to draw upon where the data in use is no plane. */
const planar = 'gauss'

/** Begins to draw from a drawer, which closes; on an empty plane where the data in use is none to draw on. */
export async function drawFrom(view: SessionElement) {
  const { session } = view
  const picture = rootOf(view).querySelector<HTMLElement>('.picture')
  view.closest<HTMLElement>('[popover]')?.hidePopover()
  const isEmpty = !canDraw(session)
  if (isEmpty && !(await session.run({ do: 'chooseData', name: planar })).ok) return
  for (let frames = 0; frames < 60 && !picture?.querySelector('.draw-points'); frames++) await nextFrame()
  draw(picture?.querySelector('.draw-points') ?? null, session, isEmpty)
}
