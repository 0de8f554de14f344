/** What an author says of a playground by attributes, for all who read or write them. */

/** Those that say what is shown of it and how: an address of the framed page has them too, and so has a widget. */
export const shownBy = ['parts', 'controls', 'hide', 'fixed', 'theme'] as const

/** Most characters of a file of its state. */
export const longestState = 1_000_000
