/** Tells of every change of an element's size until it is disposed of. */
export function watchSize(element: Element, onChange: () => void): { dispose(): void } {
  const observer = new ResizeObserver(onChange)
  observer.observe(element)
  return { dispose: () => observer.disconnect() }
}
