/** The single file fetches nothing: see src/views/parts/fetched.ts. */
export class Fetched {
  found: undefined
  failure = ''
  async ask(): Promise<void> {}
}
