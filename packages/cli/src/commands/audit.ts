import type { AuditEntry } from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import { readTime, wholeNumber } from './options.ts'
import type { Program } from './program-type.ts'
import { pageSize, take } from './take.ts'

/** `powerpost audit` */
export function addAuditCommand(program: Program, open: OpenSession): Program {
  program
    .command('audit')
    .description('List who changed what, newest first.')
    .option('--principal <id>', 'only what this API key did')
    .option('--action <name>', 'only this action, e.g. updateWebhookEndpoint')
    .option('--resource <id>', 'only changes of this resource')
    .option('--in <workspace>', 'only changes in this workspace')
    .option('--since <time>', 'only from this time on', readTime)
    .option('--until <time>', 'only before this time', readTime)
    .option('--limit <n>', 'the maximum number', wholeNumber(1), 20)
    .addHelpText('after', examples('audit', 'audit --action deletePost --since 2026-11-01 --limit 500 --json'))
    .action(async ({ principal, action, resource, in: workspace, since, until, limit }) => {
      const session = open()
      const query = {
        ...(principal !== undefined && { principal_id: principal }),
        ...(action !== undefined && { action }),
        ...(resource !== undefined && { resource_id: resource }),
        ...(workspace !== undefined && { workspace_id: workspace }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
        limit: pageSize(limit),
      }
      const taken = await take(session.client().account.audit.list(query, { signal: session.signal }), limit)
      session.print(taken, () => formatList(COLUMNS, taken, describeEntry))
    })
  return program
}

const COLUMNS = ['time', 'who', 'action', 'resource', 'from']

function describeEntry({ created_at, principal, action, resource, address }: AuditEntry): string[] {
  return [
    created_at,
    `${principal.name} (${principal.kind})`,
    action,
    `${resource.type} ${resource.id ?? ''}`,
    address ?? '',
  ]
}
