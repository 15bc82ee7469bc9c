import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const KEY = 'pp_live_sk_aKeyOfAProfile00000000'

let directory: string
let server: Server
let address: string
let keys: unknown[]

/** A server that knows one key, and one workspace. */
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-profiles-'))
  keys = []
  server = createServer((request, response) => {
    keys.push(request.headers['x-api-key'])
    response.setHeader('content-type', 'application/json')
    if (request.headers['x-api-key'] !== KEY) {
      response.writeHead(401).end('{"error":{"code":"INVALID_API_KEY","message":"The API key is not valid."}}')
    } else if (request.url?.includes('workspaces')) {
      response.end('{"data":[{"workspace_id":"w1","name":"Shop"}],"has_more":false,"next_cursor":null}')
    } else response.end('{"balance":7}')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(directory, { recursive: true, force: true })
})

interface Run {
  readonly exitCode: unknown
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], input = '', environment: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], XDG_CONFIG_HOME: directory, ...environment }
    const child = execFile(process.execPath, [MAIN, ...args], { cwd: directory, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? error.code : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

const path = () => join(directory, 'powerpost/profiles.json')
const login = (...args: string[]) => run(['login', '--base-url', address, ...args], `${KEY}\n`)

describe('login', () => {
  it('saves a key that was checked in a file that only its owner can read, and commands use it', async () => {
    expect(await login()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('w1  Shop') })
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    expect(await run(['credits', 'balance'])).toMatchObject({ exitCode: 0, stdout: '7 credits\n' })
    const { stdout } = await run(['whoami', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ base_url: address, key_from: 'the profile default', credits: 7 })
    expect(stdout).not.toContain(KEY)
  })

  it('saves nothing when the server does not know the key', async () => {
    const { exitCode, stderr } = await run(['login', '--base-url', address], 'pp_live_sk_wrong')
    expect(exitCode).toBe(3)
    expect(stderr).not.toContain('pp_live_sk_wrong')
    await expect(readFile(path())).rejects.toThrow('ENOENT')
  })

  it('keeps the other profiles, and logout deletes one', async () => {
    await login()
    await login('--profile', 'work', '--workspace', 'w1')
    const saved = { baseUrl: address, apiKey: KEY }
    expect(JSON.parse(await readFile(path(), 'utf8'))).toEqual({
      profiles: { default: saved, work: { ...saved, workspaceId: 'w1' } },
    })
    expect((await run(['logout', '--profile', 'work'])).exitCode).toBe(0)
    expect((await run(['logout', '--profile', 'work'])).exitCode).toBe(4)
    expect(JSON.parse(await readFile(path(), 'utf8'))).toEqual({ profiles: { default: saved } })
  })
})

describe('the key of a profile', () => {
  it('is not sent to the address of a .env that somebody left in a folder', async () => {
    await login()
    await writeFile(join(directory, '.env'), 'POWERPOST_BASE_URL=http://127.0.0.1:1\n')
    const { exitCode, stderr } = await run(['credits', 'balance'])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Put both into .env') })
  })

  it('leaves its address to itself: a key of the environment is not sent there', async () => {
    await login()
    keys.length = 0
    await run(['credits', 'balance'], '', { POWERPOST_API_KEY: 'pp_live_sk_another', POWERPOST_BASE_URL: '' })
    expect(keys).toEqual([])
  })

  it('comes before the environment when an option names the profile, and after it otherwise', async () => {
    await login('--profile', 'work')
    const environment = { POWERPOST_API_KEY: 'pp_live_sk_another', POWERPOST_BASE_URL: address }
    expect((await run(['credits', 'balance', '--profile', 'work'], '', environment)).exitCode).toBe(0)
    expect((await run(['credits', 'balance'], '', { ...environment, POWERPOST_PROFILE: 'work' })).exitCode).toBe(3)
  })
})
