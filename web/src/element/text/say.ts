/** One place for the whole page that screen readers are told things from, which nobody sees. */
let place: HTMLElement | null = null

/** Makes the place, so that it is known before anything is said in it. */
export function prepareToSay() {
  if (place?.isConnected) return
  const host = document.createElement('div')
  place = document.createElement('div')
  place.role = 'status'
  // In a root of its own, which the page's styles do not reach.
  host.attachShadow({ mode: 'open' }).append(place)
  Object.assign(host.style, { position: 'absolute', insetBlockStart: '0', insetInlineStart: '0' })
  Object.assign(host.style, { inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)' })
  document.body.append(host)
}

/** Has screen readers say it when they have finished what they say. */
export function say(message: string) {
  prepareToSay()
  const said = place
  if (said) said.textContent = ''
  // another text after an empty one is news, even when it is the same
  setTimeout(() => {
    if (said) said.textContent = message
  }, 50)
}
