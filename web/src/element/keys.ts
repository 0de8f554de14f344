import type { SessionLike } from '../session/session-like.ts'
import type { Command } from '../state/commands.ts'
import { stepBack, stepOn } from '../views/parts/step-on.ts'

const commands: Record<string, (session: SessionLike) => Command> = {
  s: stepOn,
  b: stepBack,
  e: () => ({ do: 'epoch' }),
  r: () => ({ do: 'reset' }),
}
/** Where letters are typed or choose, and where Space presses. */
const typing = 'input, select, textarea'
const pressing = 'button, a, summary, [role=button]'

/**
 * Single keys that run the training, heard only while the focus is inside the playground and not in a field:
 * Space plays and pauses, S takes a step, B goes back by one, E takes an epoch, R goes back to step 0; Control or Command with Z takes an edit
 * back, with Shift does it again.
 */
export function listenToKeys(root: ShadowRoot, session: SessionLike, signal: AbortSignal) {
  root.addEventListener(
    'keydown',
    (event) => {
      const { key, target, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented } = event as KeyboardEvent
      if (defaultPrevented || altKey || !(target instanceof Element) || target.closest(typing)) return
      if (ctrlKey || metaKey) {
        if (key.toLowerCase() !== 'z') return
        event.preventDefault()
        session.run({ do: shiftKey ? 'redo' : 'undo' })
        return
      }
      const isToggle = key === ' ' && !target.closest(pressing)
      const command = commands[key.toLowerCase()]
      if (!isToggle && !command) return
      event.preventDefault()
      if (isToggle) root.querySelector<HTMLElement>('[data-command=play], [data-command=pause]')?.click()
      else session.run(command(session))
    },
    { signal },
  )
}
