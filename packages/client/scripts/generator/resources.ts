import type { Tag } from '@powerpost/contract'
import { TAGS } from '@powerpost/contract'
import { docComment } from './doc-comment.ts'
import { HEADER } from './header.ts'
import type { Method } from './methods.ts'
import { pascalCase } from './naming.ts'
import { renderMethods } from './render-method.ts'

export interface ResourceNode {
  readonly path: readonly string[]
  readonly children: Map<string, ResourceNode>
  readonly methods: Method[]
}

/** An interface for every resource, and one of the outermost. */
export function renderResources(methods: readonly Method[]): string {
  const root = createTree(methods)
  const interfaces = [...root.children.values()].flatMap(renderInterfaces)
  const text = [...interfaces, renderRoot(root)].join('\n')
  return `${HEADER}${renderImports(text, methods)}\n${text}`
}

/** The methods by resource. */
export function createTree(methods: readonly Method[]): ResourceNode {
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

function renderInterfaces(node: ResourceNode): string[] {
  const children = [...node.children.values()]
  const comment = docComment([describeResource(node) ?? `\`powerpost.${node.path.join('.')}\``])
  const body = [renderFields(node), ...node.methods.flatMap(renderMethods)].filter(Boolean).join('\n')
  return [...children.flatMap(renderInterfaces), `${comment}export interface ${interfaceName(node)} {\n${body}}\n`]
}

function renderRoot(root: ResourceNode): string {
  return `/** Everything the API does, by resource. */\nexport interface API {\n${renderFields(root)}}\n`
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
  return [...node.children]
    .map(
      ([name, child]) => `${docComment([describeResource(child)], '  ')}  readonly ${name}: ${interfaceName(child)}\n`,
    )
    .join('')
}

function interfaceName({ path }: ResourceNode): string {
  // Not `Media`, which is what it answers.
  return `${path.map(pascalCase).join('')}Resource`
}

function renderImports(text: string, methods: readonly Method[]): string {
  const types = methods.flatMap(({ body, query, result, starts }) => [
    body?.type,
    query?.type,
    result,
    starts?.result,
    starts?.event,
  ])
  const generated = [...new Set(types.filter((type) => type !== undefined))].sort()
  const imports = [
    ['APIPromise', '../core/api-promise.ts'],
    ['RequestOptions', '../core/options.ts'],
    ['PagePromise', '../core/page.ts'],
    ['StreamOptions', '../core/stream.ts'],
    ['WaitOptions', '../core/poll.ts'],
    ['UploadOptions', '../core/upload/uploadable.ts'],
  ] as const
  const used = imports.filter(([name]) => text.includes(name))
  return [
    ...used.map(([name, file]) => `import type { ${name} } from '${file}'\n`),
    `import type {\n${generated.map((type) => `  ${type},\n`).join('')}} from './types.ts'\n`,
  ].join('')
}
