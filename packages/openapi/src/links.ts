import type { LinksObject } from 'openapi3-ts/oas31'
import { z } from 'zod'
import type { Route } from './routes.ts'

const startedSchema = z.looseObject({ status_url: z.string() })

/**
 * From the answer of a start to the operation that its `status_url` names: which operation that is, and which field of
 * the answer is the id in its path, follow from the contract's own example.
 */
export function listLinks(route: Route, routes: readonly Route[]): LinksObject | undefined {
  const started = startedSchema.safeParse(route.metadata.responseExample)
  if (!started.success) return undefined
  const { status_url: url, ...fields } = started.data
  for (const target of routes) {
    const parameters = target.method === 'GET' ? matchPath(target.path, url) : undefined
    if (!parameters) continue
    const { operationId, workspace } = target.metadata
    return {
      [operationId]: {
        operationId,
        description: `The result: ${target.summary.toLowerCase()}, until it is finished.`,
        parameters: {
          ...Object.fromEntries(
            Object.entries(parameters).map(([name, value]) => [
              `path.${name}`,
              `$response.body#/${fieldOf(fields, value)}`,
            ]),
          ),
          ...(workspace && { 'header.X-Workspace-Id': '$request.header.X-Workspace-Id' }),
        },
      },
    }
  }
  throw new Error(`${route.metadata.operationId}: no operation of the contract answers at ${url}`)
}

/** The path parameters that a URL gives to a path of ts-rest; undefined when it is not that path. */
function matchPath(path: string, url: string): Readonly<Record<string, string>> | undefined {
  const pattern = new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  const match = pattern.exec(url)
  return match ? (match.groups ?? {}) : undefined
}

function fieldOf(fields: Readonly<Record<string, unknown>>, value: string): string {
  const field = Object.keys(fields).find((name) => fields[name] === value)
  if (field === undefined) throw new Error(`No field of the example holds ${value}`)
  return field
}
