/** HTML as it is written into snippets and files. */

/** A text between tags, or between quotation marks. */
export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The value of an attribute, in its quotation marks. */
export const quoted = (text: string) => `"${escaped(text)}"`

/** An attribute with a blank before it; '' where it has no value. */
export const attribute = (name: string, value: string | null | undefined) =>
  value === null || value === undefined ? '' : ` ${name}=${quoted(value)}`
