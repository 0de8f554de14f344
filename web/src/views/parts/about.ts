import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'

/** What `about` does to its control. */
class About extends Directive {
  update({ element }: ElementPart, [words, title = words]: [words: string, title?: string]) {
    if (words) element.setAttribute('aria-description', words)
    else element.removeAttribute('aria-description')
    const whole = element.closest('label') ?? element
    whole.setAttribute('title', title)
    return noChange
  }

  render(_words: string, _title?: string) {
    return noChange
  }
}

/**
 * What a control or a reading is for, `<select ${about(words)}>`: as its title for those who point at it or at its label,
 * and as its description for those who have it read out. `title`: where the title says more than that.
 */
export const about = directive(About)
