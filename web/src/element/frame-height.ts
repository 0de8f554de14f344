/**
 * Tells the page around an iframe how high its content is, whenever that changes, in the words of those who listen:
 * ours, Embedly (Medium, Observable), Canvas and other learning platforms, H5P, WordPress.
 */
export function tellHeight(body: HTMLElement) {
  let told = 0
  let isWaiting = false
  const tell = (isAsked = false) => {
    isWaiting = false
    const height = Math.ceil(body.getBoundingClientRect().height)
    if (!isAsked && Math.abs(height - told) <= 1) return
    told = height
    for (const message of dialects(height)) window.parent.postMessage(message, '*') // a height is no secret
  }
  const observer = new ResizeObserver(() => {
    if (!isWaiting) requestAnimationFrame(() => tell())
    isWaiting = true
  })
  observer.observe(body)
  addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || data?.context !== 'h5p') return
    if (data.action === 'ready') say('hello')
    if (data.action === 'hello' || data.action === 'resizePrepared') tell(true)
  })
  say('hello')
}

const say = (action: string) => window.parent.postMessage({ context: 'h5p', action }, '*')

function dialects(height: number) {
  const secret = /[#?&]secret=(\w{1,40})/.exec(location.hash)?.[1]
  return [
    { glassbox: 1, height },
    JSON.stringify({ context: 'iframe.resize', src: location.href, height }),
    { subject: 'lti.frameResize', height },
    { context: 'h5p', action: 'resize', scrollHeight: height },
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
  ]
}
