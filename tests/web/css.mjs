import { basename, dirname } from 'node:path'
import { code, roomOf } from './rooms.mjs'

/**
 * The style sheets of the page all act in one shadow root: a class that one of them names is known to the whole page. So
 * each rule hangs on one class, its anchor, the first in its selector, and an anchor belongs to one room. Whatever else
 * a selector names is styled beneath it only.
 *
 * @typedef {{ name: string, text: string }} Source `name`: its path from web/src
 */

/** The room of the page itself, which makes the boxes that the views are put into. */
const page = 'element'
const maker = 'element/glassbox-playground.ts'

/** Rooms whose classes are for all that stand above them; others may refine these beneath an anchor of their own. */
const isShared = (room) => [page, 'views/parts', 'views/plot', 'views/panels'].includes(room)

/** Whose a sheet is: each folder of shared parts has its own classes, too. @param {string} name */
const folderOf = (name) => (roomOf(name) === 'views/parts' ? dirname(name) : roomOf(name))

/** Splits at commas, but not within brackets. @param {string} list */
const partsOf = (list) => list.split(/,(?![^(]*\))/).map((part) => part.trim())

/**
 * Every selector of a sheet; what is nested in others is written out.
 * @param {string} css
 * @returns {string[]}
 */
export function selectorsOf(css) {
  const found = []
  const outer = [['']]
  for (const [, words, mark] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]*)([{};])/g)) {
    if (mark === '}') outer.pop()
    if (mark !== '{') continue
    const around = outer.at(-1)
    const own = words.trim()
    const written = own.startsWith('@') ? around : partsOf(own).flatMap((part) => around.map((up) => within(up, part)))
    if (!own.startsWith('@')) found.push(...written)
    outer.push(written)
  }
  return found
}

const within = (outer, own) => (own.includes('&') ? own.replaceAll('&', outer) : `${outer} ${own}`.trim())

/** The classes of a selector. @param {string} selector */
export const classesOf = (selector) =>
  [...selector.replace(/\[[^\]]*\]/g, '').matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name)

/**
 * The first class of a selector, one for every choice it leaves; without those that it only asks about.
 * @param {string} selector
 * @returns {(string | undefined)[]}
 */
export function anchorsOf(selector) {
  const choice = /:(is|where|not|has)\(((?:[^()]|\([^()]*\))*)\)/.exec(selector)
  if (!choice) return [classesOf(selector)[0]]
  const [whole, kind, list] = choice
  const put = (part) => selector.slice(0, choice.index) + part + selector.slice(choice.index + whole.length)
  return (kind === 'is' || kind === 'where' ? partsOf(list) : ['']).flatMap((part) => anchorsOf(put(part)))
}

/** The text of a template's class attribute that begins at `start`, to its end. */
function attributeAt(text, start) {
  const end = text[start] === '"' ? '"' : '}'
  let depth = 0
  for (let i = start; i < text.length; i++) {
    if (text[i] === '{') depth++
    if (text[i] === '}') depth--
    if (i > start && depth === 0 && text[i] === end) return text.slice(start, i + 1)
  }
  return text.slice(start)
}

const attributesOf = (text) =>
  [...text.matchAll(/\bclass=(?=["$])/g)].map(({ index }) => attributeAt(text, index + 'class='.length))

/** Words in quotes that could be classes, each alone or with others; some of those may be computed. */
const quoted = (text) =>
  [...text.matchAll(/(['`])([a-z](?:[\w -]|\$\{\w+\})*)\1/gi)].flatMap(([, , words]) =>
    words.split(/\s+/).filter(Boolean),
  )

/** What stands in a template, outside of what is computed. */
const plainOf = (attribute) => attribute.replace(/\$\{[^}]*\}?/g, '\0').split(/[\s"'}]+/)

/**
 * The classes that the templates of a script have for certain: in class attributes, `className` and `classList`, and the
 * one of a view itself.
 * @param {string} text
 */
function certainIn(text) {
  const attributes = attributesOf(text).flatMap((attribute) => [...plainOf(attribute), ...quoted(attribute)])
  const set = [...text.matchAll(/\.className = [^\n]*|\.classList\.\w+\([^)]*|static override room = [^\n]*/g)].flatMap(
    ([words]) => quoted(words),
  )
  return new Set([...attributes, ...set].filter((name) => /^[a-z][\w-]*$/i.test(name)))
}

/**
 * Whether a script may write a class: as above, or as a word in quotes that is not one to be said, or with its end
 * computed.
 * @param {string} text
 * @returns {(name: string) => boolean}
 */
function writerOf(text) {
  const certain = certainIn(text)
  const words = new Set(quoted(text.replace(/\b\w*[tT]ext\w*\('[^']*'/g, '')))
  const begun = [...text.matchAll(/[\s"'`]([a-z][\w-]*-)\$\{/gi)].map(([, start]) => start)
  return (name) => certain.has(name) || words.has(name) || begun.some((start) => name.startsWith(start))
}

/**
 * Everything that is against the rules.
 * @param {Source[]} sheets
 * @param {Source[]} scripts
 * @returns {string[]}
 */
export function complaints(sheets, scripts) {
  const templates = scripts
    .filter(({ name }) => /^(views|element)\//.test(name) && !name.endsWith('sentences.ts'))
    .map(({ name, text }) => ({ name, room: roomOf(name), text: code(text) }))
    .map((script) => ({ ...script, certain: certainIn(script.text), writes: writerOf(script.text) }))
  const all = sheets.map((sheet) => ({ ...sheet, room: roomOf(sheet.name), selectors: selectorsOf(sheet.text) }))
  const anchors = new Map()
  for (const { name, selectors } of all)
    for (const anchor of selectors.flatMap(anchorsOf))
      anchors.set(anchor, (anchors.get(anchor) ?? new Set()).add(folderOf(name)))

  /** The views themselves, which stand round what is opened in them. */
  const boxes = new Set(templates.flatMap(({ text }) => /static override room = '([\w-]+)'/.exec(text)?.[1] ?? []))
  return all.flatMap((sheet) => {
    const { name, room, text, selectors } = sheet
    const own = new Set(selectors.flatMap(anchorsOf))
    const said = [...own].flatMap((anchor) => ofAnchor(anchor, sheet, anchors.get(anchor), templates))
    const near = isShared(room)
      ? templates
      : templates.filter((script) => script.room === room || isShared(script.room))
    const isWritten = (each) => boxes.has(each) || near.some(({ writes }) => writes(each))
    const dead = [...new Set(selectors.flatMap(classesOf))].filter((each) => !isWritten(each))
    const long = text.split('\n').flatMap((line, i) => (line.length > 100 ? [`line ${i + 1} is too long`] : []))
    return [...said, ...dead.map((each) => `nobody writes .${each}`), ...long].map((words) => `${name}: ${words}`)
  })
}

/** What is wrong with an anchor of a sheet. @param {Set<string>} folders whose sheets have it */
function ofAnchor(anchor, { name, room }, folders, templates) {
  if (anchor === undefined) return room === page ? [] : ['a rule without a class acts on the whole page']
  const others = [...folders].filter((other) => other !== folderOf(name))
  const said = others.map((other) => `.${anchor} is the anchor of rules in ${other}, too`)
  if (isShared(room)) return said
  const isBox = ({ name }) => name === maker && !room.startsWith('views/panels/')
  const isOwn = (script) => script.room === room || isBox(script)
  if (!templates.some((script) => isOwn(script) && script.writes(anchor)))
    said.push(`.${anchor} is written by no template of ${room}`)
  for (const script of templates)
    if (!isOwn(script) && script.certain.has(anchor)) said.push(`.${anchor} is written by ${script.name}, too`)
  const names = [...new Set([basename(room), basename(name, '.css')])]
  if (!names.some((start) => anchor.startsWith(start)))
    said.push(`.${anchor} belongs beneath a class with the name of ${names.join(' or ')}`)
  return said
}
