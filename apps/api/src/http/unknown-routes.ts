import { AppError } from '#shared/app-error.ts'
import { listRoutes } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { Express } from 'express'

/** Answers what no operation did: a known path with another method, and unknown paths. Mounted last. */
export function mountUnknownRoutes(app: Express): void {
  for (const [path, methods] of methodsByPath()) {
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

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const route of listRoutes(contract)) methods.set(route.path, [...(methods.get(route.path) ?? []), route.method])
  return methods
}
