import type { TemplateResult } from 'lit'

/**
 * What is fetched when it is opened, and is no part of the single file, which would be too large with it: see
 * src/single/no-beyond.ts.
 */
export const beyond = {
  /** Features made of others, in the drawer of data. */
  derived: () => import('./derived/derived.ts'),
  /** Drawing points over the picture of what was learnt. */
  draw: () => import('./draw/draw.ts'),
  /** The network as files. */
  export: () => import('../export/export.ts'),
  /** What the panel Inputs has beneath its own: predictions in the data's units, and a table of one's own to edit. */
  own: () => import('./own/own.ts'),
  /** Painting the image that is on the network, in the panel Inputs. */
  painter: () => import('./panels/inputs/image-painter.ts'),
  /** What Share offers beside the link. */
  share: () => import('./share/more/more.ts'),
  /** A table of the reader's own, in the drawer of data. */
  table: () => import('./table/table.ts'),
  /** The thumb on the cost curve, once a step was taken. */
  timeline: () => import('./timeline/timeline.ts'),
}

/** The panels of the pane among it, by the names of their tabs: each file defines its element and exports it as `panel`. */
export const beyondPanels: Readonly<Record<string, () => Promise<{ panel: TemplateResult }>>> = {
  compare: () => import('./panels/compare/compare.ts'),
  inside: () => import('./panels/inside/inside.ts'),
  measures: () => import('./panels/measures/measures.ts'),
}

/** Whether there are starting points: fetched with what comes late. */
export const hasGallery: boolean = true
