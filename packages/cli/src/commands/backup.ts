import type { BackupSummary } from '@powerpost/api/operator'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { examples } from '../help.ts'
import { loadOperator } from '../load-operator.ts'
import { takeStandardInput } from '../read-text.ts'
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
    .argument('<file>', 'a file written by `powerpost backup`; - reads standard input')
    .requiredOption('--to <directory>', 'an empty directory, or one that does not exist yet')
    .addHelpText(
      'after',
      examples('restore backup.tar.gz --to ./data', 'restore - --to /var/lib/powerpost < backup.tar.gz'),
    )
    .action(async (file, { to }) => {
      const session = open()
      const { restoreBackup } = await loadOperator()
      const progress = session.startProgress()
      try {
        progress.say(`Restoring ${file === '-' ? 'standard input' : file}`)
        const dataDirectory = resolve(to)
        const restore = (path: string) => restoreBackup({ file: path, dataDirectory })
        const summary = await (file === '-' ? withStandardInput(restore) : restore(resolve(file)))
        progress.stop()
        session.print(summary, () => `${to} contains ${describe(summary)}`)
        session.note(`Start the server with it: POWERPOST_DATA_DIR=${to}`)
      } finally {
        progress.stop()
      }
    })
}

/** What is verified before it is unpacked is read twice: standard input is kept in a file meanwhile. */
async function withStandardInput<Result>(read: (path: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-restore-'))
  try {
    const path = join(directory, 'backup.tar.gz')
    await pipeline(takeStandardInput(), createWriteStream(path, { mode: 0o600 }))
    return await read(path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const BYTES = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })

function describe({ created_at, counts, files, bytes, missing_media }: BackupSummary): string {
  const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  const missing = missing_media.map((key) => `\nThe file of a media entry was already missing: ${key}`)
  return `the data of ${created_at}: ${parts.join(', ')}; ${files} files, ${BYTES.format(bytes / 1e6)}.${missing.join('')}`
}
