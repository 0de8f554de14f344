/**
 * The playground as a widget of notebooks and of MyST pages: a front-end module of anywidget, `v1/anywidget.mjs`, which
 * has the single file within, for its hosts copy it.
 *
 * Traits that it heeds: `state` (the words of a link, or JSON), the attributes `parts`, `controls`, `hide`, `fixed` and
 * `theme`, and `height` in pixels. Traits that it keeps up to date: `step`, `cost`, `link`, and `error`, the sentence of what was
 * refused. Each is left alone where the model does not have it. A custom message calls what the element can do:
 * `{ id, call: 'step', with: [10] }` is answered by `{ id, ok: true, result }` or `{ id, ok: false, error }`.
 */

import { shownBy } from '../views/parts/attributes.ts'
import { type Asked, answer } from './frame-messages.ts'
import type { GlassboxPlayground } from './glassbox-playground.ts'

/** What of anywidget's model is used: https://anywidget.dev/en/afm */
export interface Model {
  get(trait: string): unknown
  set(trait: string, value: unknown): void
  save_changes(): void
  send(message: unknown): void
  on(event: string, heed: (message: unknown) => void): void
  off(event: string, heed: (message: unknown) => void): void
}

/** Shows a model in an element of the host's, and takes it out again. */
function render({ model, el }: { model: Model; el: HTMLElement }) {
  const playground = document.createElement('glassbox-playground') as GlassboxPlayground
  const leave = [...heedTraits(model, playground), ...tellModel(model, playground)]
  el.dataset.lmSuppressShortcuts = 'true' // keys that are struck within are no commands to JupyterLab
  el.append(playground)
  return () => {
    for (const end of leave) end()
    playground.remove()
  }
}

/** Has the element follow the model; each of what it gives back ends one thing that it heeds. */
function heedTraits(model: Model, playground: GlassboxPlayground) {
  const follow = (trait: string, heed: (value: unknown) => void) => {
    const look = () => heed(model.get(trait))
    if (model.get(trait)) look()
    return listen(model, `change:${trait}`, look)
  }
  const state = model.get('state')
  if (typeof state === 'string') playground.setAttribute('state', state)
  else if (state) setState(model, playground, state)
  return [
    listen(model, 'change:state', () => setState(model, playground, model.get('state'))),
    ...shownBy.map((name) => follow(name, (value) => playground.setAttribute(name, String(value ?? '')))),
    follow('height', (value) => {
      playground.style.blockSize = value ? `${Number(value)}px` : ''
    }),
    listen(model, 'msg:custom', async (asked) => {
      const { id = null } = (asked ?? {}) as Partial<Asked>
      try {
        model.send({ id, ok: true, result: await answer(playground, Object(asked)) })
      } catch (error) {
        model.send({ id, ok: false, error: (error as Error).message })
      }
    }),
  ]
}

/** What is refused says why. */
async function setState(model: Model, playground: GlassboxPlayground, state: unknown) {
  await customElements.whenDefined('glassbox-playground')
  const { message } = await playground.setState(state as string) // which refuses what is none
  save(model, { error: message })
}

/** Has the model follow the element. */
function tellModel(model: Model, playground: GlassboxPlayground) {
  const tell = () => {
    const { step = 0, cost = null } = playground.frame?.() ?? {}
    save(model, { step, cost, link: playground.link?.() ?? '' })
  }
  const refused = (event: Event) => save(model, { error: (event as CustomEvent).detail.message })
  const heard = { ready: tell, step: tell, change: tell, pause: tell, error: refused }
  return Object.entries(heard).map(([name, heed]) => {
    playground.addEventListener(`glassbox-${name}`, heed)
    return () => playground.removeEventListener(`glassbox-${name}`, heed)
  })
}

/** Puts what has changed into the traits that there are. */
function save(model: Model, values: Record<string, unknown>) {
  const changed = Object.entries(values).filter(
    ([trait, value]) => model.get(trait) !== undefined && model.get(trait) !== value,
  )
  for (const [trait, value] of changed) model.set(trait, value)
  if (changed.length > 0) model.save_changes()
}

function listen(model: Model, event: string, heed: (message: unknown) => void) {
  model.on(event, heed)
  return () => model.off(event, heed)
}

export default { render }
