import { AppError } from '#shared/app-error.ts'
import { contract } from '@powerpost/contract/routes'
import type { AppRoute, AppRouter } from '@ts-rest/core'
import { isAppRoute } from '@ts-rest/core'
import type { Express } from 'express'

/** Answers what no operation did: a known path with another method, and unknown paths. Mounted last. */
export function mountUnknownRoutes(app: Express): void {
  for (const [path, methods] of methodsByPath(contract)) {
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    app.all(path, (request, response) => {
      if (request.method === 'OPTIONS') return void response.set('Allow', allow).status(204).end()
      throw new AppError('METHOD_NOT_ALLOWED', `${request.method} is not allowed here: use ${allow}.`, {
        headers: { Allow: allow },
      })
    })
  }
  app.use((request) => {
    throw new AppError('NOT_FOUND', `There is no route ${request.method} ${request.path.slice(0, 200)}.`)
  })
}

function methodsByPath(router: AppRouter): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const route of routesOf(router)) methods.set(route.path, [...(methods.get(route.path) ?? []), route.method])
  return methods
}

function routesOf(router: AppRouter): AppRoute[] {
  return Object.values(router).flatMap((entry) => (isAppRoute(entry) ? [entry] : routesOf(entry)))
}
