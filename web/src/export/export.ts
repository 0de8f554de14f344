import { refuseValue } from '../network/refuse.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { ExportedFile, ExportKind } from './file.ts'
import { gather } from './gather.ts'
import { type Kind, kinds } from './kinds.ts'

/** The network, its data and its training as files: of code in several languages, of weights, of numbers. */

export type { ExportedFile, ExportKind } from './file.ts'
export { kinds } from './kinds.ts'

/**
 * What a session has, as a file.
 * @returns rejects with RangeError where there is no such kind
 */
export async function exportAs(session: SessionLike, kind: ExportKind): Promise<ExportedFile> {
  if (!Object.hasOwn(kinds, kind)) refuseValue('choice', 'kind', kind, { names: Object.keys(kinds).join(', ') })
  const { ending, type, wants, write }: Kind = kinds[kind]
  const exported = await gather(session, wants)
  const written = write(exported)
  const file = { name: exported.name + ending, type }
  return typeof written === 'string' ? { ...file, text: written } : { ...file, bytes: written }
}
