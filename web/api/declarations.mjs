/**
 * The declarations of what pages and scripts import: v1/*.d.ts, each with all the types that it needs and nothing of
 * packages. What an earlier one has declared is imported from it.
 */
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { src } from './sources.mjs'

/** By the name of what is imported, the source that says what it exports. In this order. */
export const entries = {
  engine: join(src, 'engine/engine.ts'),
  glassbox: join(src, 'element/types.ts'),
  host: join(src, 'element/host.ts'),
}

/**
 * @typedef {import('./sources.mjs').Named & { as: string, entry: string }} Declared `as`: what it is called outside
 */

/**
 * @param {import('./sources.mjs').Sources} sources
 * @returns {{ texts: Record<string, string>, files: Record<string, string> }} by their entries; by the name of each
 *   declaration, the file that it stands in
 */
export function declarationsOf(sources) {
  const known = new Known()
  const texts = Object.entries(entries).map(([entry, file]) => [
    entry,
    new Declarations(sources, known, entry).of(file),
  ])
  return { texts: Object.fromEntries(texts), files: known.files }
}

/** All that is declared, each once, under a name of its own. */
class Known {
  /** @type {Map<string, Declared>} */
  #declared = new Map()

  get files() {
    return Object.fromEntries([...this.#declared.values()].map(({ as, file }) => [as, file]))
  }

  /** @param {string} entry that it is declared in, unless another has @returns {[Declared, boolean]} whether it is new */
  take({ file, name }, entry, as = name) {
    const found = this.#declared.get(`${file}#${name}`)
    if (found) return [found, false]
    for (const other of this.#declared.values())
      if (other.as === as) throw new Error(`${as} is declared in ${other.file} and in ${file}`)
    const made = { file, name, entry, as }
    this.#declared.set(`${file}#${name}`, made)
    return [made, true]
  }
}

class Declarations {
  #sources
  #known
  #entry
  /** What is still to be written. @type {Declared[]} */
  #waiting = []
  /** By the entry that declares them, the names that are imported. @type {Map<string, Set<string>>} */
  #imports = new Map()
  /** Values that can be imported; others are there for the types that name them. @type {Set<string>} */
  #exported = new Set()

  constructor(sources, known, entry) {
    this.#sources = sources
    this.#known = known
    this.#entry = entry
  }

  /** @param {string} file */
  of(file) {
    const { statements } = this.#sources.declarations(file)
    const globals = statements.filter((one) => ts.isModuleDeclaration(one))
    for (const exported of exportsOf(this.#sources, file)) this.#exported.add(this.#nameOf(exported, exported.as))
    const own = globals.map((one) => this.#written(one, file))
    const written = []
    while (this.#waiting.length > 0) written.push(this.#declaration(this.#waiting.shift()))
    const imports = [...this.#imports].map(
      ([entry, names]) => `import type { ${[...names].sort().join(', ')} } from './${entry}.js';\n`,
    )
    const again = [...this.#imports].map(
      ([entry, names]) => `export type { ${[...names].sort().join(', ')} } from './${entry}.js';\n`,
    )
    return [...imports, ...again, ...written, ...own, 'export {};\n'].join('')
  }

  /** What is called so here; it is declared, or imported. @param {import('./sources.mjs').Named} named */
  #nameOf(named, as) {
    const [declared, isNew] = this.#known.take(named, this.#entry, as)
    if (isNew) this.#waiting.push(declared)
    if (declared.entry !== this.#entry) {
      const names = this.#imports.get(declared.entry) ?? new Set()
      this.#imports.set(declared.entry, names.add(declared.as))
    }
    return declared.as
  }

  /** @param {Declared} declared */
  #declaration({ file, name, as }) {
    const node = declarationIn(this.#sources.declarations(file), name)
    if (!node) throw new Error(`${file}: no declaration of ${name}`)
    if (ts.isTypeAliasDeclaration(node) && this.#isOfPackage(node, file)) return this.#expanded({ file, name }, as)
    if (ts.isClassDeclaration(node) && this.#isElement(node, file)) return this.#element(node, file, as)
    const text = this.#written(node, file, new Map(node.name ? [[node.name, as]] : []))
    const isType = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)
    return text.replace(firstWord, isType ? '$1export ' : this.#exported.has(as) ? '$1export declare ' : '$1declare ')
  }

  /** A type that packages have a part in is written out; what it names is declared as ever. */
  #expanded(named, as) {
    const text = this.#sources.expanded(named, as)
    const node = ts.createSourceFile(named.file, text, ts.ScriptTarget.Latest, true)
    return this.#written(node.statements[0], named.file)
  }

  /** Whether a package is named in it, or in what it names. */
  #isOfPackage(node, file) {
    return this.#references(node, file).some(({ target }) => {
      if (!target) return false
      if (target.package) return true
      const found = declarationIn(this.#sources.declarations(target.file), target.name)
      return found && (ts.isTypeAliasDeclaration(found) || ts.isFunctionDeclaration(found))
        ? this.#isOfPackage(found, target.file)
        : false
    })
  }

  #isElement(node, file) {
    const [base] = node.heritageClauses?.[0]?.types ?? []
    if (!base) return false
    const name = base.expression.getText()
    if (name === 'HTMLElement') return true
    const target = targetOf(this.#sources, file, name)
    if (target?.package) return target.package === 'lit'
    return target
      ? this.#isElement(declarationIn(this.#sources.declarations(target.file), target.name), target.file)
      : false
  }

  /** An element as scripts see it: an interface, for nobody makes one but the page. */
  #element(node, file, as) {
    const [base] = node.heritageClauses[0].types
    const target = targetOf(this.#sources, file, base.expression.getText())
    const parent = target && !target.package ? this.#nameOf(target) : 'HTMLElement'
    const written = publicMembers(this.#sources, { file, name: node.name.text }).map((member) =>
      this.#written(member, file, new Map(), '    ').replace(/^ {4}get (\w+)\(\)/m, '    readonly $1'),
    )
    return `${docAbove(node)}export interface ${as} extends ${parent} {\n${written.join('')}}\n`
  }

  /** A declaration with the names that things have outside. @param {ts.Node} node @param {Map<ts.Node, string>} [renamed] */
  #written(node, file, renamed = new Map(), margin = '') {
    const edits = [...renamed].map(([name, text]) => ({ from: name.getStart(), to: name.end, text }))
    for (const { target, from, to } of this.#references(node, file)) {
      if (!target) continue
      if (target.package) throw new Error(`${file}: ${target.package} in ${node.getText().slice(0, 60)}`)
      edits.push({ from, to, text: this.#nameOf(target) })
    }
    for (const member of ts.isClassDeclaration(node) ? node.members : [])
      if (ts.isConstructorDeclaration(member))
        edits.push({ from: member.getStart(), to: member.end, text: 'private constructor();' })
      else if (isPrivate(member) && !ts.isPrivateIdentifier(member.name))
        edits.push({ from: member.getStart(), to: member.end, text: '' })
    return `${docAbove(node, margin)}${margin}${edited(node, edits.filter(outermost))}\n`
  }

  /** Where a declaration names others: `target` null = of the language or a parameter of its own. */
  #references(node, file) {
    const found = []
    const own = new Set()
    const add = (name, from, to, target = targetOf(this.#sources, file, name)) =>
      found.push({ from, to, target: own.has(name) ? null : target })
    const visit = (one) => {
      if (ts.isTypeParameterDeclaration(one)) own.add(one.name.text)
      if (ts.isConstructorDeclaration(one) || isPrivate(one)) return
      if (ts.isImportTypeNode(one) && one.qualifier) {
        const specifier = one.argument.literal.text
        add(null, one.getStart(), one.qualifier.end, resolved(this.#sources, file, specifier, one.qualifier.getText()))
      } else if (ts.isTypeReferenceNode(one)) addName(one.typeName)
      else if (ts.isExpressionWithTypeArguments(one)) addName(one.expression)
      else if (ts.isTypeQueryNode(one)) addName(one.exprName)
      ts.forEachChild(one, visit)
    }
    const addName = (name) => {
      if (ts.isIdentifier(name)) add(name.text, name.getStart(), name.end)
    }
    visit(node)
    return found
  }
}

/** Where a declaration begins, after its docstring. */
const firstWord = /^((?:\/\*\*[\s\S]*?\*\/\s*)?)(?:export )?(?:declare )?(?=\w)/

const outermost = (edit, _, all) =>
  !all.some((other) => other !== edit && other.from <= edit.from && other.to >= edit.to)

const modifiersOf = (node) => (ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []).map(({ kind }) => kind)

const isPrivate = (node) =>
  modifiersOf(node).some((kind) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword)

/** What of an element scripts can use. */
const isPublic = (member) =>
  !isPrivate(member) &&
  !modifiersOf(member).includes(ts.SyntaxKind.StaticKeyword) &&
  member.name &&
  !ts.isPrivateIdentifier(member.name) &&
  !/Callback$/.test(member.name.getText())

/** What scripts can use of an element's class, as it declares it. @param {import('./sources.mjs').Named} named */
export function publicMembers(sources, { file, name }) {
  const { members } = declarationIn(sources.declarations(file), name)
  const ofLit = sources.namesOfLit
  return members.filter((member) => isPublic(member) && !ofLit.has(member.name.getText()))
}

/** The docstring of a node itself, not the one of its file above it. */
function docAbove(node, margin = '') {
  const [doc] = (node.jsDoc ?? []).slice(-1)
  return doc ? `${margin}${doc.getText()}\n` : ''
}

/** The text of a node with some of it replaced. */
function edited(node, edits) {
  let text = ''
  let at = node.getStart()
  for (const { from, to, text: instead } of edits.sort((a, b) => a.from - b.from)) {
    text += node.getSourceFile().text.slice(at, from) + instead
    at = to
  }
  return text + node.getSourceFile().text.slice(at, node.end)
}

/** The statement that declares a name. @param {ts.SourceFile} file */
export const declarationIn = (file, name) =>
  file.statements.find((one) =>
    ts.isVariableStatement(one)
      ? one.declarationList.declarations.some((each) => each.name.getText() === name)
      : one.name?.text === name,
  )

/** What a file exports: where it is declared, and what it is called outside. @param {string} file */
export function exportsOf(sources, file) {
  return sources.declarations(file).statements.flatMap((one) => {
    if (ts.isExportDeclaration(one) && one.exportClause)
      return one.exportClause.elements.map(({ name, propertyName }) => {
        const own = (propertyName ?? name).text
        const from = one.moduleSpecifier?.text
        return { ...(from ? namedIn(file, from, own) : targetOf(sources, file, own)), as: name.text }
      })
    const isExported = modifiersOf(one).includes(ts.SyntaxKind.ExportKeyword)
    return isExported && one.name ? [{ file, name: one.name.text, as: one.name.text }] : []
  })
}

const namedIn = (file, specifier, name) =>
  specifier.startsWith('.') ? { file: join(dirname(file), specifier), name } : { package: specifier, name }

/** What a name means in a file: a declaration, something of a package, or null: the language's own. */
function targetOf(sources, file, name) {
  const declarations = sources.declarations(file)
  if (declarationIn(declarations, name)) return { file, name }
  for (const one of declarations.statements) {
    if (!ts.isImportDeclaration(one) || !one.importClause?.namedBindings) continue
    const found = one.importClause.namedBindings.elements?.find((each) => each.name.text === name)
    if (found) return resolved(sources, file, one.moduleSpecifier.text, (found.propertyName ?? found.name).text)
  }
  return null
}

/** Through files that only pass it on. */
function resolved(sources, file, specifier, name) {
  const target = namedIn(file, specifier, name)
  if (target.package || declarationIn(sources.declarations(target.file), name)) return target
  const passed = exportsOf(sources, target.file).find(({ as }) => as === name)
  if (!passed) throw new Error(`${target.file} exports no ${name}`)
  return passed.package ? passed : { file: passed.file, name: passed.name }
}
