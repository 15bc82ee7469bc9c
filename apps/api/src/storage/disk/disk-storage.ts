import { open as openFile, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { assertRangeWithin } from '../byte-range.ts'
import { NotStoredError } from '../errors.ts'
import { assertStorageKey } from '../key.ts'
import type { Storage } from '../port.ts'
import { createPrivateFile, hasCode, syncDirectory } from '#shared/files.ts'
import { type OpenFile, writeWhole } from './write-whole.ts'

export interface DiskStorageOptions {
  /** The directory to keep everything in. Made, for this user alone, when first written to. */
  readonly root: string
  /** @default the system's clock */
  readonly now?: () => Date
  /** Opens the temporary file of a write: a seam for tests of failing disks. @default exclusive, mode 0600 */
  readonly openTemporary?: OpenFile
}

/** Where unfinished writes lie: in the root, so that a rename moves them within one file system. No key has a dot. */
const INCOMING = '.incoming'

/** Keeps files in a directory of this machine. Several processes may share it. */
export function createDiskStorage(options: DiskStorageOptions): Storage {
  const root = resolve(options.root)
  const incoming = join(root, INCOMING)
  const now = options.now ?? (() => new Date())
  const openTemporary = options.openTemporary ?? createPrivateFile
  const ongoing = new Set<string>()

  const pathOf = (key: string) => {
    assertStorageKey(key)
    return join(root, key)
  }

  return {
    async write(key, source, writeOptions = {}) {
      return writeWhole({ target: pathOf(key), incoming, source, ongoing, openTemporary, ...writeOptions })
    },

    async open(key, range) {
      const file = await openFile(pathOf(key)).catch((error: unknown) => refuseMissing(key, error))
      try {
        const { size } = await file.stat()
        assertRangeWithin(range, size)
        return { size, stream: file.createReadStream({ ...range }) }
      } catch (error) {
        await file.close()
        throw error
      }
    },

    async withLocalFile(key, use) {
      const path = pathOf(key)
      await stat(path).catch((error: unknown) => refuseMissing(key, error))
      return use(path)
    },

    async delete(key) {
      const path = pathOf(key)
      await rm(path, { force: true })
      await syncDirectory(join(path, '..')).catch(ignoreMissing)
    },

    async sweep({ olderThanSeconds }) {
      const before = now().getTime() - olderThanSeconds * 1000
      const names = await readdir(incoming).catch((error: unknown) => ignoreMissing(error) ?? [])
      let removed = 0
      for (const name of names) {
        const path = join(incoming, name)
        if (ongoing.has(path)) continue
        // Another process may finish or sweep it between any two of these steps.
        const found = await stat(path).catch(ignoreMissing)
        if (found === undefined || found.mtimeMs >= before) continue
        await rm(path, { force: true })
        removed += 1
      }
      return removed
    },
  }
}

function refuseMissing(key: string, error: unknown): never {
  throw hasCode(error, 'ENOENT') ? new NotStoredError(key, { cause: error }) : error
}

function ignoreMissing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT')) throw error
}
