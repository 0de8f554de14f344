import type { SessionLike } from '../../../session/session-like.ts'
import { language } from '../../../text/language.ts'
import { dataLabel } from '../../../text/options/data.ts'
import { longestState, shownBy } from '../../parts/attributes.ts'
import { attribute, escaped } from './markup.ts'

/** A copy of the playground as it is now, in one HTML file: the single file, the state, and the table if it is one. */

/** Where our scripts lie: written as bundlers know it. */
const script = () => new URL('./glassbox.single.js', import.meta.url)
const tableOf = (name: string) => new URL(`./data/${name}.json`, import.meta.url)

/** Whether the state and its steps bring these very weights back. */
export function isReplayed(session: SessionLike): boolean {
  const { step, parameters } = session.save()
  return (step ?? 0) === (session.frame?.step ?? 0) && Boolean(parameters) === Boolean(session.state.parameters)
}

/** @param host what the playground's attributes are read from @returns rejects where a file cannot be had */
export async function copyOf(session: SessionLike, host: Element | null) {
  const { name, table: ofHand } = session.state.data
  const state = JSON.stringify(session.save({ withParameters: !isReplayed(session) }))
  if (state.length > longestState)
    throw new Error(`at most ${longestState} characters of a state are read, got ${state.length}`)
  const isTable = !ofHand && session.tables.some((table) => table.name === name)
  const [code, table] = await Promise.all([textAt(script()), isTable ? textAt(tableOf(name)) : null])
  const attributes = ['linked', ...shownBy].map((name) => attribute(name, host?.getAttribute(name))).join('')
  const title = `Glassbox: ${dataLabel(name)}`
  const html = `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
html { color-scheme: light dark; background: light-dark(#fcfbf8, #16171a) }
body { margin: 0 }
@media (width >= 70rem) { glassbox-playground { block-size: max(100vh, 40rem) } }
</style>
</head>
<body>
<glassbox-playground${attributes} src="data:application/json,${encodeURIComponent(state)}"></glassbox-playground>
${table ? `<script type="application/json" data-glassbox-table="${name}">${inScript(table)}</script>` : ''}
<script>
${inScript(code)}
</script>
</body>
</html>
`
  return { name: `glassbox-${name}.html`, html }
}

async function textAt(address: URL) {
  const answer = await fetch(address, { credentials: 'omit' })
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`)
  return answer.text()
}

/** What would end a script, or begin a comment in it, is written so that it means the same and does not. */
const inScript = (code: string) => code.replace(/<(?=\/script|script|!--)/gi, '\\u003c')
