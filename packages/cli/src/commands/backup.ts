import type { BackupSummary } from '@powerpost/api/operator'
import { resolve } from 'node:path'
import { examples } from '../help.ts'
import { loadOperator } from '../load-operator.ts'
import type { OpenSession } from '../session.ts'
import { DATA_DIR, DATABASE_URL, readServerData } from './server-data.ts'
import type { Program } from './program-type.ts'

/** `powerpost backup` */
export function addBackupCommand(program: Program, open: OpenSession): void {
  program
    .command('backup')
    .description(
      'Back up the embedded database and its media to one file, even while the server runs. For the operator.',
    )
    .argument('<file>', 'a file that does not exist yet, e.g. backup.tar.gz')
    .option(...DATA_DIR)
    .option(...DATABASE_URL)
    .addHelpText(
      'after',
      examples('backup backup.tar.gz', 'backup /mnt/powerpost.tar.gz --data-dir /var/lib/powerpost'),
    )
    .action(async (file, flags) => {
      const session = open()
      const { backUp } = await loadOperator()
      const progress = session.startProgress()
      try {
        progress.say(`Writing ${file}`)
        const summary = await backUp(readServerData(session, flags), resolve(file))
        progress.stop()
        session.print(summary, () => `${file} contains ${describe(summary)}`)
      } finally {
        progress.stop()
      }
    })
}

/** `powerpost restore` */
export function addRestoreCommand(program: Program, open: OpenSession): void {
  program
    .command('restore')
    .description('Restore a backup to a new data directory. For the operator.')
    .argument('<file>', 'a file written by `powerpost backup`')
    .requiredOption('--to <directory>', 'an empty directory, or one that does not exist yet')
    .addHelpText(
      'after',
      examples('restore backup.tar.gz --to ./data', 'restore backup.tar.gz --to /var/lib/powerpost'),
    )
    .action(async (file, { to }) => {
      const session = open()
      const { restoreBackup } = await loadOperator()
      const progress = session.startProgress()
      try {
        progress.say(`Restoring ${file}`)
        const summary = await restoreBackup({ file: resolve(file), dataDirectory: resolve(to) })
        progress.stop()
        session.print(summary, () => `${to} contains ${describe(summary)}`)
        session.note(`Start the server with it: POWERPOST_DATA_DIR=${to}`)
      } finally {
        progress.stop()
      }
    })
}

const BYTES = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })

function describe({ created_at, counts, files, bytes, missing_media }: BackupSummary): string {
  const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  const missing = missing_media.map((key) => `\nThe file of a media entry was already missing: ${key}`)
  return `the data of ${created_at}: ${parts.join(', ')}; ${files} files, ${BYTES.format(bytes / 1e6)}.${missing.join('')}`
}
