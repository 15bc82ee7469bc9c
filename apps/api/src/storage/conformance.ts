import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunks, closed, collect, memoryHeld, sha256 } from './conformance-kit.ts'
import { InvalidKeyError, NotStoredError, TooLargeError } from './errors.ts'
import { makeStorageKey } from './key.ts'
import type { Storage } from './port.ts'

/** A storage under test, and a look behind it. */
export interface StorageUnderTest {
  readonly storage: Storage
  /** Everything that is kept anywhere, unfinished writes included. */
  readonly listAll: () => Promise<string[]>
}

const CHUNK = Buffer.alloc(64 * 1024, 'powerpost')

/** What every storage promises, whatever it is made of. */
export function describeStorage(name: string, create: () => Promise<StorageUnderTest>): void {
  describe(`${name} as a storage`, () => {
    test('what was written is read back whole, with its size and hash', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      const content = Buffer.concat([CHUNK, CHUNK, Buffer.from('end')])
      const stored = await storage.write(key, chunks(CHUNK, CHUNK, Buffer.from('end')))
      expect(stored).toEqual({ size: content.length, sha256: sha256(content) })
      const opened = await storage.open(key)
      expect(opened.size).toBe(content.length)
      expect(await collect(opened)).toEqual(content)
    })

    test('an empty file is a file', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      expect(await storage.write(key, chunks())).toEqual({ size: 0, sha256: sha256(Buffer.alloc(0)) })
      expect(await collect(await storage.open(key))).toEqual(Buffer.alloc(0))
    })

    test('a second write replaces the first at once', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      await storage.write(key, chunks(Buffer.from('first')))
      const reader = await storage.open(key)
      await storage.write(key, chunks(Buffer.from('second')))
      expect(String(await collect(reader))).toBe('first')
      expect(String(await collect(await storage.open(key)))).toBe('second')
    })

    test('a range is read, its ends included', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      await storage.write(key, chunks(Buffer.from('0123456789')))
      expect(String(await collect(await storage.open(key, { start: 2, end: 4 })))).toBe('234')
      expect(String(await collect(await storage.open(key, { start: 7 })))).toBe('789')
      expect((await closed(storage.open(key, { start: 9, end: 9 }))).size).toBe(10)
    })

    test.for([{ start: 0, end: 10 }, { start: 10 }, { start: 3, end: 2 }, { start: -1 }, { start: 0.5 }])(
      'a range outside the file is refused: %o',
      async (range) => {
        const { storage } = await create()
        const key = makeStorageKey('media')
        await storage.write(key, chunks(Buffer.from('0123456789')))
        await expect(storage.open(key, range)).rejects.toBeInstanceOf(RangeError)
      },
    )

    test('a file is lent as a local path', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      await storage.write(key, chunks(Buffer.from('content')))
      expect(await storage.withLocalFile(key, (path) => readFile(path, 'utf8'))).toBe('content')
    })

    test('what is not there is a typed error', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      await expect(storage.open(key)).rejects.toBeInstanceOf(NotStoredError)
      await expect(storage.withLocalFile(key, async () => {})).rejects.toBeInstanceOf(NotStoredError)
    })

    test('a deleted file is gone, and deleting it again is fine', async () => {
      const { storage, listAll } = await create()
      const key = makeStorageKey('media')
      await storage.write(key, chunks(CHUNK))
      await storage.delete(key)
      await storage.delete(key)
      await expect(storage.open(key)).rejects.toBeInstanceOf(NotStoredError)
      expect(await listAll()).toEqual([])
    })

    test('exactly the limit is taken, one byte more leaves nothing', async () => {
      const { storage, listAll } = await create()
      const [fits, over] = [makeStorageKey('media'), makeStorageKey('media')]
      await storage.write(fits, chunks(CHUNK), { maxBytes: CHUNK.length })
      await storage.delete(fits)
      const source = chunks(CHUNK, Buffer.alloc(1), CHUNK)
      const written = storage.write(over, source, { maxBytes: CHUNK.length })
      await expect(written).rejects.toEqual(new TooLargeError(CHUNK.length))
      expect(await listAll()).toEqual([])
    })

    test('a source that breaks leaves nothing, and its error is reported', async () => {
      const { storage, listAll } = await create()
      const broken = (async function* () {
        yield CHUNK
        throw new Error('connection reset')
      })()
      await expect(storage.write(makeStorageKey('media'), broken)).rejects.toThrow('connection reset')
      expect(await listAll()).toEqual([])
    })

    test('a source that breaks spares the file that stood there', async () => {
      const { storage } = await create()
      const key = makeStorageKey('media')
      await storage.write(key, chunks(Buffer.from('old')))
      const broken = (async function* () {
        yield CHUNK
        throw new Error('connection reset')
      })()
      await expect(storage.write(key, broken)).rejects.toThrow('connection reset')
      expect(String(await collect(await storage.open(key)))).toBe('old')
    })

    test('an abort ends a write whose source has fallen silent, and leaves nothing', async () => {
      const { storage, listAll } = await create()
      const abort = new AbortController()
      const asked = Promise.withResolvers<void>()
      const silent = (async function* () {
        yield CHUNK
        asked.resolve()
        await new Promise(() => {})
      })()
      const written = storage.write(makeStorageKey('media'), silent, { signal: abort.signal })
      await asked.promise
      abort.abort(new Error('gone'))
      await expect(written).rejects.toThrow('gone')
      expect(await listAll()).toEqual([])
    })

    test('a write that was aborted before takes nothing from its source', async () => {
      const { storage, listAll } = await create()
      let taken = 0
      const source = (async function* () {
        taken += 1
        yield CHUNK
      })()
      const signal = AbortSignal.abort(new Error('gone'))
      await expect(storage.write(makeStorageKey('media'), source, { signal })).rejects.toThrow('gone')
      expect(taken).toBe(0)
      expect(await listAll()).toEqual([])
    })

    test('a source is asked for no more than can be stored', async () => {
      const { storage } = await create()
      let given = 0
      let most = 0
      const reader = { taken: 0 }
      const source = (async function* () {
        for (let i = 0; i < 100; i += 1) {
          given += 1
          most = Math.max(most, given - reader.taken)
          yield CHUNK
          reader.taken += 1
        }
      })()
      await storage.write(makeStorageKey('media'), source)
      expect(most).toBe(1)
    })

    test('100 MB pass with flat memory', async () => {
      const { storage } = await create()
      const before = memoryHeld()
      let most = before
      const source = (async function* () {
        for (let i = 0; i < 1600; i += 1) {
          // Fresh memory each time, as from a socket.
          yield Buffer.alloc(64 * 1024, i)
          if (i % 64 === 0) most = Math.max(most, memoryHeld())
        }
      })()
      const { size } = await storage.write(makeStorageKey('media'), source)
      expect(size).toBe(1600 * 64 * 1024)
      expect((most - before) / 2 ** 20).toBeLessThan(20)
    }, 60_000)

    test('no key escapes: what makeStorageKey would not make is refused by every method', async () => {
      const { storage, listAll } = await create()
      const tricky = fc.oneof(
        fc.constantFrom(
          '',
          '.',
          '..',
          '/',
          'a',
          '/a/b',
          'a/../b',
          'a//b',
          'a/b/',
          'a\\b',
          'a/.b',
          'a/b\0',
          'A/b',
          'C:/a',
        ),
        fc
          .array(fc.constantFrom('..', '.', '', 'a', 'b-', '-c', '\0', '%2e', '~', 'x\n'), { maxLength: 6 })
          .map((p) => p.join('/')),
        fc.string({ unit: 'binary' }),
      )
      const notOurs = tricky.filter((key) => !/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(key))
      await fc.assert(
        fc.asyncProperty(notOurs, async (key) => {
          const attempts = [
            storage.write(key, chunks(CHUNK)),
            storage.open(key),
            storage.withLocalFile(key, async () => {}),
            storage.delete(key),
          ]
          for (const attempt of await Promise.allSettled(attempts)) {
            expect(attempt).toMatchObject({ status: 'rejected', reason: expect.any(InvalidKeyError) })
          }
        }),
      )
      expect(await listAll()).toEqual([])
    })

    test('two areas and two files never share a place', async () => {
      const { storage } = await create()
      const id = crypto.randomUUID()
      await storage.write(makeStorageKey('media', id), chunks(Buffer.from('media')))
      await storage.write(makeStorageKey('images', id), chunks(Buffer.from('images')))
      expect(String(await collect(await storage.open(makeStorageKey('media', id))))).toBe('media')
    })
  })
}
