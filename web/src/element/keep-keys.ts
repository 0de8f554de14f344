/** Controls that a key acts on by itself, and which keys those are. */
const native = [
  { what: 'button, summary, [role=button], [role=tab], input[type=checkbox]', keys: [' ', 'Enter'] },
  { what: 'a[href]', keys: ['Enter'] },
  { what: 'select, input[type=range], input[type=radio]', keys: null },
]
const typed = 'textarea, input:not([type=checkbox], [type=radio], [type=range], [type=button])'
/** With Control or Command, what a field does by itself. */
const editing = ['a', 'c', 'v', 'x', 'y', 'z']

/**
 * Keeps from the host page the keys that did something in the playground, or were typed in it; a deck of slides would
 * turn. All others go on to the host, and so do those of what it has put into our slots.
 */
export function keepKeys(element: HTMLElement, signal: AbortSignal) {
  const keep = (event: KeyboardEvent) => {
    const [target] = event.composedPath()
    if (!(target instanceof Element) || target.getRootNode() !== element.shadowRoot) return
    if (event.defaultPrevented || isOurs(event, target)) event.stopPropagation()
  }
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    element.addEventListener(type, keep, { signal })
  }
}

function isOurs({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, target: Element) {
  if (key === 'Escape') return Boolean(target.closest(':popover-open'))
  if (key === 'Tab' || /^F\d/.test(key)) return false
  if (target.matches(typed)) {
    return !(ctrlKey || metaKey || altKey) || (!altKey && editing.includes(key.toLowerCase()))
  }
  if (ctrlKey || metaKey || altKey) return false
  return native.some(({ what, keys }) => target.closest(what) && (!keys || keys.includes(key)))
}
