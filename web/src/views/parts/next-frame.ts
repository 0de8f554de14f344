/** Resolves before the next picture of the page is drawn. */
export const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)
