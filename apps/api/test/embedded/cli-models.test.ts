import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runtimeOf, runtimesOf } from '#models/ai-sdk/local/runtime.ts'
import { runCli } from '../harness/run-cli.ts'
import type { FakeModelsDirectory } from '../local-model/fake-models-directory.ts'
import { createFakeModelsDirectory } from '../local-model/fake-models-directory.ts'

let models: FakeModelsDirectory

beforeEach(async () => {
  models = await createFakeModelsDirectory()
})
afterEach(() => models.remove())

function run(...args: string[]) {
  return runCli(['models', ...args, '--json'], { environment: { POWERPOST_MODELS_DIR: models.path, ...NO_NETWORK } })
}

/** A registry that refuses connections, and is asked once. */
const NO_NETWORK = { npm_config_registry: 'http://127.0.0.1:1/', npm_config_fetch_retries: '0' }

describe('powerpost models', () => {
  it('lists the models by the names that the setting takes, and nothing else', async () => {
    await mkdir(join(models.path, 'qwen'))
    await models.add('qwen/small.gguf', 'well')
    await models.add('big.gguf', 'well')
    await writeFile(join(models.path, 'notes.txt'), 'GGUF')
    expect((await run('list')).json()).toEqual({
      directory: models.path,
      installed: true,
      models: [
        { name: 'big.gguf', bytes: expect.any(Number) },
        { name: 'qwen/small.gguf', bytes: expect.any(Number) },
      ],
    })
  })

  it('installs nothing again that is there and runs', async () => {
    const installed = await run('install')
    expect(installed.json()).toMatchObject({ wasInstalled: true, directory: runtimeOf(models.path) })
  })

  it('says that what is there does not run', async () => {
    await writeFile(
      join(runtimeOf(models.path), 'node_modules/node-llama-cpp/dist/index.js'),
      'throw new Error("GLIBC")',
    )
    const failed = await run('install')
    expect(failed.failure()).toMatchObject({ code: 'CANNOT_RUN_HERE', message: expect.stringContaining('GLIBC') })
  })

  it('removes what runs models, and no model', async () => {
    await models.add('big.gguf', 'well')
    expect((await run('remove')).json()).toEqual({ wasInstalled: true })
    expect(await readdir(models.path)).toEqual(['big.gguf'])
    expect((await run('remove')).json()).toEqual({ wasInstalled: false })
  })

  it('without the registry says so, and leaves nothing that is not finished', async () => {
    await run('remove')
    const failed = await run('install')
    expect(failed.exitCode).toBe(7)
    expect(failed.failure()).toMatchObject({ code: 'NOT_INSTALLED', hint: expect.stringContaining('npm registry') })
    expect(await readdir(runtimesOf(models.path))).toEqual([])
  })

  it('names a directory that cannot be written to', async () => {
    await writeFile(join(models.path, 'file'), '')
    const failed = await runCli(['models', 'install', '--json', '--models-dir', join(models.path, 'file')])
    expect(failed.failure()).toMatchObject({ code: 'DIRECTORY_NOT_WRITABLE' })
  })
})
