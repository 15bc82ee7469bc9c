import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, open, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeStorage } from '../conformance.ts'
import { StorageFullError } from '../errors.ts'
import { makeStorageKey } from '../key.ts'
import { createDiskStorage, type DiskStorageOptions } from './disk-storage.ts'
import { createPrivateFile } from '#shared/files.ts'

let base: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'powerpost-storage-'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

async function createUnderTest(options: Partial<DiskStorageOptions> = {}) {
  const root = join(await mkdtemp(join(base, 'root-')), 'storage')
  return { root, storage: createDiskStorage({ root, ...options }), listAll: () => listFiles(root) }
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
}

async function* bytes(count: number, part = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0; left -= part) yield Buffer.alloc(Math.min(part, left), 'x')
}

describeStorage('disk', () => createUnderTest())

test('files and directories are for this user alone', async () => {
  const { root, storage } = await createUnderTest()
  const key = makeStorageKey('media')
  await storage.write(key, bytes(10))
  const modes = [root, join(root, '.incoming'), join(root, 'media'), join(root, key)].map(
    async (path) => (await stat(path)).mode & 0o777,
  )
  expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o700, 0o600])
})

test('nothing stands under the key until the whole file does', async () => {
  const { storage, root } = await createUnderTest()
  const key = makeStorageKey('media')
  const seen: string[][] = []
  await storage.write(
    key,
    (async function* () {
      for await (const chunk of bytes(300_000)) {
        yield chunk
        seen.push(await listFiles(join(root, 'media')))
      }
    })(),
  )
  expect(seen.flat()).toEqual([])
  expect(await listFiles(join(root, 'media'))).toHaveLength(1)
})

// /dev/full answers every write with a real ENOSPC: full(4).
test('a full disk is a typed error, leaves no file, and is forgotten when there is room again', async () => {
  let full = true
  const { storage, listAll } = await createUnderTest({
    openTemporary: async (path) => {
      const file = await createPrivateFile(path)
      if (!full) return file
      await file.close()
      return open('/dev/full', 'w')
    },
  })
  const key = makeStorageKey('media')
  await expect(storage.write(key, bytes(100_000))).rejects.toBeInstanceOf(StorageFullError)
  expect(await listAll()).toEqual([])
  full = false
  expect((await storage.write(key, bytes(100_000))).size).toBe(100_000)
})

test.for(['sync', 'close'] as const)('a disk that is full only at %s leaves no file', async (step) => {
  const { storage, listAll } = await createUnderTest({
    openTemporary: async (path) => {
      const file = await createPrivateFile(path)
      const fail = async () => {
        if (step === 'close') await file.close()
        throw Object.assign(new Error('quota'), { code: 'EDQUOT' })
      }
      return { write: file.write.bind(file), sync: () => file.sync(), close: () => file.close(), [step]: fail }
    },
  })
  await expect(storage.write(makeStorageKey('media'), bytes(1000))).rejects.toBeInstanceOf(StorageFullError)
  expect(await listAll()).toEqual([])
})

test('a process at its file size limit gets the typed error, and leaves no file', async () => {
  const { root, listAll } = await createUnderTest()
  const script = `
    import { createDiskStorage } from '${import.meta.dirname}/disk-storage.ts'
    const source = (async function* () { for (let i = 0; i < 64; i += 1) yield Buffer.alloc(65536) })()
    await createDiskStorage({ root: ${JSON.stringify(root)} }).write('media/aa/file', source).catch((error) => console.log(error.name))`
  const node = [process.execPath, '--input-type=module-typescript', '-e', script].map(
    (word) => `'${word.replaceAll("'", `'\\''`)}'`,
  )
  const { stdout } = await promisify(execFile)('sh', ['-c', `ulimit -f 512; exec ${node.join(' ')}`])
  expect(stdout.trim()).toBe('StorageFullError')
  expect(await listAll()).toEqual([])
})

test('a killed process leaves nothing under the key, and the sweep takes what it left', async () => {
  const { root, storage, listAll } = await createUnderTest({ now: () => new Date(Date.now() + 3_600_000) })
  const script = `
    import { createDiskStorage } from '${import.meta.dirname}/disk-storage.ts'
    const source = (async function* () { yield Buffer.alloc(65536); console.log('half'); await new Promise(() => setTimeout(() => {}, 1e6)) })()
    await createDiskStorage({ root: ${JSON.stringify(root)} }).write('media/aa/file', source)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  expect(await listFiles(join(root, 'media'))).toEqual([])
  expect(await listAll()).toHaveLength(1)
  expect(await storage.sweep({ olderThanSeconds: 2 * 3600 })).toBe(0)
  expect(await storage.sweep({ olderThanSeconds: 60 })).toBe(1)
  expect(await listAll()).toEqual([])
})

test('a sweep spares a write of this process, however slow it is', async () => {
  const { root, storage } = await createUnderTest({ now: () => new Date(Date.now() + 86_400_000) })
  const key = makeStorageKey('media')
  let swept = -1
  const stored = await storage.write(
    key,
    (async function* () {
      yield Buffer.from('slow ')
      const [name = ''] = await readdir(join(root, '.incoming'))
      await utimes(join(root, '.incoming', name), 0, 0)
      swept = await storage.sweep({ olderThanSeconds: 1 })
      yield Buffer.from('but honest')
    })(),
  )
  expect(swept).toBe(0)
  expect(stored.size).toBe(15)
})

test('a sweep spares finished files and what is young', async () => {
  const { root, storage, listAll } = await createUnderTest()
  await storage.write(makeStorageKey('media'), bytes(10))
  await mkdir(join(root, '.incoming'), { recursive: true })
  await writeFile(join(root, '.incoming', 'another-process'), 'half')
  expect(await storage.sweep({ olderThanSeconds: 3600 })).toBe(0)
  expect(await listAll()).toHaveLength(2)
})

test('a sweep of a storage that was never written to is fine', async () => {
  expect(await (await createUnderTest()).storage.sweep({ olderThanSeconds: 0 })).toBe(0)
})

test('deleting where nothing was ever written is fine', async () => {
  await (await createUnderTest()).storage.delete(makeStorageKey('media'))
})
