import type { Port } from '../session/protocol.ts'
import { serve } from './serve.ts'

/** The worker's script: it serves whoever started it. A page that can have no worker imports it, and has it serve here. */
export { serve }

if (typeof document === 'undefined') serve(globalThis as Port)
