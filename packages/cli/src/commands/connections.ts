import { Argument, Option } from '@commander-js/extra-typings'
import type { Connection } from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { wholeNumber } from './options.ts'
import { PLATFORMS } from './post-types.ts'
import type { Program } from './program-type.ts'
import { pageSize, take } from './take.ts'

/** `powerpost connections ...` */
export function addConnectionsCommands(program: Program, open: OpenSession): void {
  const connections = program.command('connections').description('The platform accounts that posts are published to.')
  connections.addHelpText('after', examples('connections create x --sandbox', 'connections list'))

  connections
    .command('list')
    .description('List the connections, newest first.')
    .addOption(new Option('--platform <platform>', 'only this platform').choices(PLATFORMS))
    .option('--limit <n>', 'the maximum number', wholeNumber(1), 100)
    .action(async ({ platform, limit }) => {
      const session = open()
      const client = await session.workspaceClient()
      const list = client.connections.list({ platform, limit: pageSize(limit) }, { signal: session.signal })
      const taken = await take(list, limit)
      session.print(taken, () => formatList(['id', 'platform', 'name', 'status', 'ends'], taken, describeConnection))
    })

  connections
    .command('create')
    .description(
      'Connect a platform account: prints the sign-in page. With --sandbox, creates a test connection at once.',
    )
    .addArgument(new Argument('<platform>', 'the platform').choices(PLATFORMS))
    .option('--sandbox', 'a test connection, which publishes nothing')
    .option('--name <name>', 'the name of a sandbox connection')
    .addHelpText('after', examples('connections create x', 'connections create instagram --sandbox'))
    .action(async (platform, { sandbox, name }) => {
      const session = open()
      const client = await session.workspaceClient()
      const body = { platform, sandbox, display_name: name }
      const created = await client.connections.create(body, { signal: session.signal })
      session.print(created, () => ('authorize_url' in created ? created.authorize_url : created.connection_id))
      if ('authorize_url' in created)
        session.note('Open it in a browser, and sign in with the account that posts are published to.')
    })

  connections
    .command('delete')
    .description('Delete a connection and its tokens. Published posts are kept.')
    .argument('<id>', 'the id that `powerpost connections list` shows')
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const deleted = await client.connections.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}

function describeConnection({
  connection_id,
  platform,
  sandbox,
  display_name,
  status,
  expires_at,
}: Connection): string[] {
  return [connection_id, sandbox ? `${platform} (sandbox)` : platform, display_name, status, expires_at ?? '']
}
