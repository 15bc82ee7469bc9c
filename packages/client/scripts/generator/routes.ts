import type { Operation } from '@powerpost/contract'
import type { z } from 'zod'

/** What the client is made of: a route of the contract that lacks any of it does not compile here. */
export interface Route {
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
  readonly [name: string]: Route | RouteTree
}

/** Every route of a tree in its order, with its path below the API's own. */
export function listRoutes(tree: RouteTree, basePath: string): Route[] {
  return Object.values(tree).flatMap((node) => {
    if (!isRoute(node)) return listRoutes(node, basePath)
    if (!node.path.startsWith(`${basePath}/`)) throw new Error(`${node.path} is not below ${basePath}.`)
    return [{ ...node, path: node.path.slice(basePath.length) }]
  })
}

function isRoute(node: Route | RouteTree): node is Route {
  return typeof node.method === 'string'
}
