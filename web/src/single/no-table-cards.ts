/** The single file is without tables: one that lies in the page itself has a card of its own. */
export const tableCards = {}
