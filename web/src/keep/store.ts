import { Unreadable } from '../network/unreadable.ts'
import type { Kept } from './kept.ts'
import { cut, joined } from './pieces.ts'

/**
 * Sessions that the browser keeps, on this machine alone, for the pages of this site. What is told of each in a list lies
 * apart from the session itself.
 */

export interface Entry {
  id: string
  /** Given by the reader; '' = kept by itself, the last session of a visit. */
  name: string
  /** Milliseconds since 1970. */
  date: number
  step: number
  /** The name of its data, and its layers in words of a link. */
  data: string
  layers: string
  /** What the page's address would say of it. */
  address: string
}

const databaseName = 'glassbox'
const entries = 'entries'
const sessions = 'sessions'
/** So many last sessions are kept beside those that have a name. */
const mostUnnamed = 3

/** A name that no other session has, in other tabs neither. */
export const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

/** Everything that is kept, the newest first. @returns rejects where the browser keeps nothing */
export async function list(): Promise<Entry[]> {
  const all = await ask('readonly', (store) => store(entries).getAll() as IDBRequest<Entry[]>)
  return all.sort((a, b) => b.date - a.date)
}

/** What was kept; undefined when it is not there any more. */
export async function read(id: string): Promise<unknown> {
  const pieces: Uint8Array[] = []
  const session = await ask('readonly', (store) => {
    const each = store(sessions).openCursor(piecesOf(id))
    each.onsuccess = () => {
      const { result } = each
      if (!result) return
      pieces.push(result.value)
      result.continue()
    }
    return store(sessions).get(id)
  })
  return session && joined({ session, pieces })
}

/**
 * Keeps a session in the place of one with the same id: all of it, or nothing.
 * @param isLeaving the page goes away: what is large is copied at once then, else piece after piece with time between
 */
export async function put(entry: Entry, kept: Kept, isLeaving = false): Promise<void> {
  const { session, pieces } = cut(kept)
  await ask(isLeaving || pieces.length === 0 ? 'readwrite' : 'slowly', (store) => {
    const { id } = entry
    store(sessions).delete(piecesOf(id))
    store(sessions).put(session, id)
    const keepFrom = (i: number): void => {
      if (i === pieces.length) return
      const request = store(sessions).put(pieces[i], [id, i])
      if (isLeaving) keepFrom(i + 1)
      else request.onsuccess = () => keepFrom(i + 1)
    }
    const request = store(entries).put(entry)
    keepFrom(0)
    return request
  })
  tellChanged()
}

/** The keys of a session's pieces. */
const piecesOf = (id: string) => IDBKeyRange.bound([id], [id, []])

/** Forgets the last sessions that are too many. */
export async function prune(): Promise<void> {
  const surplus = (await list()).filter(({ name }) => name === '').slice(mostUnnamed)
  for (const { id } of surplus) await remove(id)
}

export const rename = (entry: Entry, name: string) =>
  ask('readwrite', (store) => store(entries).put({ ...entry, name }))

export const remove = (id: string) =>
  ask('readwrite', (store) => {
    store(sessions).delete(id)
    store(sessions).delete(piecesOf(id))
    return store(entries).delete(id)
  })

type Store = (name: string) => IDBObjectStore

/** Where views hear that what is kept has changed, or could not be kept: 'change'. */
export const changes = new EventTarget()

export const tellChanged = () => changes.dispatchEvent(new Event('change'))

/**
 * Does one thing wholly or not at all; unless it is done slowly, request after request, it is done although the page goes
 * away the moment after it has been asked for.
 */
async function ask<Result>(
  mode: 'readonly' | 'readwrite' | 'slowly',
  work: (store: Store) => IDBRequest<Result>,
): Promise<Result> {
  try {
    const database = await opened()
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction([entries, sessions], mode === 'readonly' ? mode : 'readwrite')
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(refused(transaction.error))
      const request = wholly(transaction, work)
      if (mode === 'readwrite') transaction.commit() // else it waits for a page that may be gone
    })
  } catch (error) {
    forget()
    throw refused(error)
  }
}

/** What was asked for before something is refused must not be done either. */
function wholly<Result>(transaction: IDBTransaction, work: (store: Store) => IDBRequest<Result>): IDBRequest<Result> {
  try {
    return work((name) => transaction.objectStore(name))
  } catch (error) {
    transaction.abort()
    throw error
  }
}

/** Open from the first use on: a page that is being left has no time to wait for it. */
let connection: Promise<IDBDatabase> | null = null

const opened = (): Promise<IDBDatabase> => {
  connection ??= open()
  return connection
}

function forget() {
  connection?.then(
    (database) => database.close(),
    () => {},
  )
  connection = null
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(refused(error))
    try {
      const request = indexedDB.open(databaseName, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(entries, { keyPath: 'id' })
        request.result.createObjectStore(sessions)
      }
      request.onsuccess = () => {
        request.result.onversionchange = forget // a later version of the page, in another tab
        request.result.onclose = forget
        resolve(request.result)
      }
      request.onerror = () => fail(request.error)
      request.onblocked = () => fail(null)
    } catch (error) {
      fail(error) // there is none, or the page may not use it
    }
  })
}

function refused(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error
  const isFull = (error as Error | null)?.name === 'QuotaExceededError'
  return isFull ? new Unreadable('noRoom') : new Unreadable('noStorage')
}
