/**
 * What the playground needs of a browser beyond the plain: [what it is called, whether it is there]. Kept in step with
 * the versions that element/sentences.ts and README name.
 */
const simd = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]
const exceptions = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11]

const canRun = (bytes: number[]) => typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(bytes))
const canStyle = (condition: string) => typeof CSS === 'object' && CSS.supports(condition)

const needs: [string, () => boolean][] = [
  ['WebAssembly', () => typeof WebAssembly === 'object'],
  ['WebAssembly SIMD', () => canRun(simd)],
  ['WebAssembly exceptions', () => canRun(exceptions)],
  ['light-dark()', () => canStyle('(color: light-dark(#fff, #000))')],
  ['container queries', () => canStyle('(container-type: inline-size)')],
  [':has()', () => canStyle('selector(:has(a))')],
  ['popovers', () => 'popover' in HTMLElement.prototype],
  ['registered properties', () => typeof CSS === 'object' && 'registerProperty' in CSS],
  ['checkVisibility', () => 'checkVisibility' in HTMLElement.prototype],
  ['AbortSignal.any', () => typeof AbortSignal === 'function' && 'any' in AbortSignal],
  ['Array.with', () => 'with' in Array.prototype],
  ['OffscreenCanvas', () => typeof OffscreenCanvas === 'function'],
]

/** The names of what this browser lacks. */
export const lacking = () => needs.filter(([, isThere]) => !isThere()).map(([name]) => name)
