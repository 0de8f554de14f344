/** What TypeScript knows of the sources: the declarations of each file, and what a type comes to. */
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { web } from '../bundling.mjs'

export const src = join(web, 'src')

/** @typedef {{ file: string, name: string }} Named a declaration, by its file and its name there */

/** The files that the declarations of others begin with. @param {string[]} files @returns {Sources} */
export function readSources(files) {
  const { config } = ts.readConfigFile(join(web, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, web)
  const roots = [...files, join(web, 'css.d.ts'), join(web, 'single.d.ts')]
  return new Sources(
    ts.createProgram(roots, {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      stripInternal: true,
    }),
  )
}

export class Sources {
  #program
  /** Those that have been asked for. @type {Map<string, ts.SourceFile>} */
  #declared = new Map()
  #ofLit = null

  /** @param {ts.Program} program */
  constructor(program) {
    this.#program = program
  }

  /** A file as it is. @param {string} file */
  source(file) {
    const found = this.#program.getSourceFile(file)
    if (!found) throw new Error(`${file} is none of the sources`)
    return found
  }

  /** The file that declares what is imported under a name. @param {ts.SourceFile} file @returns {string | undefined} */
  fileOf(file, name) {
    for (const one of file.statements) {
      const names = ts.isImportDeclaration(one) ? (one.importClause?.namedBindings?.elements ?? []) : []
      if (!names.some((each) => each.name.text === name)) continue
      const from = one.moduleSpecifier.text
      return from.startsWith('.') ? join(dirname(file.fileName), from) : undefined
    }
    return file.statements.some((one) => one.name?.text === name) ? file.fileName : undefined
  }

  /** A file's declarations, without what is internal. @param {string} file */
  declarations(file) {
    const known = this.#declared.get(file)
    if (known) return known
    let text = ''
    this.#program.emit(this.source(file), (_, written) => (text = written), undefined, true)
    const made = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    this.#declared.set(file, made)
    return made
  }

  /**
   * A type written out as an interface, whatever it is made by. Its docstrings are those of the properties' sources.
   * @param {Named} type
   * @param {string} as what it is called
   */
  expanded({ file, name }, as) {
    const checker = this.#program.getTypeChecker()
    const alias = this.source(file).statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === name)
    const type = checker.getTypeAtLocation(alias.name)
    const doc = docOf(checker.getSymbolAtLocation(alias.name), checker)
    return `${doc}export interface ${as} ${objectOf(type, checker, '')}\n`
  }

  /** The names that elements have of Lit's, as the base of one of them says. @returns {Set<string>} */
  get namesOfLit() {
    if (this.#ofLit) return this.#ofLit
    const file = join(src, 'element/session-owner.ts')
    const checker = this.#program.getTypeChecker()
    const element = this.source(file).statements.find(
      (one) => ts.isClassDeclaration(one) && one.heritageClauses?.[0].types[0].expression.getText() === 'LitElement',
    )
    const base = checker.getTypeAtLocation(element.heritageClauses[0].types[0])
    return (this.#ofLit = new Set(checker.getPropertiesOfType(base).map(({ name }) => name)))
  }
}

const indent = '    '

function docOf(symbol, checker, margin = '') {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker) ?? [])
  if (!text) return ''
  const lines = text.split('\n')
  if (lines.length === 1) return `${margin}/** ${text} */\n`
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */\n`].join('\n')
}

/** @param {ts.Type} type @param {ts.TypeChecker} checker */
function objectOf(type, checker, margin) {
  const within = margin + indent
  const place = (property) => property.declarations?.[0].pos ?? 0
  const properties = checker.getPropertiesOfType(type).sort((a, b) => place(a) - place(b))
  const members = properties.map((property) => {
    const isOptional = property.flags & ts.SymbolFlags.Optional
    const written = writtenType(checker.getTypeOfSymbol(property), checker, within, Boolean(isOptional))
    return `${docOf(property, checker, within)}${within}${property.name}${isOptional ? '?' : ''}: ${written};\n`
  })
  return `{\n${members.join('')}${margin}}`
}

/** Whether it has a name in the sources, and means the same everywhere. @param {ts.Type} type */
function isOurs({ aliasSymbol, aliasTypeArguments, symbol }) {
  const named = aliasSymbol && !aliasTypeArguments ? aliasSymbol : symbol
  const [declaration] = named?.declarations ?? []
  return declaration?.name && declaration.getSourceFile().fileName.startsWith(src)
}

/** @param {ts.Type} type */
function writtenType(type, checker, margin, isOptional) {
  if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) {
    const parts = type.types.filter((part) => !(isOptional && part.flags & ts.TypeFlags.Undefined))
    const isFlag = (part) => part.flags & ts.TypeFlags.BooleanLiteral
    const flags = parts.filter(isFlag)
    const others = (flags.length === 2 ? parts.filter((part) => !isFlag(part)) : parts).map((part) =>
      writtenType(part, checker, margin, false),
    )
    const last = (text) => (text === 'null' ? 1 : 0)
    return [...(flags.length === 2 ? ['boolean'] : []), ...others].sort((a, b) => last(a) - last(b)).join(' | ')
  }
  if (checker.isArrayType(type)) {
    const item = writtenType(checker.getTypeArguments(type)[0], checker, margin, false)
    return item.includes(' | ') ? `(${item})[]` : `${item}[]`
  }
  const isObject = type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)
  if (isObject && !isOurs(type)) return objectOf(type, checker, margin)
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
}
