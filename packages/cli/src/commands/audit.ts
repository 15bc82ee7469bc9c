import type { AuditEntry } from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import { readTime } from './options.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost audit` */
export function addAuditCommand(program: Program, open: OpenSession): void {
  program
    .command('audit')
    .description('List who changed what, newest first.')
    .option('--principal <id>', 'only what this API key did')
    .option('--action <name>', 'only this action, e.g. updateWebhookEndpoint')
    .option('--resource <id>', 'only changes of this resource')
    .option('--in <workspace>', 'only changes in this workspace')
    .option('--since <time>', 'only from this time on', readTime)
    .option('--until <time>', 'only before this time', readTime)
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .addHelpText('after', examples('audit', 'audit --action deletePost --since 2026-11-01 --limit 500 --json'))
    .action(async ({ principal, action, resource, in: workspace, since, until, ...part }) => {
      const session = open()
      const { audit } = session.client().account
      const query = {
        ...(principal !== undefined && { principal_id: principal }),
        ...(action !== undefined && { action }),
        ...(resource !== undefined && { resource_id: resource }),
        ...(workspace !== undefined && { workspace_id: workspace }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
      }
      const taken = await take((page) => audit.list({ ...query, ...page }, { signal: session.signal }), part)
      session.print(taken, () => formatList(COLUMNS, taken, describeEntry))
    })
}

const COLUMNS = ['time', 'who', 'action', 'resource', 'from']

function describeEntry({ created_at, principal, action, resource, address }: AuditEntry): string[] {
  return [
    formatTime(created_at),
    `${principal.name} (${principal.kind})`,
    action,
    `${resource.type} ${resource.id ?? ''}`,
    address ?? '',
  ]
}
