/**
 * reference.html: the headless engine as its declarations and docstrings have it, and beside it the C++ engine as its
 * headers do. Nothing of it is written by hand but what stands above each.
 */
import ts from 'typescript'
import { allTagsOf, docOf } from './docs.mjs'

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} id
 * @property {string} file that it stands in
 * @property {string} doc
 * @property {string} signature
 * @property {string} [source] shown in place of members
 * @property {string[]} details of its parameters, what it returns and throws
 * @property {Entry[]} members
 */

const flat = (text) => text.replace(/\s+/g, ' ').trim()

/** @param {ts.Node} node */
const detailsOf = (node) =>
  allTagsOf(node).flatMap(({ tag, text, parameter, type }) => {
    if (tag === 'param') return [`\`${parameter}\`: ${text}`]
    if (tag === 'throws') return [`throws \`${type}\` ${text}`]
    return tag === 'returns' ? [`returns: ${text}`] : []
  })

/** The declarations of the headless engine. @param {string} text @param {Record<string, string>} files @returns {Entry[]} */
export function scriptEntries(text, files) {
  const { statements } = ts.createSourceFile('engine.d.ts', text, ts.ScriptTarget.Latest, true)
  const named = statements.filter((one) => one.name)
  const isValue = (one) => ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)
  const order = [
    ...named.filter(ts.isFunctionDeclaration),
    ...named.filter(ts.isClassDeclaration).reverse(), // as they are come by
    ...named.filter((one) => !isValue(one)),
  ]
  return order.map((node) => {
    const name = node.name.text
    const own = node
      .getText()
      .replace(/^export (declare )?/, '')
      .replace(/^ +/gm, (indent) => ' '.repeat(Math.ceil(indent.length / 2)))
    return {
      ...{ name, id: name, file: files[name], doc: docOf(node), details: detailsOf(node) },
      signature: ts.isFunctionDeclaration(node) ? flat(own) : flat(own.replace(/\{[\s\S]*$/, '')),
      ...(isValue(node) ? {} : { source: own }),
      members: ts.isClassDeclaration(node) ? membersOf(node) : [],
    }
  })
}

/** @param {ts.ClassDeclaration} node @returns {Entry[]} */
const membersOf = (node) =>
  node.members
    .filter((member) => member.name && !ts.isPrivateIdentifier(member.name))
    .map((member) => {
      const name = member.name.getText()
      const signature = flat(member.getText())
        .replace(/;$/, '')
        .replace(/^get (\w+)\(\)/, 'readonly $1')
      return {
        name,
        id: `${node.name.text}.${name}`,
        signature,
        doc: docOf(member),
        details: detailsOf(member),
        members: [],
      }
    })

/** The declarations of the public headers. @param {import('./headers.mjs').Declared[]} declared @returns {Entry[]} */
export function headerEntries(declared) {
  const taken = new Map()
  const idOf = (name) => {
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return `cpp.${name.replace(/\W/g, '_')}${count > 1 ? `-${count}` : ''}`
  }
  return declared.map(({ name, doc, signature, kind, text, members, file }) => ({
    ...{ name, id: idOf(name), file, doc, signature, details: [] },
    ...(kind === 'struct' || kind === 'enum' ? { source: publicPart(text) } : {}),
    members:
      kind === 'class'
        ? members.map((one) => ({ ...one, id: idOf(`${name}.${one.name}`), details: [], members: [] }))
        : [],
  }))
}

const publicPart = (text) => text.trim().replace(/\n private:[\s\S]*(?=\n\};)/, '')

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Names in code lead to what they name. @param {Map<string, string>} ids */
const linked = (code, ids, own) =>
  escaped(code).replace(/(?<![\w.&-])[A-Za-z]\w+(?![\w(:?]*[?:]? )/g, (word) =>
    ids.has(word) && word !== own && /^[A-Z]/.test(word) ? `<a href="#${ids.get(word)}">${word}</a>` : word,
  )

/** What stands between backticks is code. */
const words = (text) => escaped(flat(text)).replace(/`([^`]+)`/g, '<code>$1</code>')

/** The name of what is declared stands out. */
const named = (signature, name) =>
  signature.replace(new RegExp(`(?<![\\w>#"])${name.replace(/\W/g, '\\$&')}(?=[?:<(]|&lt;| |$)`), '<b>$&</b>')

/** A docstring as paragraphs. */
const prose = (text) =>
  text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((part) => `<p>${words(part)}</p>`)
    .join('\n')

const details = (entries) =>
  entries.length === 0 ? '' : `<ul class="details">${entries.map((text) => `<li>${words(text)}</li>`).join('')}</ul>`

/** @param {Entry} entry @param {Map<string, string>} ids */
function section(entry, ids) {
  const { name, id, file, doc, signature, source, members } = entry
  const shown = source ?? (members.length === 0 ? signature : null)
  const rows = members.map(
    (member) => `<dt id="${member.id}"><code>${named(linked(member.signature, ids, name), member.name)}</code></dt>
<dd>${prose(member.doc)}${details(member.details)}</dd>`,
  )
  return `<section class="entry">
<h3 id="${id}"><a href="#${id}">${escaped(name)}</a></h3>
<p class="file">${file}</p>
${prose(doc)}
${details(entry.details)}
${shown ? `<pre class="source"><code>${linked(shown, ids, name)}</code></pre>` : ''}
${rows.length > 0 ? `<dl class="members">\n${rows.join('\n')}\n</dl>` : ''}
</section>`
}

/** @param {Entry[]} entries */
function part(entries) {
  const ids = new Map(entries.toReversed().map(({ name, id }) => [name, id]))
  const list = [...ids].reverse().map(([name, id]) => `<li><a href="#${id}"><code>${escaped(name)}</code></a></li>`)
  return `<ul class="names">${list.join('')}</ul>\n${entries.map((entry) => section(entry, ids)).join('\n')}`
}

/** A table of the rules by which something is refused. @param {Record<string, string>} rules */
const ruleTable = (rules) => `<table id="rules">
<caption>What a refusal says after the name. A word in braces stands for a value.</caption>
<thead><tr><th scope="col">code</th><th scope="col">sentence</th></tr></thead>
<tbody>
${Object.entries(rules)
  .map(([code, text]) => `<tr><th scope="row"><code>${code}</code></th><td>${escaped(text)}</td></tr>`)
  .join('\n')}
</tbody>
</table>`

/**
 * The page.
 * @param {string} html with a place for each part: <!-- scripts -->, <!-- headers -->, <!-- rules -->
 * @param {{ scripts: Entry[], headers: Entry[], rules: Record<string, string> }} told
 */
export const referencePage = (html, { scripts, headers, rules }) =>
  html
    .replace('<!-- scripts -->', () => part(scripts))
    .replace('<!-- headers -->', () => part(headers))
    .replace('<!-- rules -->', () => ruleTable(rules))
