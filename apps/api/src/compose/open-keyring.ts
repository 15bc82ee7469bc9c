import { randomBytes } from 'node:crypto'
import { readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '#config/index.ts'
import { hasKeyCheck, isKeyOfDatabase } from '#db/key-check.ts'
import type { Db } from '#db/types.ts'
import type { Keyring } from '#shared/keyring.ts'
import { createKeyring, EncryptionKeyError } from '#shared/keyring.ts'
import { createPrivateFile, hasCode, syncDirectory } from '#shared/files.ts'

/** In the data directory. Backups hold it. */
const FILE_NAME = 'encryption-key'

/**
 * The keyring of the key that the settings name, else of one that is made on the first start and kept with the data.
 *
 * @throws EncryptionKeyError
 */
export async function openKeyring({ encryptionKey, dataDirectory }: Config, db: Db): Promise<Keyring> {
  const path = join(dataDirectory, FILE_NAME)
  const key = encryptionKey ?? (await readKey(path)) ?? (await makeKey(path, db))
  const keyring = createKeyring(key)
  if (await isKeyOfDatabase(db, keyring)) return keyring
  throw new EncryptionKeyError(
    encryptionKey === undefined
      ? `${path} is not the key that the database was sealed with`
      : 'POWERPOST_ENCRYPTION_KEY is not the key that the database was encrypted with',
  )
}

async function readKey(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** The file is there whole or not at all, and outlives whatever is sealed with it. */
async function makeKey(path: string, db: Db): Promise<string> {
  if (await hasKeyCheck(db)) throw new EncryptionKeyError(`${path} is gone, and the database was sealed with it`)
  const key = randomBytes(32).toString('base64')
  const temporary = `${path}.new`
  await rm(temporary, { force: true })
  const file = await createPrivateFile(temporary)
  try {
    await file.write(Buffer.from(key), 0, key.length)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncDirectory(dirname(path))
  return key
}
