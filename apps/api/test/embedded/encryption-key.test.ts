import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer, startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

let database: TestDatabase
let path: string
let server: ServerProcess

beforeEach(async () => {
  database = await createTestDatabase()
  path = join(database.dataDirectory, 'encryption-key')
})
afterEach(async () => {
  await kill()
  await database.remove()
})

async function start(encryptionKey: string): Promise<void> {
  server = await startServerProcess({ database, environment: { POWERPOST_ENCRYPTION_KEY: encryptionKey } })
}

async function kill(): Promise<void> {
  server.kill('SIGKILL')
  await server.exited
}

async function expectRefusal(encryptionKey: string, words: RegExp): Promise<void> {
  server = await spawnServer({ database, environment: { POWERPOST_ENCRYPTION_KEY: encryptionKey } })
  expect(await server.exited).toBe(1)
  expect(server.stderr().trim().split('\n').at(-1)).toMatch(words)
}

describe('the encryption key that the settings do not name', () => {
  it('is made once, for this user alone', async () => {
    await start('')
    const key = await readFile(path, 'utf8')
    expect(key).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await kill()
    await start('')
    expect(await readFile(path, 'utf8')).toBe(key)
    await kill()
    await start(key)
  })

  it('is not made anew when it is gone, nor taken the place of', async () => {
    await start('')
    await kill()
    await expectRefusal('another key of at least 32 characters', /POWERPOST_ENCRYPTION_KEY is not the key/)
    const key = await readFile(path, 'utf8')
    await rm(path)
    await expectRefusal('', /encryption-key is gone.*backup/)
    await writeFile(path, key)
    await start('')
  })
})
