/** @import { Command, SessionLike } from '../types.d.ts' */

/** @type {Record<string, Command>} */
const commands = { s: { do: 'step' }, e: { do: 'epoch' }, r: { do: 'reset' } }
/** Where letters are typed or choose, and where Space presses. */
const typing = 'input, select, textarea'
const pressing = 'button, a, summary, [role=button]'

/**
 * Single keys that run the training, heard only while the focus is inside the playground and not in a field:
 * Space plays and pauses, S takes a step, E an epoch, R goes back to step 0; Control or Command with Z takes an edit
 * back, with Shift does it again.
 * @param {ShadowRoot} root
 * @param {SessionLike} session
 * @param {AbortSignal} signal
 */
export function listenToKeys(root, session, signal) {
  root.addEventListener(
    'keydown',
    (event) => {
      const { key, target, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented } = /** @type {KeyboardEvent} */ (event)
      if (defaultPrevented || altKey || !(target instanceof Element) || target.closest(typing)) return
      if (ctrlKey || metaKey) {
        if (key.toLowerCase() !== 'z') return
        event.preventDefault()
        session.run({ do: shiftKey ? 'redo' : 'undo' })
        return
      }
      const isToggle = key === ' ' && !target.closest(pressing)
      const command = isToggle ? toggle(session) : commands[key.toLowerCase()]
      if (!command) return
      event.preventDefault()
      session.run(command)
    },
    { signal },
  )
}

/** @param {SessionLike} session @returns {Command} */
const toggle = ({ isRunning }) => ({ do: isRunning ? 'pause' : 'play' })
