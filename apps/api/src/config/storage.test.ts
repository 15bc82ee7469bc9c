import { describe, expect, it } from 'vitest'
import { loadConfig } from './load.ts'

const DATABASE = { DATABASE_URL: 'postgres://localhost/powerpost', POWERPOST_ENCRYPTION_KEY: 'x'.repeat(32) }
const KEY = { POWERPOST_S3_ACCESS_KEY_ID: 'id', POWERPOST_S3_SECRET_ACCESS_KEY: 'secret' }

const storageOf = (environment: Record<string, string>) => loadConfig({ ...DATABASE, ...environment }).storage

describe('the storage of media', () => {
  it('is the disk, unless a bucket is named', () => {
    expect(storageOf({})).toEqual({ kind: 'disk' })
    expect(storageOf({ POWERPOST_STORAGE: 'disk' })).toEqual({ kind: 'disk' })
  })

  it('is a bucket with its prefix, its server and its key', () => {
    const amazon = {
      kind: 's3',
      bucket: 'my.bucket',
      prefix: '',
      region: 'us-east-1',
      endpoint: undefined,
      credentials: undefined,
    }
    expect(storageOf({ POWERPOST_STORAGE: 's3://my.bucket' })).toEqual(amazon)
    expect(
      storageOf({ POWERPOST_STORAGE: 's3://my.bucket/a/b_c/', POWERPOST_S3_ENDPOINT: 'http://localhost:9000', ...KEY }),
    ).toEqual({
      ...amazon,
      prefix: 'a/b_c',
      endpoint: 'http://localhost:9000',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    })
  })

  it.each([
    [{ POWERPOST_STORAGE: 's3://' }, /POWERPOST_STORAGE .* s3:\/\/my-bucket/],
    [{ POWERPOST_STORAGE: 's3://bucket/../other' }, /POWERPOST_STORAGE/],
    [{ POWERPOST_STORAGE: 'gs://bucket' }, /POWERPOST_STORAGE/],
    [{ POWERPOST_STORAGE: 's3://bucket', POWERPOST_S3_ACCESS_KEY_ID: 'id' }, /must be set together/],
    [{ POWERPOST_S3_ENDPOINT: 'https://s3.example.com' }, /media are kept on disk/],
    [{ POWERPOST_STORAGE: 's3://bucket', DATABASE_URL: '' }, /needs PostgreSQL/],
  ])('%j stops the start', (environment, message) => {
    expect(() => storageOf(environment)).toThrow(message)
  })
})
