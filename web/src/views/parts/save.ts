/** Hands a file to the reader, as a download. */
export function save(name: string, content: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Whether files can be saved: not from a frame whose sandbox does not say so, which is seen where it has no origin. */
export function maySave(): boolean {
  if (self.origin === 'null') return location.protocol === 'file:'
  try {
    const { sandbox } = (self.frameElement ?? {}) as Partial<HTMLIFrameElement>
    return !sandbox?.length || sandbox.contains('allow-downloads')
  } catch {
    return true // a frame of another origin, whose sandbox is not to be seen
  }
}
