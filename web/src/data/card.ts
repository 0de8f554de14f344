/** What is known of a table: where it comes from, and what its numbers are. */
export interface Card {
  title: string
  about: string
  source: string
  citation: string
  licence: string
  /** Unit of each column by its name, '' when it has none. */
  units: Record<string, string>
  /** A sentence of care for sensitive tables, '' otherwise. */
  care: string
}

/** Of data that no file describes. */
export const noCard = (): Card => ({ title: '', about: '', source: '', citation: '', licence: '', units: {}, care: '' })
