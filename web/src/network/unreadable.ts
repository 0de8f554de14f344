/**
 * What somebody gives to be read and cannot be: a file, a text that was pasted. As data, for the view that words it.
 * `code`: of a sentence of that view; `values`: those of the sentence.
 */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly code: string
  readonly values: Record<string, string | number>

  constructor(code: string, values: Record<string, string | number> = {}) {
    super(`${code}: ${Object.values(values).join(', ')}`)
    this.code = code
    this.values = values
  }
}
