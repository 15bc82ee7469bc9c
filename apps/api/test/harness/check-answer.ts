import { contract } from '@powerpost/contract'
import type { AppRoute, AppRouter } from '@ts-rest/core'
import { isAppRoute } from '@ts-rest/core'
import { z } from 'zod'

const routes = listRoutes(contract).map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`),
}))

function listRoutes(router: AppRouter): AppRoute[] {
  return Object.values(router).flatMap((entry) => (isAppRoute(entry) ? [entry] : listRoutes(entry)))
}

/** Throws when an answer to an operation of the contract is not one that the contract names, field by field. */
export async function checkAnswer(method: string, url: string, response: Response): Promise<void> {
  const { pathname } = new URL(url)
  const route = routes.find((candidate) => candidate.method === method && candidate.pattern.test(pathname))
  if (!route) return
  const schema = route.responses[response.status]
  if (!(schema instanceof z.ZodType))
    throw new Error(`${method} ${pathname} answered ${response.status}: not in the contract`)
  const body: unknown = await response.clone().json()
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    throw new Error(`${method} ${pathname} answered what the contract does not say: ${parsed.error.message}`)
  const unknown = difference(body, parsed.data)
  if (unknown !== undefined) throw new Error(`${method} ${pathname} answered an unknown field: ${unknown}`)
}

/** A field of the answer that its schema dropped, because it does not know it. */
function difference(answered: unknown, known: unknown, path = ''): string | undefined {
  if (typeof answered !== 'object' || answered === null) return undefined
  if (typeof known !== 'object' || known === null) return path
  for (const [key, value] of Object.entries(answered)) {
    if (!(key in known)) return `${path}.${key}`
    const deeper = difference(value, Reflect.get(known, key), `${path}.${key}`)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
