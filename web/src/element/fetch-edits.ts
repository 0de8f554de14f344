/** Fetches what edits are made with, so that the first need not wait for it. Should that fail, the first asks again. */
export function fetchEdits() {
  import('../state/commands.ts').catch(() => {})
}
