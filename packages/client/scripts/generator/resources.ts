import type { Tag } from '@powerpost/contract'
import { TAGS } from '@powerpost/contract'
import { docComment } from './doc-comment.ts'
import { HEADER } from './header.ts'
import type { Method } from './methods.ts'
import { pascalCase } from './naming.ts'
import { renderMethods } from './render-method.ts'

interface ResourceNode {
  readonly path: readonly string[]
  readonly children: Map<string, ResourceNode>
  readonly methods: Method[]
}

/** A class for every resource, and one that holds the outermost. */
export function renderResources(methods: readonly Method[]): string {
  const root = createTree(methods)
  const classes = [...root.children.values()].flatMap(renderClasses)
  const text = [...classes, renderRoot(root)].join('\n')
  return `${HEADER}${renderImports(text, methods)}\n${text}`
}

function createTree(methods: readonly Method[]): ResourceNode {
  const root: ResourceNode = { path: [], children: new Map(), methods: [] }
  for (const method of methods) {
    let node = root
    for (const part of method.name.resource) {
      const child = node.children.get(part) ?? { path: [...node.path, part], children: new Map(), methods: [] }
      node.children.set(part, child)
      node = child
    }
    node.methods.push(method)
  }
  return root
}

/** Inner classes first: a class is made when its fields are. */
function renderClasses(node: ResourceNode): string[] {
  const children = [...node.children.values()]
  const comment = docComment([`\`powerpost.${node.path.join('.')}\``, describeResource(node)])
  const body = [renderFields(node), ...node.methods.flatMap(renderMethods)].join('\n')
  return [...children.flatMap(renderClasses), `${comment}export class ${className(node)} {\n${body}}\n`]
}

function renderRoot(root: ResourceNode): string {
  return `/** Everything the API does, by resource. */\nexport abstract class API {\n${renderFields(root)}}\n`
}

/** What the contract says of the operations it is there for, if they are all of one kind. */
function describeResource({ path, methods, children }: ResourceNode): string | undefined {
  const tags = new Set([...methods, ...[...children.values()].flatMap((child) => child.methods)].map(tagOf))
  const [tag] = tags
  return path.length === 1 && tag && tags.size === 1 ? TAGS[tag] : undefined
}

function tagOf({ route }: Method): Tag {
  return route.metadata.tag
}

function renderFields(node: ResourceNode): string {
  const children = [...node.children].map(([name, child]) => ({
    name,
    type: className(child),
    about: describeResource(child),
  }))
  const sends = node.methods.length > 0
  return [
    ...(sends ? ['  readonly #transport: Transport\n'] : []),
    ...children.map(({ name, type, about }) => `${docComment([about], '  ')}  readonly ${name}: ${type}\n`),
    '\n  constructor(transport: Transport) {\n',
    ...(sends ? ['    this.#transport = transport\n'] : []),
    ...children.map(({ name, type }) => `    this.${name} = new ${type}(transport)\n`),
    '  }\n',
  ].join('')
}

function className({ path }: ResourceNode): string {
  // Not `Media`, which is what it answers.
  return `${path.map(pascalCase).join('')}Resource`
}

function renderImports(text: string, methods: readonly Method[]): string {
  const types = methods.flatMap(({ body, query, result, starts }) => [body?.type, query?.type, result, starts?.result])
  const generated = [...new Set(types.filter((type) => type !== undefined))].sort()
  const imports = [
    ['APIPromise', 'type ', '../core/api-promise.ts'],
    ['Transport', 'type ', '../core/operation.ts'],
    ['RequestOptions', 'type ', '../core/options.ts'],
    ['PagePromise', 'type ', '../core/page.ts'],
    ['path`', '', '../core/path.ts'],
    ['StreamOptions', 'type ', '../core/stream.ts'],
    ['streamEvents<', '', '../core/stream.ts'],
    ['WaitOptions', 'type ', '../core/poll.ts'],
    ['unlessFailed(', '', '../core/poll.ts'],
    ['waitFor(', '', '../core/poll.ts'],
    ['UploadOptions', 'type ', '../core/upload/uploadable.ts'],
  ] as const
  const used = imports.filter(([name]) => text.includes(name))
  return [
    ...used.map(([name, kind, file]) => `import ${kind}{ ${name.replace(/[`(<]/, '')} } from '${file}'\n`),
    `import type {\n${generated.map((type) => `  ${type},\n`).join('')}} from './types.ts'\n`,
  ].join('')
}
