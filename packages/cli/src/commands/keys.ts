import type { ApiKey, CreateApiKeyResponse, Scope } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { commaSeparated, readTime } from './options.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

const PRESETS = ['read_write', 'read_draft', 'read_only'] as const

/** `powerpost keys ...` */
export function addKeysCommands(program: Program, open: OpenSession): void {
  const keys = program.command('keys').description('The API keys of the account.')
  keys.addHelpText('after', examples('keys list', 'keys create "Drafting agent" --preset read_draft', 'keys revoke ID'))

  keys
    .command('list')
    .description('List the active keys, newest first.')
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { apiKeys } = session.client().account
      const taken = await take((page) => apiKeys.list(page, { signal: session.signal }), part)
      session.print(taken, () => formatList(['id', 'name', 'key', 'last used', 'scopes'], taken, describeKey))
    })

  keys
    .command('create')
    .description('Create a key and show it. It is shown only this once. It cannot do more than the key you use.')
    .argument('<name>', 'the name')
    .addOption(new Option('--preset <preset>', 'what the key may do').choices(PRESETS).conflicts('scopes'))
    .option('--scopes <scopes>', 'what the key may do, separated by commas', commaSeparated)
    .option('--workspaces <ids>', 'the workspaces it is limited to (default: all)', commaSeparated)
    .option('--expires <time>', 'when it expires, e.g. 2027-01-01 or 2027-01-01T09:00:00Z', readTime)
    .option('--sandbox', 'a sandbox key, which spends nothing')
    .addHelpText(
      'after',
      examples(
        'keys create "Drafting agent" --preset read_draft --expires 2027-01-01',
        'keys create Reports --scopes content:read,account:read',
        'keys create Tests --preset read_write --sandbox',
      ),
    )
    .action(async (name, { preset, scopes, workspaces, expires, sandbox }) => {
      if (preset === undefined && scopes === undefined) {
        throw usageError('The rights of the key are missing.', `Give --preset ${PRESETS.join('|')}, or --scopes.`)
      }
      const session = open()
      const key = await session.client().account.apiKeys.create(
        // The server says which scopes there are: a newer one has more.
        {
          name,
          preset,
          scopes: scopes as Scope[] | undefined,
          workspace_ids: workspaces,
          expires_at: expires,
          sandbox,
        },
        { signal: session.signal },
      )
      session.print(key, () => describeNewKey(key))
      session.note('It is shown only this once: save it.')
    })

  keys
    .command('revoke')
    .description('Revoke a key, at once and permanently.')
    .argument('<id>', 'the id that `powerpost keys list` shows')
    .option('--with-children', 'revoke the keys that it created too, and those that they created')
    .action(async (id, { withChildren }) => {
      const session = open()
      const query = withChildren ? { with_children: 'true' as const } : {}
      const deleted = await session.client().account.apiKeys.delete(id, query, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is revoked${withChildren ? ', with its children' : ''}.`)
    })
}

function describeKey({ key_id, name, prefix, scopes, livemode, last_used_at }: ApiKey): string[] {
  return [
    key_id,
    name,
    `${prefix}…${livemode ? '' : ' (sandbox)'}`,
    last_used_at === null ? 'never' : formatTime(last_used_at),
    scopes.join(' '),
  ]
}

function describeNewKey({ key, key_id }: CreateApiKeyResponse): string {
  return key ?? `${key_id} was created earlier; its key was shown then.`
}
