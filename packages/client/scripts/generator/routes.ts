import type { Operation } from '@powerpost/contract'
import { clientAnswerOf } from '@powerpost/contract/routes'
import type { z } from 'zod'

/** What a method of the client is made of: a route of the contract that lacks any of it does not compile here. */
export interface Route {
  /** Where the contract has it: ['content', 'generate']. */
  readonly key: readonly string[]
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As ts-rest writes it: `/content/generations/:id`. */
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly pathParams?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: unknown
  readonly responses: { readonly 200: z.ZodType }
  readonly metadata: Operation
}

/** Routes by name, nested by resource, as `contract` has them. */
export interface RouteTree {
  readonly [name: string]: ContractRoute | RouteTree
}

interface ContractRoute extends Omit<Route, 'key' | 'responses'> {
  readonly responses: Readonly<Record<number, unknown>>
}

/** Every route of a tree that is a method, in its order, with its path below the API's own. */
export function listRoutes(tree: RouteTree, basePath: string, parents: readonly string[] = []): Route[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const key = [...parents, name]
    if (!isRoute(node)) return listRoutes(node, basePath, key)
    const answer = clientAnswerOf(node)
    if (!answer) return []
    if (!node.path.startsWith(`${basePath}/`)) throw new Error(`${node.path} is not below ${basePath}.`)
    return [{ ...node, key, path: node.path.slice(basePath.length), responses: { ...node.responses, 200: answer } }]
  })
}

function isRoute(node: RouteTree[string]): node is ContractRoute {
  return typeof node.method === 'string'
}
