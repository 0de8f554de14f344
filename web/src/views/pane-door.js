/** Told by whatever of the page opens something in the glass pane and leads there. */
export const paneDoor = 'enter-pane'

/** Takes the focus to the open tab of the glass pane. @param {EventTarget} from within the playground */
export const enterPane = (from) => from.dispatchEvent(new Event(paneDoor, { bubbles: true }))
