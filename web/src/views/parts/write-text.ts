/** Writes into the text node that an element has: a new one for each number that changes would be much garbage. */
export function writeText(element: Element, text: string) {
  if (element.firstChild) element.firstChild.nodeValue = text
  else element.textContent = text
}
