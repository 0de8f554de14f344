import { noChange } from 'lit'
import { Directive, directive } from 'lit/directive.js'

/** What `about` does to its control. */
class About extends Directive {
  /** @param {import('lit/directive.js').ElementPart} part @param {[words: string, title?: string]} how */
  update({ element }, [words, title = words]) {
    if (words) element.setAttribute('aria-description', words)
    else element.removeAttribute('aria-description')
    const whole = /** @type {HTMLElement} */ (element.closest('label') ?? element)
    whole.title = title
    return noChange
  }

  /** @param {string} _words @param {string} [_title] */
  render(_words, _title) {
    return noChange
  }
}

/**
 * What a control or a reading is for, `<select ${about(words)}>`: as its title for those who point at it or at its label,
 * and as its description for those who have it read out. `title`: where the title says more than that.
 */
export const about = directive(About)
