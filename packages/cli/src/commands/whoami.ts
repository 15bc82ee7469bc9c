import { examples } from '../help.ts'
import { readProfiles } from '../profiles.ts'
import { describeAccess, readAccess } from '../read-access.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'

/** `powerpost whoami` */
export function addWhoamiCommand(program: Program, open: OpenSession): void {
  program
    .command('whoami')
    .description('Show which server, key and workspaces the commands use.')
    .addHelpText('after', examples('whoami', 'whoami --profile work'))
    .action(async () => {
      const session = open()
      const { baseUrl, keySource, workspaceId, apiKey = '' } = session.settings
      const access = await readAccess(session.client(), session.signal)
      const key = `${apiKey.slice(0, 14)}…`
      const profiles = Object.entries(readProfiles()).map(([name, one]) => ({ name, base_url: one.baseUrl }))
      const workspace = workspaceId ?? null
      session.print({ base_url: baseUrl, key, key_from: keySource, workspace, ...access, profiles }, () =>
        [
          `server: ${baseUrl}`,
          `key: ${key}, from ${keySource}`,
          ...describeAccess(access, workspaceId),
          ...(profiles.length > 0
            ? [`profiles: ${profiles.map(({ name, base_url }) => `${name} (${base_url})`).join(', ')}`]
            : []),
        ].join('\n'),
      )
    })
}
