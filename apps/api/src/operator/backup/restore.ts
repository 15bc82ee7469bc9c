import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DirectoryLockedError, lockDirectory } from '#db/embedded/lock.ts'
import { MIGRATION_NAMES } from '#db/migrate.ts'
import { inUse } from '../open-database.ts'
import { OperatorError } from '../operator-error.ts'
import type { About, BackupSummary } from './format.ts'
import { DATABASE_FOLDER, FILES_FOLDER, MEDIA_FOLDER, summarize } from './format.ts'
import { readArchive } from './read-archive.ts'

interface RestoreOptions {
  readonly file: string
  /** Empty, or not there yet. */
  readonly dataDirectory: string
}

/** Where the archive is unpacked: in the directory itself, so that it may be a mount point, and a rename is one step. */
const UNPACKING_FOLDER = '.restoring'

/** The directory's lock, by its SQLite names. */
const LOCK = /^lock(-journal|-wal|-shm)?$/

/**
 * Makes an empty directory the data directory that a backup was made of.
 *
 * Everything is unpacked and checked first. The database is moved to its place last: before that the directory is none that a
 * server would take for its data. No server can start on it meanwhile.
 */
export async function restoreBackup({ file, dataDirectory }: RestoreOptions): Promise<BackupSummary> {
  if (!existsSync(file)) throw noFile(file)
  const isNew = !existsSync(dataDirectory)
  if (!isNew) await assertEmpty(dataDirectory)
  const unlock = lock(dataDirectory)
  const unpacking = join(dataDirectory, UNPACKING_FOLDER)
  try {
    // What a killed process left.
    await rm(unpacking, { recursive: true, force: true })
    await mkdir(unpacking, { mode: 0o700 })
    const { about, manifest } = await readArchive({ file, to: unpacking, accept: assertNotNewer })
    if (!existsSync(join(unpacking, DATABASE_FOLDER, 'PG_VERSION'))) throw noDatabase(file)
    await moveIn(unpacking, dataDirectory)
    unlock()
    return summarize(about, manifest)
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true })
    unlock()
    if (isNew) await removeEmpty(dataDirectory)
    throw error
  }
}

async function moveIn(from: string, to: string): Promise<void> {
  for (const name of await listIfThere(join(from, FILES_FOLDER)))
    await rename(join(from, FILES_FOLDER, name), join(to, name))
  if (existsSync(join(from, MEDIA_FOLDER))) await rename(join(from, MEDIA_FOLDER), join(to, MEDIA_FOLDER))
  await rename(join(from, DATABASE_FOLDER), join(to, DATABASE_FOLDER))
  await rm(from, { recursive: true })
}

function listIfThere(directory: string): Promise<string[]> | string[] {
  return existsSync(directory) ? readdir(directory) : []
}

async function assertEmpty(directory: string): Promise<void> {
  const found = (await readdir(directory)).find((name) => name !== UNPACKING_FOLDER && !LOCK.test(name))
  if (found === undefined) return
  const message = `${directory} is not empty: it has ${found}.`
  const hint =
    'Give a directory that is empty or does not exist yet. Then start the server with it as POWERPOST_DATA_DIR.'
  throw new OperatorError({ code: 'NOT_EMPTY', outcome: 'conflict', message, hint })
}

function lock(directory: string): () => void {
  try {
    return lockDirectory(directory)
  } catch (error) {
    throw error instanceof DirectoryLockedError ? inUse(directory, error) : error
  }
}

async function removeEmpty(directory: string): Promise<void> {
  for (const name of await readdir(directory)) if (LOCK.test(name)) await rm(join(directory, name))
  await rmdir(directory)
}

/** A database that has been through migrations we do not know is none that this server can use. */
function assertNotNewer({ migrations, server_version }: About): void {
  const unknown = migrations.find((name) => !MIGRATION_NAMES.includes(name))
  if (unknown === undefined) return
  const message = `The backup was made by a newer version (${server_version}): this one does not know ${unknown}.`
  throw new OperatorError({ code: 'BACKUP_NEWER', outcome: 'conflict', message, hint: 'Update the server first.' })
}

function noFile(file: string): OperatorError {
  const message = `There is no file ${file}.`
  return new OperatorError({ code: 'NO_FILE', outcome: 'missing', message, hint: 'Give the path of a backup.' })
}

function noDatabase(file: string): OperatorError {
  const message = `${file} has no database in it.`
  return new OperatorError({ code: 'BACKUP_DAMAGED', outcome: 'conflict', message, hint: 'Use another backup.' })
}
