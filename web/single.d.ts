/** What web/single.mjs makes the single file of. */

/** All elements: calling it defines them. @param address of the script, '' = it has none */
declare module 'single:page' {
  export function page(address: string): void
}

/** The worker's code. */
declare module 'single:worker' {
  import type { serve } from './src/single/serve.ts'
  export function bundle(): { serve: typeof serve }
}

/** The WebAssembly module, packed, in base64. */
declare module 'single:engine' {
  const packed: string
  export default packed
}

/** Not in TypeScript's own library yet. */
interface TrustedScriptURL {
  toString(): string
}
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): TrustedScriptURL }
}
