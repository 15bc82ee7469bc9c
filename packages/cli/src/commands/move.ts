import { join, resolve } from 'node:path'
import { examples } from '../help.ts'
import { loadOperator } from '../load-operator.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'

/** `powerpost move` */
export function addMoveCommand(program: Program, open: OpenSession): void {
  program
    .command('move')
    .description('Move the data of a stopped server from the embedded database to PostgreSQL. For the operator.')
    .requiredOption('--to <url>', 'an empty PostgreSQL, as postgres://user:password@host:5432/powerpost')
    .option('--from <directory>', "the server's data directory (POWERPOST_DATA_DIR; default: ./data)")
    .addHelpText(
      'after',
      examples(
        'move --from ./data --to postgres://powerpost:secret@localhost:5432/powerpost',
        'move --to postgres://localhost/powerpost --json',
      ),
    )
    .action(async (flags) => {
      const session = open()
      const { move } = await loadOperator()
      const from = resolve(flags.from ?? session.settings.dataDirectory)
      const progress = session.startProgress()
      try {
        progress.say('Moving')
        const summary = await move({ from, to: flags.to })
        progress.stop()
        const rows = Object.entries(summary.rows).map(([table, count]) => `${count} ${table.replaceAll('_', ' ')}`)
        session.print(summary, () => `Moved: ${rows.join(', ')}; ${summary.jobs} jobs, ${summary.credits} credits.`)
        session.note(nextSteps(from))
      } finally {
        progress.stop()
      }
    })
}

function nextSteps(dataDirectory: string): string {
  return `Start the server with
  DATABASE_URL                the address you gave as --to
  POWERPOST_ENCRYPTION_KEY    the one it had, else what stands in ${join(dataDirectory, 'encryption-key')}
  POWERPOST_DATA_DIR          ${dataDirectory}: the media stay there
The embedded database is left as it was: remove ${dataDirectory}/postgres when you need it no longer.`
}
