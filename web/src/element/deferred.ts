/** A promise that is settled from outside. */
export function deferred() {
  let settle = {} as { resolve: () => void; reject: (cause: Error) => void }
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  promise.catch(() => {}) // nobody has to listen
  const it = {
    promise,
    isSettled: false,
    resolve() {
      it.isSettled = true
      settle.resolve()
    },
    reject(cause: Error) {
      it.isSettled = true
      settle.reject(cause)
    },
  }
  return it
}
