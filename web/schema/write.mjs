/** Writes state.v1.json again after a change to the fields of State or to the engine's options: node schema/write.mjs */
import { writeFile } from 'node:fs/promises'
import { loadEngine } from '../src/engine/engine.ts'
import { stateSchema } from '../src/state/schema.ts'

const { catalog } = await loadEngine()
await writeFile(new URL('state.v1.json', import.meta.url), `${JSON.stringify(stateSchema(catalog), null, 2)}\n`)
