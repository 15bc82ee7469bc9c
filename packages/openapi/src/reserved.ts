import { SCOPES } from '@powerpost/contract'
import type { SchemaObject } from 'openapi3-ts/oas31'
import type { Route } from './routes.ts'

/** Marks the values that callers may use although nothing comes of them yet, in words and as `x-reserved`. */
export function markReserved(
  schemas: Readonly<Record<string, SchemaObject>>,
  routes: readonly Route[],
): Record<string, SchemaObject> {
  const needed = new Set(routes.map(({ metadata }) => metadata.scope))
  const reserved: Readonly<Record<string, readonly string[]>> = {
    Scope: SCOPES.filter((scope) => !needed.has(scope)),
  }
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const values = reserved[name] ?? []
      if (values.length === 0) return [name, schema]
      const description = `${schema.description} Reserved for later, without effect yet: ${values.map((value) => `\`${value}\``).join(', ')}.`
      return [name, { ...schema, description, 'x-reserved': values }]
    }),
  )
}
