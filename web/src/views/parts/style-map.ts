import { noChange } from 'lit'
import { type AttributePart, Directive, directive } from 'lit/directive.js'

/**
 * Styles of one element as an object: `style=${styleMap({ left: '3px', '--share': '0.5' })}`. Lit's own writes a style
 * attribute the first time, which a content security policy without 'unsafe-inline' forbids; this one never does.
 */
class StyleMap extends Directive {
  #set: Record<string, string> = {}

  render(_styles: Record<string, string>) {
    return noChange
  }

  update(part: AttributePart, [styles]: [Record<string, string>]) {
    const { style } = part.element
    for (const name of Object.keys(this.#set)) if (!(name in styles)) style.removeProperty(name)
    for (const [name, value] of Object.entries(styles)) if (this.#set[name] !== value) style.setProperty(name, value)
    this.#set = styles
    return noChange
  }
}

export const styleMap = directive(StyleMap)
