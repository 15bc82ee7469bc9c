import type { FileHandle } from 'node:fs/promises'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whether a system call failed with one of these codes, e.g. `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code)
}

/** Opens a new file that only this user can read; fails if the name is taken. */
export function createPrivateFile(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600)
}

/**
 * Makes the names within a directory survive a power cut. A file's own fsync does not cover its name: fsync(2).
 * Does nothing on Windows, where a directory cannot be opened.
 */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Makes a directory, and those above it, that only this user can read; what it made survives a power cut. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncDirectory(dirname(made))
}
