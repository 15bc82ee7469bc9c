import type { PowerPost, Workspace } from '@powerpost/client'
import { CliError } from './errors/cli-error.ts'
import { printableLine } from './output/printable.ts'

/** The only workspace of the account. Throws, and names those there are, when there are several. */
export async function chooseWorkspace(client: PowerPost, signal: AbortSignal): Promise<string> {
  const { data, has_more } = await client.account.workspaces.list({}, { signal })
  const [only, ...others] = data
  if (only && others.length === 0) return only.workspace_id
  throw new CliError({
    code: 'NO_WORKSPACE',
    outcome: 'usage',
    message: only ? 'The account has several workspaces.' : 'The account has no workspace.',
    hint: only ? sayWhich(data, has_more) : 'Create one: `powerpost workspaces create NAME`.',
  })
}

function sayWhich(workspaces: readonly Workspace[], hasMore: boolean): string {
  const lines = workspaces.map(({ workspace_id, name }) => `  ${workspace_id}  ${printableLine(name)}`)
  const more = hasMore ? ['  and more: `powerpost workspaces list`'] : []
  return ['Choose one with --workspace or POWERPOST_WORKSPACE_ID:', ...lines, ...more].join('\n')
}
