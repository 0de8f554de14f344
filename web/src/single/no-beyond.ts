import type { beyond as all, beyondPanels as panels } from '../views/beyond.ts'

/** The single file has none of what src/views/beyond.ts fetches. */
export const beyond: Partial<typeof all> = {}
export const beyondPanels: typeof panels = {}
export const hasGallery = false
