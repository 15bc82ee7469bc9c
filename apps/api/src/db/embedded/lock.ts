import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process has the directory open. */
export class DirectoryLockedError extends Error {
  override readonly name = 'DirectoryLockedError'
}

/**
 * Takes a directory for this process alone, and answers how to give it back.
 *
 * PGlite itself lets two processes open one directory and lose each other's rows. SQLite's exclusive transaction is a
 * lock of the operating system's on a file: it is gone with the process that holds it, however that ended, so there is
 * no stale lock to remove by hand.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(directory, 'lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && error.message.includes('locked')) {
      throw new DirectoryLockedError(`${directory} is in use by another process`)
    }
    throw error
  }
  return () => lock.close()
}
