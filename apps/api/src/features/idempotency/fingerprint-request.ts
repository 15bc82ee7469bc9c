import { createHash } from 'node:crypto'

/** What makes a request the same request. */
export interface RequestIdentity {
  readonly method: string
  readonly path: string
  readonly workspaceId: string | undefined
  /** Of the key, where no workspace bounds what is answered. */
  readonly rights: unknown
  /** The JSON body; of an upload its fields and the file's SHA-256. */
  readonly content: unknown
}

/** SHA-256 of what makes a request the same. The order in which a body names its fields does not. */
export function fingerprintRequest({ method, path, workspaceId, rights, content }: RequestIdentity): Buffer {
  const canonical = JSON.stringify([method, path, workspaceId ?? null, rights ?? null, content ?? null], sortKeys)
  return createHash('sha256').update(canonical).digest()
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
