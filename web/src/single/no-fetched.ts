/** The single file fetches nothing: see src/views/parts/fetched.ts. */
export class Fetched {
  found: undefined
  failure: undefined
  async ask(): Promise<void> {}
}
