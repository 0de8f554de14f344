/** The words that an author has written into an attribute. */
export const wordsOf = (written: string) => written.split(/[\s,]+/).filter(Boolean)
