import { longestState } from '../views/parts/attributes.ts'

/**
 * The state in a file that an author names.
 * @returns rejects with a sentence that names the file and the cause
 */
export async function fetchState(address: string): Promise<unknown> {
  const refuse = (cause: string): never => {
    throw new Error(`${address}: ${cause}`)
  }
  const answer = await fetch(new URL(address, document.baseURI), { credentials: 'omit', redirect: 'error' }).catch(
    ({ message }) => refuse(`it cannot be fetched: ${message}`),
  )
  if (!answer.ok) refuse(`the server answers ${answer.status}`)
  const written = await answer.text()
  if (written.length > longestState) refuse(`at most ${longestState} characters are read, got ${written.length}`)
  try {
    return JSON.parse(written)
  } catch (error) {
    return refuse(`it is not JSON: ${(error as Error).message}`)
  }
}
