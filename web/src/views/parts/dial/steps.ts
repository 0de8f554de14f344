/**
 * How far a dial turns. All arithmetic ends in a number that is short to write, wherever there is one nearby: a step up
 * and a step down meet where they began.
 */

/** One step of a dial: a hundredth of the value's power of ten, 0.01 at least. */
export function stepOf(value: number) {
  const size = Math.abs(value)
  return size >= 1 && size < Infinity ? 10 ** (Math.floor(Math.log10(size)) - 2) : 0.01
}

/** The value some steps on. */
export const stepped = (value: number, steps: number, step: number) => Number((value + steps * step).toPrecision(15))

/** How many steps an event asks for: Shift makes it ten times as many, Alt a tenth. */
export const pace = ({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }) => (shiftKey ? 10 : altKey ? 0.1 : 1)

/** Steps that a key asks for, 0 if it is no such key. */
export const stepsOfKey = (key: string) => ({ ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 })[key] ?? 0
