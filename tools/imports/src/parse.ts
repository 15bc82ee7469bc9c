import type { ParseResult } from 'oxc-parser'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** Undefined when the name of the module is computed. */
  readonly specifier: string | undefined
  readonly line: number
  /** The exports that are taken; `default` for the default one; `all` for a namespace, or when it cannot be seen. */
  readonly names: readonly string[] | 'all'
  /** `place`: the file is not imported but named, as the program of a worker or a child process. */
  readonly kind: 'import' | 'export from' | 'place'
}

export interface Export {
  /** `*` for `export * from`. */
  readonly name: string
  readonly line: number
  readonly isType: boolean
  /** Where it comes from when it is declared in another module; the name `*` is that module's namespace. */
  readonly from: { readonly specifier: string; readonly name: string } | undefined
}

export interface Module {
  readonly path: string
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  /** The text, its comments blanked. */
  readonly code: string
}

/** What a module imports and exports, types included. */
export function parseModule(path: string, text: string): Module {
  const parsed = parseSync(path, text)
  const broken = parsed.errors[0]
  if (broken !== undefined) throw new Error(`${path} cannot be parsed: ${broken.message}`)
  const lineAt = createLineFinder(text)
  const { staticImports, staticExports } = parsed.module
  const imports: Import[] = staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    line: lineAt(start),
    names: namesOf(entries.map(({ importName }) => importName)),
    kind: 'import',
  }))
  const exports: Export[] = []
  for (const entry of staticExports.flatMap(({ entries }) => entries)) {
    const { moduleRequest, importName, exportName, isType, start } = entry
    const line = lineAt(start)
    const from = moduleRequest && { specifier: moduleRequest.value, name: importName.name ?? '*' }
    const name = exportName.kind === 'None' ? '*' : (exportName.name ?? 'default')
    exports.push({ name, line, isType, from: from ?? undefined })
    // What is imported, then exported, is one import.
    if (from !== null && !imports.some(({ specifier }) => specifier === from.specifier)) {
      imports.push({ specifier: from.specifier, line, names: [], kind: 'export from' })
    }
  }
  return {
    path,
    imports: [...imports, ...findHidden(parsed, text, lineAt)],
    exports,
    code: blankComments(parsed, text),
  }
}

function namesOf(
  entries: readonly { readonly kind: string; readonly name: string | null }[],
): readonly string[] | 'all' {
  if (entries.some(({ kind }) => kind === 'NamespaceObject')) return 'all'
  return entries.map(({ name }) => name ?? 'default')
}

type Node = Readonly<Record<string, unknown>>

/** The forms that the list of a module's imports does not hold. The whole tree is costly: most files have none of them. */
function findHidden(parsed: ParseResult, text: string, lineAt: (offset: number) => number): Import[] {
  const found: Import[] = []
  if (!/\bimport\s*\(|\brequire\b|\bnew URL\b|\bimport\.meta\.resolve\b/.test(text)) return found
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (!isNode(node)) return
    const hidden = readHidden(node)
    if (hidden !== undefined) found.push({ ...hidden, line: lineAt(Number(node['start'])) })
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child)
  }
  visit(parsed.program.body)
  return found
}

function readHidden(node: Node): Omit<Import, 'line'> | undefined {
  const { type } = node
  if (type === 'ImportExpression') return { specifier: literal(node['source']), names: 'all', kind: 'import' }
  if (type === 'TSImportType') return { specifier: literal(node['source']), names: qualifier(node), kind: 'import' }
  if (type === 'TSExternalModuleReference') {
    return { specifier: literal(node['expression']), names: 'all', kind: 'import' }
  }
  const [first, second] = Array.isArray(node['arguments']) ? (node['arguments'] as unknown[]) : []
  const specifier = literal(first)
  const callee = isNode(node['callee']) ? node['callee'] : {}
  if (type === 'CallExpression' && specifier !== undefined && (callee['name'] === 'require' || isMetaResolve(callee))) {
    return { specifier, names: 'all', kind: 'import' }
  }
  const isPlace = type === 'NewExpression' && callee['name'] === 'URL' && isMember(second, 'url')
  if (isPlace && specifier !== undefined && /^\.\.?\/.*\.[mc]?[jt]s$/.test(specifier)) {
    return { specifier, names: [], kind: 'place' }
  }
  return undefined
}

function qualifier(node: Node): readonly string[] | 'all' {
  let name = node['qualifier']
  while (isNode(name) && name['type'] === 'TSQualifiedName') name = name['left']
  return isNode(name) && typeof name['name'] === 'string' ? [name['name']] : 'all'
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const literal = (node: unknown): string | undefined =>
  isNode(node) && node['type'] === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined

const isMember = (node: unknown, name: string): boolean =>
  isNode(node) && node['type'] === 'MemberExpression' && isNode(node['property']) && node['property']['name'] === name

const isMetaResolve = (callee: Node): boolean =>
  isMember(callee, 'resolve') && isNode(callee['object']) && callee['object']['type'] === 'MetaProperty'

function createLineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}

function blankComments({ comments }: ParseResult, text: string): string {
  let code = text
  for (const { start, end } of comments) code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end)
  return code
}
