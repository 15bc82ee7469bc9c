import type { Route } from './routes.ts'

/** Where an operation stands in the client: `powerpost.content.generations.get` is ['content', 'generations'] and 'get'. */
export interface Name {
  readonly resource: readonly string[]
  readonly method: string
}

const ITEM_METHODS = { GET: 'get', PATCH: 'update', PUT: 'replace', DELETE: 'delete', POST: undefined } as const
const COLLECTION_METHODS = { GET: 'list', POST: 'create', PUT: undefined, PATCH: undefined, DELETE: undefined } as const

/**
 * Names operations by their paths, so that a new one needs no line here.
 *
 * The first part of a path is a resource, and so is every part that holds things: one that an id follows, or that is
 * listed page by page. A path that ends in an id or in such a part is named by its HTTP method; one that ends in another
 * part by that part: `POST /content/generate` is `content.generate`.
 */
export function createNaming(routes: readonly Route[], isPage: (route: Route) => boolean): (route: Route) => Name {
  const collections = new Set(
    routes.flatMap((route) => {
      const parts = partsOf(route)
      return parts.flatMap((part, index) => {
        const holds = isId(parts[index + 1]) || (index === parts.length - 1 && route.method === 'GET' && isPage(route))
        return holds && !isId(part) ? [prefix(parts, index)] : []
      })
    }),
  )
  return (route) => {
    const parts = partsOf(route)
    const resource = parts.filter(
      (part, index) => !isId(part) && (index === 0 || collections.has(prefix(parts, index))),
    )
    return { resource: resource.map(camelCase), method: nameMethod(route, collections) }
  }
}

function nameMethod(route: Route, collections: ReadonlySet<string>): string {
  const parts = partsOf(route)
  const last = parts.at(-1) ?? ''
  const isCollection = collections.has(prefix(parts, parts.length - 1))
  if (!isId(last) && !isCollection) return camelCase(last)
  const name = isId(last) ? ITEM_METHODS[route.method] : COLLECTION_METHODS[route.method]
  if (name === undefined) throw new Error(`${route.method} ${route.path} has no name in the client.`)
  return name
}

function partsOf({ path }: Route): string[] {
  return path.split('/').slice(1)
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

export function camelCase(name: string): string {
  return name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase())
}

export function pascalCase(name: string): string {
  const camel = camelCase(name)
  return camel.charAt(0).toUpperCase() + camel.slice(1)
}
