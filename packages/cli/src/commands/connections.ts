import { Argument, Option } from '@commander-js/extra-typings'
import type {
  Connection,
  ConnectionCapabilities,
  ConnectionHealth,
  ConnectionLimits,
  ConnectionRequest,
} from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { addChoicesCommand } from './connection-choices.ts'
import { wholeNumber } from './options.ts'
import { PLATFORMS } from './post-types.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost connections ...` */
export function addConnectionsCommands(program: Program, open: OpenSession): void {
  const connections = program.command('connections').description('The platform accounts that posts are published to.')
  connections.addHelpText('after', examples('connections create x --sandbox', 'connections list'))

  connections
    .command('list')
    .description('List the connections, newest first.')
    .addOption(new Option('--platform <platform>', 'only this platform').choices(PLATFORMS))
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ platform, ...part }) => {
      const session = open()
      const client = await session.workspaceClient()
      const list = (page: object) => client.connections.list({ platform, ...page }, { signal: session.signal })
      const taken = await take(list, part)
      session.print(taken, () => formatList(['id', 'platform', 'name', 'status', 'ends'], taken, describeConnection))
    })

  connections
    .command('create')
    .description(
      'Connect a platform account: prints the sign-in page. With --sandbox, creates a test connection at once.',
    )
    .addArgument(new Argument('<platform>', 'the platform').choices(PLATFORMS))
    .option('--sandbox', 'a test connection, which publishes nothing')
    .option('--sign-in', 'with --sandbox: sign in on a page that acts as the platform')
    .option('--name <name>', 'the name of a sandbox connection')
    .option('--return-url <url>', 'where the browser goes after the sign-in')
    .option('--reference <text>', 'your own name for the sign-in')
    .addOption(new Option('--expires-in <seconds>', 'how long the link is valid').argParser(wholeNumber(60)))
    .option('--wait', 'wait until the person has signed in')
    .addHelpText('after', examples('connections create x --wait', 'connections create instagram --sandbox'))
    .action(async (platform, { sandbox, signIn, name, returnUrl, reference, expiresIn, wait }) => {
      const session = open()
      const client = await session.workspaceClient()
      const body = {
        platform,
        sandbox,
        sign_in: signIn,
        display_name: name,
        return_url: returnUrl,
        reference,
        expires_in_seconds: expiresIn,
      }
      const created = await client.connections.create(body, { signal: session.signal })
      if (!('authorize_url' in created)) return session.print(created, () => created.connection_id)
      if (!wait) {
        session.print(created, () => `${created.request_id}\n${created.authorize_url}`)
        return session.note('Open it in a browser, and sign in with the account that posts are published to.')
      }
      session.note(`Open it in a browser, and sign in: ${created.authorize_url}`)
      const maxWait = Math.max(0, Date.parse(created.expires_at) - Date.now())
      const ended = await client.connections.requests.waitFor(created.request_id, { signal: session.signal, maxWait })
      session.print(ended, () => describeRequest(ended))
    })

  connections
    .command('request')
    .description('Show what became of a sign-in, and the accounts to choose between.')
    .argument('<id>', 'the first line that `powerpost connections create` shows')
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const request = await client.connections.requests.get(id, { signal: session.signal })
      session.print(request, () => describeRequest(request))
    })

  connections
    .command('choose')
    .description('Connect accounts of a sign-in that reaches several.')
    .argument('<id>', 'the request')
    .argument('<choices...>', 'the numbers that `powerpost connections request` shows')
    .action(async (id, choices) => {
      const session = open()
      const client = await session.workspaceClient()
      const chosen = await client.connections.requests.choose(id, { choice_ids: choices }, { signal: session.signal })
      session.print(chosen, () => describeRequest(chosen))
    })

  connections
    .command('health')
    .description('Show whether a connection works, and what a person has to do.')
    .argument('<id>', 'the id that `powerpost connections list` shows')
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const health = await client.connections.health(id, { signal: session.signal })
      session.print(health, () => describeHealth(health))
      if (health.last_error) session.note(ADVICE[health.last_error.action] ?? '')
    })

  connections
    .command('capabilities')
    .description('Show what holds for this account where it differs from the limits of its platform.')
    .argument('<id>', 'the id that `powerpost connections list` shows')
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const capabilities = await client.connections.capabilities(id, { signal: session.signal })
      session.print(capabilities, () => describeCapabilities(capabilities))
    })

  connections
    .command('limits')
    .description('Show how much of the quotas of its platform this account has left.')
    .argument('<id>', 'the id that `powerpost connections list` shows')
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const limits = await client.connections.limits(id, { signal: session.signal })
      session.print(limits, () => describeLimits(limits))
    })

  addChoicesCommand(connections, open)

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

/** The connections, one a line; else the accounts to choose between, or the status. */
function describeRequest({ status, choices = [], connection_ids: ids = [], error }: ConnectionRequest): string {
  if (ids.length > 0) return ids.join('\n')
  if (choices.length === 0) return error ? `${status}: ${printableLine(error.message)}` : status
  return choices
    .map(({ choice_id, kind, display_name }) => `${choice_id}  ${kind}  ${printableLine(display_name)}`)
    .join('\n')
}

/** What to do about a renewal that failed, by the action that the API names. */
const ADVICE: Readonly<Partial<Record<string, string>>> = {
  wait: 'The server tries to renew it again by itself.',
  reconnect: 'Connect the account again: `powerpost connections create PLATFORM`.',
} satisfies Record<NonNullable<ConnectionHealth['last_error']>['action'], string>

function describeHealth(health: ConnectionHealth): string {
  const { status, token_expires_at, renews_at, last_renewed_at, last_posted_at, last_error, scopes } = health
  const lines = [
    ['status', status],
    ['token expires', timeOf(token_expires_at)],
    ['renews', timeOf(renews_at)],
    ['last renewed', timeOf(last_renewed_at)],
    ['last posted', timeOf(last_posted_at)],
    ['missing permissions', scopes.missing.join(', ') || 'none'],
    ['last error', last_error ? printableLine(last_error.message) : 'none'],
  ]
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function timeOf(time: string | null): string {
  return time === null ? 'never' : formatTime(time)
}

function describeCapabilities(capabilities: ConnectionCapabilities): string {
  const { text_length, video_seconds, options, checked_at, error } = capabilities
  const lines = [
    ['longest text', text_length ?? 'as the platform'],
    ['longest video', video_seconds === undefined ? 'as the platform' : `${video_seconds} s`],
    ...options.map(({ name, allowed }) => [printableLine(name), printableLine(allowed.join(', '))]),
    ['asked', timeOf(checked_at)],
    ...(error === undefined ? [] : [['last error', printableLine(error)]]),
  ]
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function describeLimits({ limits, checked_at, held_until, error }: ConnectionLimits): string {
  const lines = [
    ...limits.map(({ name, used, total, resets_at }) => {
      const reset = resets_at === null ? '' : `, reset ${formatTime(resets_at)}`
      return [printableLine(name), `${used} of ${total} used${reset}`]
    }),
    ...(held_until === undefined ? [] : [['held until', formatTime(held_until)]]),
    ['asked', timeOf(checked_at)],
    ...(error === undefined ? [] : [['last error', printableLine(error)]]),
  ]
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function describeConnection({
  connection_id,
  platform,
  sandbox,
  display_name,
  status,
  expires_at,
}: Connection): string[] {
  return [
    connection_id,
    sandbox ? `${platform} (sandbox)` : platform,
    display_name,
    status,
    expires_at === null ? '' : formatTime(expires_at),
  ]
}
