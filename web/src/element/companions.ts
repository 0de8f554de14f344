import './text/check.ts'
import './text/set.ts'
import './text/term.ts'
import './text/value.ts'
import { followHash } from './text/hash.ts'
import { followLinks } from './text/links.ts'

/** What stands in the text of an article beside its figures: live numbers, buttons, checks, terms and plain links. */
followLinks()
followHash()
