/** Takes what is dropped on a part of the page, and only there. */

interface Taker {
  /** Something that could be dropped is over it, or no longer. */
  over: (isOver: boolean) => void
  take: (dropped: string | File) => void
}

const isWanted = ({ dataTransfer }: DragEvent) =>
  dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false

/** A field takes what is dropped on it itself, if that is a text. */
const isOfField = ({ target, dataTransfer }: DragEvent) =>
  target instanceof HTMLTextAreaElement && !dataTransfer?.types.includes('Files')

/** @param signal ends it */
export function acceptDrops(place: HTMLElement, signal: AbortSignal, { over, take }: Taker) {
  const listen = (type: 'dragover' | 'dragleave' | 'drop', heed: (event: DragEvent) => void) =>
    place.addEventListener(type, heed, { signal })
  let isOver = false
  const tell = (now: boolean) => {
    if (now !== isOver) over((isOver = now))
  }
  listen('dragover', (event) => {
    if (!isWanted(event) || isOfField(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    tell(true)
  })
  listen('dragleave', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && place.contains(relatedTarget))) tell(false)
  })
  listen('drop', (event) => {
    if (!isWanted(event) || isOfField(event)) return
    event.preventDefault()
    tell(false)
    const [file] = event.dataTransfer?.files ?? []
    const dropped = file ?? event.dataTransfer?.getData('text/plain')
    if (dropped) take(dropped)
  })
}
