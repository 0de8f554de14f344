/**
 * What the engine's public headers declare, with the comments above: as much of C++ as they are written in.
 *
 * @typedef {object} Declared
 * @property {string} name
 * @property {string} doc
 * @property {string} signature on one line, without a body
 * @property {'class' | 'struct' | 'enum' | 'function' | 'value'} kind
 * @property {string} text as it stands, without what is private
 * @property {Declared[]} members of a class or struct
 * @property {string} file
 */

/** What one header declares. @param {string} file its path @param {string} text @returns {Declared[]} */
export function declaredIn(file, text) {
  const body = text
    .replace(/^#.*$/gm, '')
    .replace(/^namespace glassbox \{$([\s\S]*)^\} {2}\/\/ namespace glassbox$/m, '$1')
  return readScope(body).map((one) => ({ ...one, file }))
}

/** The declarations one after the other. */
function readScope(text) {
  const found = []
  let at = 0
  let doc = []
  let isPublic = true
  const take = (pattern) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < text.length) {
    const gap = take(/\s+/y)
    if (gap && /\n\s*\n/.test(gap[0])) doc = []
    const comment = take(/\/\/(\/?) ?(.*)/y)
    if (comment) {
      if (comment[1]) doc.push(comment[2])
      continue
    }
    const label = take(/(public|private|protected):/y)
    if (label) {
      isPublic = label[1] === 'public'
      doc = []
      continue
    }
    if (at >= text.length || take(/[;}]/y)) continue
    const from = at
    at = endOf(text, at)
    const declared = understood(text.slice(from, at), doc.join('\n'), found.at(-1))
    if (declared && isPublic) found.push(declared)
    doc = []
  }
  return found
}

/** Where the declaration ends that begins there: after its semicolon, or its body. */
function endOf(text, from) {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const letter = text[at]
    if (letter === '/' && text[at + 1] === '/') at = text.indexOf('\n', at)
    else if (letter === '"') at = text.indexOf('"', at + 1)
    else if (letter === '(' || letter === '{') depth++
    else if (letter === ')' || letter === '}') {
      depth--
      const isBody = letter === '}' && depth === 0
      if (isBody && /^\s*(?!;)[^\s,){]/.test(text.slice(at + 1)) && !/=\s*\{/.test(text.slice(from, at))) return at + 1
      if (isBody && /^\s*$/.test(text.slice(at + 1))) return text.length
    } else if (letter === ';' && depth === 0) return at + 1
  }
  return text.length
}

const oneLine = (text) =>
  text
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()

/** @param {Declared} [before] the one above it @returns {Declared | null} what is only announced, deleted or defined again is nothing */
function understood(text, doc, before) {
  const head = oneLine(text)
  const type = /^(?:template <[^>]*>(?: requires \S+)? )?(class|struct|enum(?: class)?) (\w+)([^;{(]*)(\{|;)/.exec(head)
  if (type) {
    const [, kind, name, rest, end] = type
    if (end === ';') return null
    const members = kind.startsWith('enum') ? [] : readScope(text.slice(text.indexOf('{') + 1, text.lastIndexOf('}')))
    const signature = kind.startsWith('enum') ? head.replace(/;$/, '') : `${kind} ${name}${rest}`.trim()
    return { kind: kind.slice(0, 6).trim().replace('enum c', 'enum'), name, doc, signature, text, members }
  }
  if (/^[^(=]*\b\w+::~?\w+\s*\(/.test(head)) return null // the body of what was declared above
  const pointer = /^[^(]*\(\*(\w+)\)\s*\(/.exec(head)
  if (pointer) return { kind: 'value', name: pointer[1], doc, signature: head.replace(/;$/, ''), text, members: [] }
  if (/= delete;$|^friend |^static_assert|^using Eigen::/.test(head)) return null
  const called = /^(?:\[\[\w+\]\] )?[^=;{]*?(?<![\w:])(operator ?[^\s(]+|~?\w+)\s*\(/.exec(head)
  if (called) {
    const signature = head.replace(/(?<=\)(?: const)?)(?: :.*?)? \{.*$/, '').replace(/;$/, '')
    const name = called[1]
    return {
      kind: 'function',
      name,
      doc: doc || (before?.name === name ? before.doc : ''),
      signature,
      text,
      members: [],
    }
  }
  const value = /^(?:using (\w+) =|.*?(\w+)(?:\[\])?\s*(?:=|\{|;))/.exec(head)
  const signature = head.replace(/ ?[={].*$/, head.startsWith('using') ? '$&' : '').replace(/;$/, '')
  return { kind: 'value', name: value?.[1] ?? value?.[2] ?? head, doc, signature, text, members: [] }
}

/** The headers that a header includes, by their paths. @param {string} text */
export const includedIn = (text) => [...text.matchAll(/^#include "(engine\/[^"]+)"$/gm)].map(([, path]) => path)
