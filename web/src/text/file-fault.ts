/**
 * Why a file of the site could not be used: an error whose sentence names the file and the cause.
 * @param detail what went wrong with it
 */
export async function fileFault(address: string, detail: string, kind: 'WebAssembly' | 'JavaScript'): Promise<Error> {
  const name = address.split(/[?#]/)[0].split('/').pop()
  const fault = (cause: string) => Object.assign(new Error(`${name}: ${cause} (${address})`), { name: 'FileFault' })
  if (!/^https?:/.test(address)) return fault(detail)
  try {
    const answer = await fetch(address, { credentials: 'omit' })
    if (!answer.ok) return fault(`the server answers ${answer.status}`)
    const type = answer.headers.get('content-type') ?? 'nothing in particular'
    const isKind = kind === 'WebAssembly' ? isWasm(await answer.arrayBuffer()) : /javascript/.test(type)
    return fault(
      isKind ? `it is damaged, cut short or not allowed to run: ${detail}` : `it is not ${kind}, but sent as ${type}`,
    )
  } catch (failure) {
    return fault(`it cannot be fetched: ${failure instanceof Error ? failure.message : failure}`)
  }
}

/** Whether it begins as WebAssembly does. */
const isWasm = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes.slice(0, 4)) === '\0asm'
