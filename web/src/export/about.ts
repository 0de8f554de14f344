import { texts } from '../text/text.ts'
import type { Exported } from './exported.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What a file says of itself before anything else, line by line. */

export type Note = keyof typeof sentences

/** @param options `isCoded`: categories are given as numbers; `missing`: how a missing value is written */
export function aboutLines(exported: Exported, notes: Note[], { isCoded = false, missing = 'NaN' } = {}): string[] {
  const { isPlain, derived, title, layers, step, columns, inputScale, targetScale, precision } = exported
  const general: Note[] = [
    ...(isPlain ? (['plain'] as const) : []),
    ...(inputScale || targetScale ? (['scaled'] as const) : []),
    ...(precision === 'float32' ? (['single'] as const) : []),
    ...(layers.some(({ muted }) => muted.length > 0) ? (['silent'] as const) : []),
  ]
  const gaps = columns.filter(({ fill }) => fill !== null).map(({ name }) => name)
  return [
    text('about_other', {
      data: title,
      layers: [layers[0].inputs, ...layers.map(({ units }) => units)].join('-'),
      activations: layers.map(({ activation }) => activation).join(', '),
      count: step,
    }),
    text('columnsAre'),
    ...columns.map((column, i) => `  ${columnLine(column, i + 1)}`),
    ...(derived.length > 0 ? [text('derived', { names: derived.map(({ name }) => name).join(', ') })] : []),
    ...(isCoded && columns.some(({ levels }) => levels.length > 0) ? [text('codes')] : []),
    ...(gaps.length > 0 ? [text('gaps', { names: gaps.join(', '), word: missing })] : []),
    text('answers', { outputs: answersOf(exported) }),
    ...[...general, ...notes].map((note) => text(note)),
  ]
}

function columnLine({ name, unit, levels }: Exported['columns'][number], number: number) {
  if (levels.length > 0) return text('columnLevels', { number, name, levels: levels.join(', ') })
  return unit ? text('columnUnit', { number, name, unit }) : text('column', { number, name })
}

/** What the outputs are. */
function answersOf({ task, outputs }: Exported) {
  if (task === 'binary') return text('binary', { name: outputs[0].name })
  const names = outputs.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)).join(', ')
  return task === 'classes' ? text('classes', { names }) : names
}
