import './text/check.ts'
import './text/set.ts'
import './text/term.ts'
import { followHash } from './text/hash.ts'
import { followLinks } from './text/links.ts'
import { GlassboxValue } from './text/value.ts'

/** What stands in the text of an article beside its figures: live numbers, buttons, checks, terms and plain links. */
if (customElements.get('glassbox-value') === GlassboxValue) {
  // Another copy of this module has not come first.
  followLinks()
  followHash()
}
