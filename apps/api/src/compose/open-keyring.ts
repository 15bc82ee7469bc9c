import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#config/index.ts'
import type { Keyring } from '#shared/keyring.ts'
import { createKeyring } from '#shared/keyring.ts'
import { hasCode } from '#storage/disk/fs-errors.ts'

/** In the data directory. Backups hold it. */
const FILE_NAME = 'encryption-key'

/** The keyring of the key that the settings name, else of one that is made on the first start and kept with the data. */
export async function openKeyring({ encryptionKey, dataDirectory }: Config): Promise<Keyring> {
  return createKeyring(encryptionKey ?? (await readOrMake(join(dataDirectory, FILE_NAME))))
}

async function readOrMake(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  const key = randomBytes(32).toString('base64')
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(key)
    // What it seals must not outlive it.
    await file.sync()
  } finally {
    await file.close()
  }
  return key
}
