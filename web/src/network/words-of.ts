/** The words of an attribute, apart by spaces or commas. @param words null, too: it is not there */
export const wordsOf = (words: string | null) => words?.split(/[\s,]+/).filter(Boolean) ?? []
