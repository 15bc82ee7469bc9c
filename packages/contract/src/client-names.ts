import { z } from 'zod'
import { API_BASE_PATH } from './common/base-path.ts'
import type { Operation } from './common/operation.ts'
import { eventSchemaOf } from './common/operation.ts'

/** Where an operation stands in a client: `powerpost.content.generations.get` is ['content', 'generations'] and 'get'. */
export interface ClientName {
  readonly resource: readonly string[]
  readonly method: string
}

/** What of a route its name follows from. */
export interface NamedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As ts-rest writes it, with or without the API's own beginning: `/content/generations/:id`. */
  readonly path: string
}

interface RouteKinds<Route> {
  /** Whether a route answers a page of a list. */
  isPage(route: Route): boolean
  /** Whether a route answers a stream of events. */
  isStream(route: Route): boolean
}

interface AnsweringRoute {
  readonly responses: Readonly<Record<number, unknown>>
  readonly metadata: Pick<Operation, 'scope' | 'otherAnswers'>
}

/**
 * What a method of a client answers: the schema of its JSON, or of each event of its stream. Undefined where an operation is
 * no method: it is public, or answers something else.
 */
export function clientAnswerOf({ responses, metadata }: AnsweringRoute): z.ZodType | undefined {
  if (metadata.scope === null) return undefined
  const json = responses[200]
  return json instanceof z.ZodType ? json : eventSchemaOf(metadata)
}

const ITEM_METHODS = { GET: 'get', PATCH: 'update', PUT: 'replace', DELETE: 'delete', POST: undefined } as const
const COLLECTION_METHODS = { GET: 'list', POST: 'create', PUT: undefined, PATCH: undefined, DELETE: undefined } as const

/**
 * Names operations by their paths, for the client and for the code samples of the document, so that a new one needs no line.
 *
 * The first part of a path is a resource, and so is every part that holds things: one that an id follows, or that is
 * listed page by page. A path that ends in an id or in such a part is named by its HTTP method; one that ends in another
 * part by that part: `POST /content/generate` is `content.generate`. A path of one part that holds nothing is one thing, named by its
 * HTTP method: `GET /brand` is `brand.get`. What answers a stream of events is `stream`.
 */
export function createClientNaming<Route extends NamedRoute>(
  routes: readonly Route[],
  { isPage, isStream }: RouteKinds<Route>,
): (route: Route) => ClientName {
  const collections = new Set(
    routes.flatMap((route) => {
      const parts = partsOf(route)
      return parts.flatMap((part, index) => {
        const isListed = index === parts.length - 1 && route.method === 'GET' && isPage(route)
        return (isId(parts[index + 1]) || isListed) && !isId(part) ? [prefix(parts, index)] : []
      })
    }),
  )
  return (route) => {
    const parts = partsOf(route)
    const resource = parts.filter(
      (part, index) => !isId(part) && (index === 0 || collections.has(prefix(parts, index))),
    )
    return { resource: resource.map(toCamelCase), method: isStream(route) ? 'stream' : nameMethod(route, collections) }
  }
}

function nameMethod(route: NamedRoute, collections: ReadonlySet<string>): string {
  const parts = partsOf(route)
  const last = parts.at(-1) ?? ''
  const isCollection = collections.has(prefix(parts, parts.length - 1))
  const isOneThing = isId(last) || (parts.length === 1 && !isCollection && route.method !== 'POST')
  if (!isOneThing && !isCollection) return toCamelCase(last)
  const name = isOneThing ? ITEM_METHODS[route.method] : COLLECTION_METHODS[route.method]
  if (name === undefined) throw new Error(`${route.method} ${route.path} has no name in the client.`)
  return name
}

function partsOf({ path }: NamedRoute): string[] {
  return path.replace(API_BASE_PATH, '').split('/').slice(1)
}

function prefix(parts: readonly string[], index: number): string {
  return parts
    .slice(0, index + 1)
    .map((part) => (isId(part) ? ':' : part))
    .join('/')
}

function isId(part: string | undefined): boolean {
  return part?.startsWith(':') ?? false
}

function toCamelCase(name: string): string {
  return name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase())
}
