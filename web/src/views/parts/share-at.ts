/** How far across, and down, the element that hears of an event its pointer is: 0 to 1. */
export function shareAt({ currentTarget: element, clientX, clientY }: MouseEvent): { x: number; y: number } {
  const { left, top, width, height } =
    element instanceof Element ? element.getBoundingClientRect() : new DOMRect(0, 0, 1, 1)
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}
