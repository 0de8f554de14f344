import type { GlassboxEventMap } from './events.ts'
import type { GlassboxFigure } from './glassbox-figure.ts'
import type { GlassboxNetwork } from './glassbox-network.ts'
import type { GlassboxPlayground } from './glassbox-playground.ts'
import type { GlassboxCheck } from './text/check.ts'
import type { GlassboxSet } from './text/set.ts'
import type { GlassboxTerm } from './text/term.ts'
import type { GlassboxValue } from './text/value.ts'

/** What the scripts of a page know of the elements. Types alone: v1/glassbox.d.ts is made of them. */

export type { ExportedFile, ExportKind } from '../export/file.ts'
export type { Frame } from '../session/frame.ts'
export type { TracedRows, Which } from '../session/questions.ts'
export type { Outcome } from '../session/session-like.ts'
export type { GivenState, PlainState as State } from '../state/border.ts'
export type { Command } from '../state/commands.ts'
export type { EventDetails, GlassboxEventMap } from './events.ts'
export type {
  GlassboxCheck,
  GlassboxFigure,
  GlassboxNetwork,
  GlassboxPlayground,
  GlassboxSet,
  GlassboxTerm,
  GlassboxValue,
}

declare global {
  interface HTMLElementTagNameMap {
    'glassbox-playground': GlassboxPlayground
    'glassbox-network': GlassboxNetwork
    'glassbox-figure': GlassboxFigure
    'glassbox-value': GlassboxValue
    'glassbox-set': GlassboxSet
    'glassbox-check': GlassboxCheck
    'glassbox-term': GlassboxTerm
  }
  /** Elements, documents and windows hear them. */
  interface GlobalEventHandlersEventMap extends GlassboxEventMap {}
}
