/** What the single file prints is laid out for the paper by style sheets alone. */
export const fitToPaper = (_frame: HTMLElement, _pieces: string, _signal: AbortSignal) => {}
