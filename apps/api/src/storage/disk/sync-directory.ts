import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes the names within a directory outlive a power cut. A file's own fsync does not cover its name: fsync(2).
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

/** Makes a directory, and those above it, for this user alone; what it made outlives a power cut. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncDirectory(dirname(made))
}
