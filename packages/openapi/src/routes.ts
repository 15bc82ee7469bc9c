import type { errorBodySchema, ERRORS, ErrorCode, Operation } from '@powerpost/contract'
import type { z } from 'zod'

type ErrorStatus = (typeof ERRORS)[ErrorCode]['status']

/** What the document reads of a route. A route of the contract that lacks any of it does not compile here. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly pathParams?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: unknown
  /** A 200 that is no schema is no JSON: `metadata` says what it is. */
  readonly responses: { readonly 200?: unknown } & Readonly<Partial<Record<ErrorStatus, typeof errorBodySchema>>>
  readonly metadata: Operation
}

/** Routes by name, nested by resource, as `contract` has them. */
export interface RouteTree {
  readonly [name: string]: Route | RouteTree
}

/** Every route of a tree, in its order. */
export function listRoutes(tree: RouteTree): Route[] {
  return Object.values(tree).flatMap((node) => (isRoute(node) ? [node] : listRoutes(node)))
}

function isRoute(node: Route | RouteTree): node is Route {
  return typeof node.method === 'string'
}
