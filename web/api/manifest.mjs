/**
 * custom-elements.json: what editors and frameworks want to know of the elements, in the form that they agreed on
 * (custom elements manifest 2.1.0). Made of the classes, their docstrings and the style sheets.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { controls, parts } from '../src/element/content.ts'
import { parts as figureParts } from '../src/element/figure-parts.ts'
import { fixable } from '../src/state/fixed.ts'
import { panelNames } from '../src/views/parts/part-names.ts'
import { publicMembers } from './declarations.mjs'
import { docOf, tagsOf } from './docs.mjs'
import { src } from './sources.mjs'

const room = join(src, 'element')
const script = 'v1/glassbox.js'

/** The names that are understood in an attribute. */
const names = {
  parts: [...Object.keys(parts), ...Object.keys(panelNames)],
  controls: Object.keys(controls),
  hide: [...new Set([...Object.keys(parts), ...Object.keys(panelNames), ...Object.keys(controls)])],
  fixed: fixable,
  part: Object.keys(figureParts),
}

/** @param {import('./sources.mjs').Sources} sources */
export function manifestOf(sources) {
  const elements = elementsIn(sources)
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: script,
        declarations: elements.map(({ tag, file, name }) => declaration(sources, tag, { file, name })),
        exports: elements.map(({ tag, name }) => ({
          kind: 'custom-element-definition',
          name: tag,
          declaration: { name, module: script },
        })),
      },
    ],
  }
}

/** The elements and their classes, from the table of types.ts. */
function elementsIn(sources) {
  const types = sources.source(join(room, 'types.ts'))
  const found = []
  const visit = (node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementTagNameMap')
      for (const { name, type } of node.members) found.push({ tag: name.text, name: type.getText() })
    ts.forEachChild(node, visit)
  }
  visit(types)
  return found.map((element) => ({ ...element, file: sources.fileOf(types, element.name) }))
}

function declaration(sources, tag, named) {
  const chain = chainOf(sources, named)
  const [own] = chain
  const all = (read) => chain.toReversed().flatMap((one) => read(one))
  const members = all((one) => membersOf(sources, one))
  const attributes = all((one) => attributesOf(one, members))
  for (const { name, fieldName, reflects } of attributes) {
    const field = members.find((member) => member.name === fieldName)
    if (field) Object.assign(field, { attribute: name, ...(reflects ? { reflects } : {}) })
  }
  return {
    kind: 'class',
    customElement: true,
    tagName: tag,
    name: named.name,
    description: docOf(own.node),
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: attributes.map(({ reflects, ...attribute }) => attribute),
    members,
    events: all(({ node }) => eventsOf(sources, node)),
    slots: all(({ node }) =>
      tagsOf(node, 'slot').map(({ name, ...rest }) => ({ name: name.replace('-', ''), ...rest })),
    ),
    cssParts: all(({ node }) => tagsOf(node, 'csspart')),
    cssProperties: cssPropertiesOf(sources, named.file),
  }
}

/** A class and those of ours that it is made on. */
function chainOf(sources, { file, name }) {
  const node = sources.source(file).statements.find((one) => ts.isClassDeclaration(one) && one.name.text === name)
  const base = node.heritageClauses[0].types[0].expression.getText()
  const parent = sources.fileOf(node.getSourceFile(), base)
  return [{ file, name, node }, ...(parent?.startsWith(src) ? chainOf(sources, { file: parent, name: base }) : [])]
}

/** What scripts can use, as the declarations have it. */
function membersOf(sources, { file, name }) {
  return publicMembers(sources, { file, name }).map((member) => {
    const told = { name: member.name.getText(), ...described(member) }
    if (!ts.isMethodDeclaration(member))
      return {
        kind: 'field',
        ...told,
        type: { text: typeText(member.type) },
        ...(ts.isGetAccessorDeclaration(member) ? { readonly: true } : {}),
      }
    return {
      kind: 'method',
      ...told,
      parameters: member.parameters.map(({ name, type, questionToken }) => ({
        name: name.getText(),
        type: { text: typeText(type) },
        ...(questionToken ? { optional: true } : {}),
      })),
      return: { type: { text: typeText(member.type) } },
    }
  })
}

const described = (node) => (docOf(node) ? { description: docOf(node) } : {})

/** On one line, and without the files that types come from. */
const typeText = (type) =>
  type
    .getText()
    .replace(/import\("[^"]*"\)\./g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('PlainState', 'State')

/** The attributes of a class: what Lit makes of its properties, or what its docstring says. */
function attributesOf({ node }, members) {
  const properties = node.members.find((member) => member.name?.getText() === 'properties')?.initializer
  const ofLit = (properties?.properties ?? []).filter(ts.isPropertyAssignment).flatMap(({ name, initializer }) => {
    const options = Object.fromEntries(
      initializer.properties.map((option) => [option.name.getText(), option.initializer.getText().replaceAll("'", '')]),
    )
    const fieldName = name.getText()
    const { description, type } = members.find((member) => member.name === fieldName) ?? {}
    if (options.state === 'true') return []
    const attribute = options.attribute ?? fieldName.toLowerCase()
    const words = names[attribute] ? ` Names: ${names[attribute].join(', ')}.` : ''
    return {
      name: attribute,
      fieldName,
      description: `${description}${words}`,
      type,
      ...(options.reflect ? { reflects: true } : {}),
    }
  })
  return [...ofLit, ...tagsOf(node, 'attr').map((told) => ({ ...told, type: { text: 'string' } }))]
}

/** With what the table of events says of them. */
function eventsOf(sources, node) {
  const table = sources
    .source(join(room, 'events.ts'))
    .statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'EventDetails')
  return tagsOf(node, 'fires').map(({ name }) => {
    const event = table.members.find((member) => `glassbox-${member.name.getText()}` === name)
    return { name, description: docOf(event), type: { text: `CustomEvent<${event.type.getText()}>` } }
  })
}

/** The custom properties that the sheets of an element ask for, each with the comment above it. */
function cssPropertiesOf(sources, file) {
  const found = new Map()
  for (const sheet of sheetsOf(sources, file)) {
    const css = readFileSync(sheet, 'utf8')
    for (const [, comment, name] of css.matchAll(/\/\*([^*]*)\*\/\s*[\w-]+:\s*var\(\s*(--glassbox-\w+)/g))
      found.set(name, comment.replace(/\s+/g, ' ').trim())
  }
  return [...found].map(([name, description]) => ({ name, description }))
}

/** The style sheets that a file of the elements' room imports, now or later, or those that it imports. */
function sheetsOf(sources, file, seen = new Set()) {
  if (seen.has(file) || dirname(file.replace(`${room}/text`, room)) !== room) return []
  seen.add(file)
  if (file.endsWith('.css')) return [file]
  const paths = [...sources.source(file).text.matchAll(/(?:^import (?!type)[^'\n]*|\bimport\()'(\.[^']+)'/gm)]
  return paths.flatMap(([, path]) => sheetsOf(sources, join(dirname(file), path), seen))
}
