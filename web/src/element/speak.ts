import { type Language, useLanguage } from '../text/language.ts'

/** The languages that the site has a file of, as the build has found them: 'de pt-BR', '' = none. */
declare const shippedLanguages: string

/** How many elements there are, and what they wait for: a page speaks one language, that of the first of them. */
let elements = 0
let loading: Promise<void> | null = null

/**
 * Has the page speak the language of an element's surroundings where there is a file of it, else English.
 * @param signal aborted when the element goes
 * @returns null when there is nothing to wait for
 */
export function speak(element: Element, signal?: AbortSignal) {
  if (shippedLanguages) {
    if (elements === 0) begin(shippedFor(languageAround(element)))
    elements++
    signal?.addEventListener('abort', () => elements--)
  }
  return loading
}

function begin(tag: string | undefined): void {
  useLanguage(null)
  loading = null
  if (tag === undefined) return
  const own: Promise<void> = fetchLanguage(tag).then((file) => {
    if (loading === own) useLanguage(file)
  })
  loading = own
}

/** @returns null when it cannot be had */
async function fetchLanguage(tag: string): Promise<Language | null> {
  try {
    const answer = await fetch(new URL(`languages/${tag}.json`, import.meta.url), { credentials: 'omit' })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** The language that the page is in where an element stands, '' when it does not say. */
function languageAround(element: Element): string {
  const around = element.closest('[lang]')
  if (around) return around.getAttribute('lang') ?? ''
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageAround(root.host) : ''
}

/** The file that serves a language best: 'pt-BR' for itself, 'pt' for 'pt-BR' where that has none of its own. */
function shippedFor(tag: string): string | undefined {
  const wanted = tag.toLowerCase()
  const found = shippedLanguages.split(' ').find((shipped) => shipped.toLowerCase() === wanted)
  const end = tag.lastIndexOf('-')
  return found ?? (end > 0 ? shippedFor(tag.slice(0, end)) : undefined)
}
