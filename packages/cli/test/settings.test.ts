import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const KEY = 'pp_live_sk_aKeyOfTheEnvironment00'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-settings-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

function run(environment: Record<string, string>, ...args: string[]): Promise<{ exitCode: unknown; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: directory, env: { PATH: process.env['PATH'], ...environment } }
    execFile(process.execPath, [MAIN, 'credits', 'balance', ...args], options, (error, _stdout, stderr) => {
      resolve({ exitCode: error ? error.code : 0, stderr })
    })
  })
}

describe('a .env that somebody left in a folder', () => {
  it.each([
    ['of the environment', { POWERPOST_API_KEY: KEY }, []],
    ['of an option', {}, ['--api-key', KEY]],
  ])('does not have a key %s sent to an address of its own', async (_, environment, args) => {
    await writeFile(join(directory, '.env'), 'POWERPOST_BASE_URL=http://127.0.0.1:1\n')
    const { exitCode, stderr } = await run({ ...environment, POWERPOST_BASE_URL: ' ' }, ...args)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Put both into .env')
    expect(stderr).not.toContain(KEY)
  })

  it('brings its own key, and is followed', async () => {
    const keys: unknown[] = []
    const server = createServer((request, response) => {
      keys.push(request.headers['x-api-key'] ?? request.headers.authorization)
      response.setHeader('content-type', 'application/json').end('{"balance":7}')
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      const settings = `POWERPOST_BASE_URL=http://127.0.0.1:${port}\nPOWERPOST_API_KEY=${KEY}\n`
      await writeFile(join(directory, '.env'), settings)
      expect((await run({})).exitCode).toBe(0)
      expect(keys).toEqual([expect.stringContaining(KEY)])
    } finally {
      server.close()
    }
  })
})
