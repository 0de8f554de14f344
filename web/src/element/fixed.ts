import { wordsOf } from '../network/words-of.ts'
import { pathsOf } from '../state/fixed.ts'
import { useStyle } from '../views/parts/late-style.ts'
import css from './fixed.css'

/** Controls of what an author has fixed for readers: they are shown, and cannot be used. */

/** Where each value of the state is set, beside the fields of its own. */
const places: Record<string, string> = {
  'data.name': '#data-drawer .content :is(button, input, select), [popovertarget="gallery-drawer"]',
  'data.table': '.hand :is(button, input, select), .draw-points',
  'network.layers': `[data-word="layers"], [data-word="activation"], .column-title .tiny, .column-units button,
    .column-activation, .add-layer button, .settings-layer :is(input, select, button), .settings-layer ~ button`,
  'network.seed': '[data-command="randomize"]',
  'training.optimizer': '[data-word="optimizer"]',
  'training.learningRate': '[data-word="learningRate"]',
  'training.batchSize': '[data-word="batchSize"], .step-by select',
  parameters: '.dial-value',
  'held.locked': '.lock',
  'held.muted': '.mute input',
}

/** The controls of a path. */
function placesOf(path: string) {
  const id = `#field-${path.replaceAll('.', '-')}`
  const own = `:is(input, select):is(${id}, .field:has(${id}) *, [data-path="${path}"])`
  return places[path] ? `${own}, ${places[path]}` : own
}

type Control = HTMLButtonElement | HTMLInputElement | HTMLSelectElement

/** What ends the watch over a root. */
const watched: WeakMap<ShadowRoot, () => void> = new WeakMap()

/**
 * Marks all controls in a root that set what is fixed, those that come later as well.
 * @param fixed words: see state/fixed.ts
 */
export function markFixed(root: ShadowRoot, fixed: string) {
  watched.get(root)?.()
  const paths = wordsOf(fixed).flatMap(pathsOf)
  if (paths.length === 0) return
  const first = root.firstElementChild
  if (first) useStyle(first, css)
  const selector = paths.map(placesOf).join()
  const mark = () => {
    for (const control of root.querySelectorAll<Control>(selector)) {
      if (control.disabled) continue
      control.disabled = true
      control.classList.add('is-fixed')
    }
  }
  const watch = new MutationObserver(mark)
  watch.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  watched.set(root, () => {
    watch.disconnect()
    for (const control of root.querySelectorAll<Control>('.is-fixed')) {
      control.disabled = false
      control.classList.remove('is-fixed')
    }
  })
  mark()
}
