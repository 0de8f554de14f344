/** Pages that load themselves again, for `serve --watch`: a small script in every page waits for a message of the server. */
export class Reload {
  /** The answers that stay open, one a page. @type {Set<import('node:http').ServerResponse>} */
  #waiting = new Set()

  /** A page with the script; by its address, since the pages' policy allows no script inside. @param {string} html */
  intoPage(html) {
    return html.replace('</head>', '<script src="/__reload.js"></script>\n</head>')
  }

  /** Answers a request for what this adds to the site. @returns {boolean} whether it was one */
  answers(path, response) {
    if (path === '/__reload.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' })
      response.end("new EventSource('/__reload').onmessage = () => location.reload()\n")
    } else if (path === '/__reload') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
      response.write(':\n\n') // a comment: the page is connected
      this.#waiting.add(response)
      response.on('close', () => this.#waiting.delete(response))
    } else return false
    return true
  }

  /** Every open page loads itself again. */
  send() {
    for (const response of this.#waiting) response.write('data: built\n\n')
  }
}
