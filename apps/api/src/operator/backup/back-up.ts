import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncDirectory } from '#shared/files.ts'
import { OperatorError } from '../operator-error.ts'
import type { BackupSummary } from './format.ts'
import { summarize } from './format.ts'
import { readArchive } from './read-archive.ts'
import type { SnapshotSource } from './snapshot.ts'
import { takeSnapshot } from './snapshot.ts'
import { streamArchive } from './write-archive.ts'

/** Data directories that a backup is being made of: a second one would remove the first one's snapshot. */
const running = new Set<string>()

/** Takes a snapshot, gives its archive to `use` as a stream, and removes it, whatever came of that. */
export async function withBackup<T>(source: SnapshotSource, use: (archive: Readable) => Promise<T>): Promise<T> {
  if (running.has(source.dataDirectory)) throw alreadyRunning()
  running.add(source.dataDirectory)
  try {
    const snapshot = await takeSnapshot(source)
    try {
      return await use(streamArchive(snapshot))
    } finally {
      await snapshot.remove()
    }
  } finally {
    running.delete(source.dataDirectory)
  }
}

/** Writes an archive to a file that does not exist: it is there when it is whole, checked and on the disk, else not at all. */
export async function saveArchive(archive: Readable, file: string): Promise<BackupSummary> {
  // A name that nobody can have taken before: not a file of another user, nor a link to one of the server's.
  const partial = `${file}.${randomUUID()}.partial`
  try {
    await pipeline(archive, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }))
    const { about, manifest } = await readArchive({ file: partial })
    assertNoFile(file)
    await rename(partial, file)
    await syncDirectory(dirname(file))
    return summarize(about, manifest)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** @throws OperatorError when there is something already */
export function assertNoFile(file: string): void {
  if (existsSync(file)) {
    const message = `${file} exists already.`
    throw new OperatorError({ code: 'FILE_EXISTS', outcome: 'conflict', message, hint: 'Choose a new file name.' })
  }
  if (!existsSync(dirname(file))) {
    const message = `There is no directory ${dirname(file)}.`
    throw new OperatorError({
      code: 'NO_DIRECTORY',
      outcome: 'missing',
      message,
      hint: 'Create it, or choose another.',
    })
  }
}

function alreadyRunning(): OperatorError {
  const message = 'Another backup is running.'
  const hint = 'Wait until it is finished.'
  return new OperatorError({ code: 'BACKUP_RUNNING', outcome: 'unavailable', message, hint })
}
