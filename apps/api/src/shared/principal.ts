import type { Caller } from './caller.ts'

/** Who made something, as `created_by` and the audit log store it. */
export function storePrincipal({ kind, id, name }: Pick<Caller, 'kind' | 'id' | 'name'>): string {
  return JSON.stringify({ kind, id, name })
}
