import { Command } from '@commander-js/extra-typings'
import manifest from '../package.json' with { type: 'json' }
import { addBackupCommands } from './commands/backup.ts'
import { addConnectionsCommands } from './commands/connections.ts'
import { addAuditCommand } from './commands/audit.ts'
import { addCreditsCommands } from './commands/credits.ts'
import { addGrantCommand } from './commands/grant.ts'
import { addGenerateCommand } from './commands/generate.ts'
import { addGenerationsCommands } from './commands/generations.ts'
import { addImagesCommands } from './commands/images.ts'
import { addKeysCommands } from './commands/keys.ts'
import { addMediaCommands } from './commands/media.ts'
import { addMoveCommand } from './commands/move.ts'
import { addPostsCommands } from './commands/posts.ts'
import { addStylesCommands } from './commands/styles.ts'
import { addWebhooksCommands } from './commands/webhooks.ts'
import { addWorkspacesCommands } from './commands/workspaces.ts'
import { ABOUT_SETTINGS, examples } from './help.ts'
import type { OpenSession, Session } from './session.ts'
import type { GlobalFlags } from './settings.ts'

/** The program with all its commands. `open` is given the options that every command has. */
export function createProgram(open: (flags: GlobalFlags) => Session) {
  const program = new Command('powerpost')
    .description(
      'Captions, images and posts for six social platforms; keys, workspaces and credits of a PowerPost server.',
    )
    .version(manifest.version)
    .option('--json', 'print JSON, also for errors')
    .option('--api-key <key>', 'the API key; prefer POWERPOST_API_KEY, which process lists do not show')
    .option('--workspace <id>', 'the workspace (POWERPOST_WORKSPACE_ID)')
    .option('--base-url <url>', 'the address of the server (POWERPOST_BASE_URL)')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    // `main.ts` tells of every error in one way; help asked for is written as it comes.
    .configureOutput({ outputError() {} })
    .exitOverride()
  program.addHelpText(
    'after',
    examples('generate "We just shipped dark mode" --to x,instagram', 'credits balance') + `\n${ABOUT_SETTINGS}`,
  )
  const openSession: OpenSession = () => open(program.opts())
  addGenerateCommand(program, openSession)
  addGenerationsCommands(program, openSession)
  addImagesCommands(program, openSession)
  addMediaCommands(program, openSession)
  addPostsCommands(program, openSession)
  addConnectionsCommands(program, openSession)
  addStylesCommands(program, openSession)
  addAuditCommand(program, openSession)
  addGrantCommand(addCreditsCommands(program, openSession), openSession)
  addKeysCommands(program, openSession)
  addWorkspacesCommands(program, openSession)
  addWebhooksCommands(program, openSession)
  addBackupCommands(program, openSession)
  addMoveCommand(program, openSession)
  return program
}
