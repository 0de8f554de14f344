/** The style sheet that keeps room for elements until they are defined, v1/glassbox.css. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parts, roomRule } from './src/element/figure-parts.ts'

/** Figures have the room that they keep once they are defined. */
const ofFigures = Object.entries(parts).map(
  ([name, { room }]) => `glassbox-figure[part~="${name}"]:not(:defined) { --glassbox-room: ${roomRule(room)} }`,
)

export const roomSheet = async () =>
  [await readFile(join(import.meta.dirname, 'room.css'), 'utf8'), ...ofFigures].join('\n')
