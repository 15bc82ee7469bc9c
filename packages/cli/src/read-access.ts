import type { PowerPost } from '@powerpost/client'
import { ForbiddenError } from '@powerpost/client'
import { printableLine } from './output/printable.ts'

/** What a key reaches. What its scopes do not allow it to read is null. */
export interface Access {
  readonly credits: number | null
  readonly workspaces: readonly { readonly id: string; readonly name: string }[] | null
}

/** Asks the server about a key. Fails when there is no such key, or no such server. */
export async function readAccess(client: PowerPost, signal: AbortSignal): Promise<Access> {
  const unlessForbidden = <Value>(reading: Promise<Value>) =>
    reading.catch((error: unknown) => {
      if (error instanceof ForbiddenError) return null
      throw error
    })
  const [credits, workspaces] = await Promise.all([
    unlessForbidden(client.account.credits({ signal })),
    unlessForbidden(client.account.workspaces.list({ limit: 20 }, { signal })),
  ])
  return {
    credits: credits?.balance ?? null,
    workspaces: workspaces?.data.map(({ workspace_id: id, name }) => ({ id, name })) ?? null,
  }
}

/** The same in lines. */
export function describeAccess({ credits, workspaces }: Access, chosen?: string): string[] {
  return [
    `credits: ${credits ?? 'the key may not read them'}`,
    ...(workspaces?.map(
      ({ id, name }) => `workspace: ${id}  ${printableLine(name)}${id === chosen ? '  (used)' : ''}`,
    ) ?? ['workspaces: the key may not read them']),
  ]
}
