import { PowerPost } from '@powerpost/client'
import { CliError, usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { profilesPath, readProfiles, writeProfile } from '../profiles.ts'
import { describeAccess, readAccess } from '../read-access.ts'
import { readSecret } from '../read-secret.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'

/** `powerpost login` */
export function addLoginCommand(program: Program, open: OpenSession): void {
  program
    .command('login')
    .description('Save the API key and the address of a server in a profile.')
    .addHelpText(
      'after',
      `
The key is asked for, and not shown; without a terminal it is read from standard input. It is checked by a call, and saved in a
file that only you can read.
` +
        examples(
          'login',
          'login --base-url https://powerpost.example.com --profile work',
          'login --profile ci < key.txt',
          'login --workspace ID',
        ),
    )
    .action(async () => {
      const session = open()
      const { profile, baseUrl, workspaceId } = session.login
      const apiKey = session.login.apiKey ?? (await readSecret(`API key for ${baseUrl}: `, session.signal))
      if (apiKey === '') throw usageError('No API key was given.', 'Paste the key, or pass it to standard input.')
      const access = await readAccess(new PowerPost({ apiKey, baseUrl, workspaceId }), session.signal)
      if (workspaceId !== undefined && access.workspaces && !access.workspaces.some((one) => one.id === workspaceId)) {
        throw usageError(
          `The key reaches no workspace ${workspaceId}.`,
          'Leave --workspace out to see which it reaches.',
        )
      }
      writeProfile(profile, { baseUrl, apiKey, workspaceId })
      session.print({ profile, base_url: baseUrl, file: profilesPath(), ...access }, () =>
        [`Profile ${profile}: ${baseUrl}`, ...describeAccess(access)].join('\n'),
      )
      session.note(`Saved in ${profilesPath()}.`)
    })
}

/** `powerpost logout` */
export function addLogoutCommand(program: Program, open: OpenSession): void {
  program
    .command('logout')
    .description('Delete a profile and its API key from this machine.')
    .addHelpText('after', examples('logout', 'logout --profile work'))
    .action(() => {
      const session = open()
      const { profile } = session.login
      if (readProfiles()[profile] === undefined) {
        throw new CliError({
          code: 'NO_PROFILE',
          outcome: 'missing',
          message: `There is no profile ${profile}.`,
          hint: `There are: ${Object.keys(readProfiles()).join(', ') || 'none'}.`,
        })
      }
      writeProfile(profile, undefined)
      session.print({ profile, deleted: true }, () => `The profile ${profile} is deleted.`)
      session.note('The key itself is still valid: `powerpost keys revoke ID` ends it.')
    })
}
