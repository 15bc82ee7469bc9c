import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'

/** Makes the data directory, closed to other users, or fails with the system's error when it cannot be written to. */
export async function prepareDataDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await access(directory, constants.W_OK)
}
