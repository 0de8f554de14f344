/**
 * `--glassbox-em: 1em` on an element shall be a length there, once and for all: unregistered it would be `1em` again in
 * everything within, of whatever size its text is.
 */
try {
  CSS.registerProperty({ name: '--glassbox-em', syntax: '<length>', inherits: true, initialValue: '16px' })
} catch {
  // Another copy of this module has done so.
}
