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
  const connections = program.command('connections').description('The accounts on the platforms that posts go to.')
  connections.addHelpText('after', examples('connections create x --sandbox', 'connections list'))

  connections
    .command('list')
    .description('List the connections, newest first.')
    .addOption(new Option('--platform <platform>', 'to this platform only').choices(PLATFORMS))
    .option('--limit <n>', 'how many at the most', wholeNumber(1), 100)
    .action(async ({ platform, limit }) => {
      const session = open()
      const client = await session.workspaceClient()
      const list = client.connections.list({ platform, limit: pageSize(limit) }, { signal: session.signal })
      const taken = await take(list, limit)
      session.print(taken, () => formatList(['id', 'platform', 'name', 'status', 'ends'], taken, describeConnection))
    })

  connections
    .command('create')
    .description('Connect an account: prints where a person signs in. With --sandbox at once, to publish to nothing.')
    .addArgument(new Argument('<platform>', 'which one').choices(PLATFORMS))
    .option('--sandbox', 'one that publishes to nothing: to try everything out')
    .option('--name <name>', 'what a sandbox connection is called')
    .addHelpText('after', examples('connections create x', 'connections create instagram --sandbox'))
    .action(async (platform, { sandbox, name }) => {
      const session = open()
      const client = await session.workspaceClient()
      const body = { platform, sandbox, display_name: name }
      const created = await client.connections.create(body, { signal: session.signal })
      session.print(created, () => ('authorize_url' in created ? created.authorize_url : created.connection_id))
      if ('authorize_url' in created)
        session.note('Open it in a browser, and sign in with the account that is to post.')
    })

  connections
    .command('delete')
    .description('Delete a connection, and forget its access. What was published stays.')
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
