import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

let directory: string

/** The program with what it depends on, and no server besides it: as it is installed from the registry. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-standalone-'))
  for (const path of ['src', 'package.json']) await cp(join(PACKAGE, path), join(directory, path), { recursive: true })
  const modules = join(PACKAGE, 'node_modules')
  for (const name of [
    '@powerpost/client',
    '@commander-js/extra-typings',
    'commander',
    'string-width',
    'yocto-spinner',
  ]) {
    const link = join(directory, 'node_modules', name)
    await mkdir(join(link, '..'), { recursive: true })
    await symlink(join(modules, name), link)
  }
})
afterAll(() => rm(directory, { recursive: true, force: true }))

function run(...args: string[]): Promise<{ exitCode: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: directory, env: { PATH: process.env['PATH'] } }
    execFile(process.execPath, [join(directory, 'src/main.ts'), ...args], options, (error, stdout, stderr) => {
      resolve({ exitCode: error ? error.code : 0, stdout, stderr })
    })
  })
}

describe('the program without a server next to it', () => {
  it('works', async () => {
    expect(await run('--version')).toMatchObject({ exitCode: 0, stderr: '' })
    expect((await run('credits', 'balance')).stderr).toContain('POWERPOST_API_KEY')
  })

  it.each([
    [['credits', 'grant', '5']],
    [['backup', 'backup.tar.gz']],
    [['restore', 'backup.tar.gz', '--to', 'data']],
    [['move', '--to', 'postgres://127.0.0.1:1/none']],
  ])('says where `powerpost %j` is run, and does nothing', async (args) => {
    const { exitCode, stdout, stderr } = await run(...args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/the server is not installed here\.\nRun it as `pnpm powerpost` in the checkout/)
    expect((await readdir(directory)).toSorted()).toEqual(['node_modules', 'package.json', 'src'])
  })
})
