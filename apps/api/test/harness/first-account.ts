import { randomBytes, randomUUID } from 'node:crypto'

/** The first account of a server process, which the test knows before the process does. */
export interface FirstAccount {
  readonly apiKey: string
  readonly workspaceId: string
  /** Of a request in its name that has a JSON body. */
  readonly headers: Readonly<Record<'x-api-key' | 'x-workspace-id' | 'content-type', string>>
  /** What the process is started with. */
  readonly environment: Readonly<Record<string, string>>
}

export function inventFirstAccount(): FirstAccount {
  const apiKey = `pp_live_sk_${randomBytes(16).toString('hex')}`
  const workspaceId = randomUUID()
  return {
    apiKey,
    workspaceId,
    headers: { 'x-api-key': apiKey, 'x-workspace-id': workspaceId, 'content-type': 'application/json' },
    environment: { POWERPOST_BOOTSTRAP_API_KEY: apiKey, POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspaceId },
  }
}
