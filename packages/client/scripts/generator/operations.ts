import { placeOf, USUAL } from '../../src/core/described.ts'
import { HEADER } from './header.ts'
import type { Method } from './methods.ts'
import { isWithinReach } from './render-method.ts'
import type { ResourceNode } from './resources.ts'
import { createTree } from './resources.ts'

/** The operations as data, in the words of `src/core/described.ts`. */
export function renderOperations(methods: readonly Method[]): string {
  return `${HEADER}import type { Operations } from '../core/described.ts'

/** What each method of the client does. */
export const OPERATIONS: Operations = ${renderNode(createTree(methods), '')}
`
}

function renderNode(node: ResourceNode, indent: string): string {
  const inner = `${indent}  `
  const methods = node.methods.flatMap(describeMethods)
  const usual = methods.filter(([name, words]) => isUsual(name, words)).map(([name]) => name)
  const others = methods.filter(([name]) => !usual.includes(name))
  const lines = [...(usual.length > 0 ? [['_', usual.join(' ')] as const] : []), ...others]
  const nodes = [...node.children].map(([name, child]) => `${inner}${name}: ${renderNode(child, inner)},\n`)
  return `{\n${lines.map(([name, words]) => `${inner}${name}: '${words}',\n`).join('')}${nodes.join('')}${indent}}`
}

/** What most resources do is named only. */
function isUsual(name: string, words: string): boolean {
  return words === USUAL[name]
}

function describeMethods(method: Method): [name: string, words: string][] {
  const { route, body, query, fileField, isPage, ended, endEvents, once, result } = method
  const name = method.name.method
  const words = [
    route.method,
    shorten(route.path, placeOf(method.name.resource)),
    ...(body ? [fileField === undefined ? 'body' : `file:${fileField}`] : []),
    ...(query ? ['query'] : []),
    ...(isPage ? ['list'] : []),
    ...(isOfAccount(route) || route.metadata.workspace ? [] : ['account']),
    ...(once === undefined ? [] : [`once:${once}`]),
    ...(endEvents ? [`events:${endEvents.join(',')}`] : []),
    ...describeStart(method),
  ]
  const waiting: [string, string][] = ended ? [['waitFor', `${name} ${ended.join(',')} ${result}`]] : []
  return [[name, words.join(' ')], ...waiting]
}

function describeStart(method: Method): string[] {
  const { starts, name } = method
  if (!starts || !isWithinReach(method, starts)) return []
  const below = starts.name.resource.slice(name.resource.length).join('.')
  const part = starts.part === undefined ? '' : `,${starts.part},${starts.result}`
  return [`${starts.event === undefined ? 'starts' : 'streams'}:${below},${starts.idField}${part}`]
}

function shorten(path: string, place: string): string {
  return path === place || path.startsWith(`${place}/`) ? `.${path.slice(place.length)}` : path
}

function isOfAccount({ path, metadata }: Method['route']): boolean {
  const isBelow = path.startsWith('/account/')
  if (isBelow && metadata.workspace) throw new Error(`${path} is about a workspace: it cannot be below /account.`)
  return isBelow
}
