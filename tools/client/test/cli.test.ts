import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PackedCli } from '../src/cli.ts'
import { packCli } from '../src/cli.ts'
import { TOOLS } from '../src/paths.ts'
import { run } from '../src/run.ts'

let cli: PackedCli
beforeAll(async () => {
  cli = await packCli()
})
afterAll(() => cli.remove())

interface Run {
  readonly exitCode: unknown
  readonly stdout: string
  readonly stderr: string
}

/** As a person runs it who has nothing but this package: no clone, no variables. */
function powerpost(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], XDG_CONFIG_HOME: cli.project }
    const command = join(cli.project, 'node_modules/.bin/powerpost')
    const child = execFile(command, args, { cwd: cli.project, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? error.code : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

describe('the packed command line', () => {
  it('is what publint asks for, and depends on nothing', async () => {
    const pkgDir = join(cli.project, 'node_modules/@powerpost/cli')
    const manifest = JSON.parse(await readFile(join(pkgDir, 'package.json'), 'utf8')) as Record<string, unknown>
    const { messages } = await publint({ pkgDir, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
    expect(manifest['dependencies'] ?? {}).toEqual({})
    expect((await readdir(join(cli.project, 'node_modules/@powerpost'))).sort()).toEqual(['cli'])
  })

  it('names the authors of the code that it contains', async () => {
    const text = await readFile(join(cli.main, '../licenses.txt'), 'utf8')
    for (const name of ['commander', 'string-width', 'yocto-spinner']) expect(text).toContain(`${name} `)
  })

  it('signs in, writes captions and forgets the key, in an empty project', async () => {
    const { POWERPOST_API_KEY, POWERPOST_BASE_URL, POWERPOST_WORKSPACE_ID } = inject('access')
    const login = ['login', '--base-url', POWERPOST_BASE_URL, '--workspace', POWERPOST_WORKSPACE_ID]
    expect(await powerpost(login, POWERPOST_API_KEY)).toMatchObject({ exitCode: 0 })
    const generated = await powerpost(['generate', '-', '--to', 'x,linkedin', '--json'], 'We just shipped dark mode')
    expect(generated.exitCode).toBe(0)
    expect(JSON.parse(generated.stdout)).toMatchObject({
      outputs: { x: expect.any(String), linkedin: expect.any(String) },
    })
    expect((await powerpost(['generations', 'list', '--limit', '1'])).stdout).toContain('We just shipped dark mode')
    expect(await powerpost(['logout'])).toMatchObject({ exitCode: 0 })
    expect(await powerpost(['credits', 'balance'])).toMatchObject({ exitCode: 3 })
  })

  it.each([['--help'], ['--version'], ['keys', 'create', '--help'], ['completion', 'zsh']])(
    'answers `powerpost %s %s`',
    async (...args) => {
      expect(await powerpost(args.filter(Boolean))).toMatchObject({ exitCode: 0, stderr: '' })
    },
  )

  it('works in Node 20', async () => {
    const { POWERPOST_BASE_URL: url } = inject('access')
    const command = join(TOOLS, 'node_modules/node20/bin/node')
    const start = (...args: string[]) =>
      run({ command, arguments: [cli.main, ...args], directory: cli.project, environment: { ...inject('access') } })
    expect(await start('whoami')).toContain(`server: ${url}`)
    expect(await start('generate', 'New in our shop', '--to', 'x')).toMatch(/^x\n/)
  })

  it.each([[['backup', 'a.tar.gz']], [['restore', 'a.tar.gz', '--to', 'data']], [['credits', 'grant', '5']]])(
    'says where `powerpost %j` is run',
    async (args) => {
      const { exitCode, stderr } = await powerpost(args)
      expect({ exitCode, stderr }).toEqual({
        exitCode: 2,
        stderr: expect.stringContaining('the server is not installed here'),
      })
    },
  )
})
