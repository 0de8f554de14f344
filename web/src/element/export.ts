import { beyond } from '#beyond'
import type { ExportedFile, ExportKind } from '../export/file.ts'
import type { SessionLike } from '../session/session-like.ts'

/** The network as a file; what writes it is no part of the single file. */
export async function exported(session: SessionLike, kind: ExportKind): Promise<ExportedFile> {
  if (!beyond.export) throw new Error('export: not in the single file')
  return (await beyond.export()).exportAs(session, kind)
}
