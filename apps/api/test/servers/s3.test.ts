import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateMultipartUploadCommand, ListMultipartUploadsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeStorage } from '#storage/conformance.ts'
import { makeStorageKey } from '#storage/key.ts'
import type { S3StorageOptions } from '#storage/s3/s3-storage.ts'
import { createS3Storage } from '#storage/s3/s3-storage.ts'
import type { S3Server } from '../harness/swift.ts'
import { startSwift } from '../harness/swift.ts'

let server: S3Server
let localDirectory: string

beforeAll(async () => {
  server = await startSwift()
  localDirectory = await mkdtemp(join(tmpdir(), 'powerpost-s3-'))
})
afterAll(async () => {
  await server.stop()
  await rm(localDirectory, { recursive: true, force: true })
})

async function createUnderTest(options: Partial<S3StorageOptions> = {}) {
  const { endpoint, region, credentials } = server
  const bucket = `test-${randomUUID()}`
  await server.createBucket(bucket)
  const storage = createS3Storage({ bucket, endpoint, region, credentials, localDirectory, ...options })
  return { bucket, storage, listAll: () => listAll(bucket) }
}

/** Objects, uploads that are not finished, and local copies. */
async function listAll(Bucket: string): Promise<string[]> {
  const { Contents = [] } = await server.client.send(new ListObjectsV2Command({ Bucket }))
  const { Uploads = [] } = await server.client.send(new ListMultipartUploadsCommand({ Bucket }))
  return [...Contents, ...Uploads].map(({ Key = '' }) => Key).concat(await readdir(localDirectory))
}

async function* bytes(count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(65_536, left), left % 251)
}

describeStorage('S3', () => createUnderTest())

it('of a file of several parts a range over the border of two is read', async () => {
  const { storage } = await createUnderTest()
  const key = makeStorageKey('media')
  const { size } = await storage.write(key, bytes(20_000_000))
  const whole = Buffer.concat(await (await storage.open(key)).stream.toArray())
  const border = 8 * 1024 ** 2
  const { stream, size: ofFile } = await storage.open(key, { start: border - 3, end: border + 3 })
  expect(Buffer.concat(await stream.toArray())).toEqual(whole.subarray(border - 3, border + 4))
  expect([ofFile, size]).toEqual([20_000_000, 20_000_000])
})

it('a large source that breaks leaves no part behind', async () => {
  const { storage, listAll: list } = await createUnderTest()
  const broken = (async function* () {
    yield* bytes(20_000_000)
    throw new Error('connection reset')
  })()
  await expect(storage.write(makeStorageKey('media'), broken)).rejects.toThrow('connection reset')
  expect(await list()).toEqual([])
})

it('an upload that a dead process left is removed after a day, one that is younger or goes on here is not, nor what is not ours', async () => {
  const {
    bucket,
    storage,
    listAll: list,
  } = await createUnderTest({
    prefix: 'ours',
    now: () => new Date(Date.now() + 25 * 3_600_000),
  })
  for (const Key of ['ours/media/aa/left', 'ours/Backup.tar', 'theirs/media/aa/left']) {
    await server.client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key }))
  }
  expect(await storage.sweep({ olderThanSeconds: 26 * 3600 })).toBe(0)
  let swept = -1
  const key = makeStorageKey('media')
  await storage.write(
    key,
    (async function* () {
      yield* bytes(10_000_000)
      swept = await storage.sweep({ olderThanSeconds: 60 })
      yield* bytes(10)
    })(),
  )
  expect(swept).toBe(1)
  expect(await list()).toEqual([`ours/${key}`, 'ours/Backup.tar', 'theirs/media/aa/left'])
})

it('an upload of another process that is younger than a day is spared, whatever a sweep asks for', async () => {
  const { bucket, storage, listAll: list } = await createUnderTest({ now: () => new Date(Date.now() + 3_600_000) })
  await server.client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: 'media/aa/going-on' }))
  expect(await storage.sweep({ olderThanSeconds: 300 })).toBe(0)
  expect(await list()).toEqual(['media/aa/going-on'])
})
