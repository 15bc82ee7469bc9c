import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import type { GenerateContentResponse } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { readUntil, waitForGenerationAt } from '../harness/wait-for.ts'
import type { FakeModelsDirectory } from '../local-model/fake-models-directory.ts'
import { createFakeModelsDirectory } from '../local-model/fake-models-directory.ts'

const apiKey = `pp_live_sk_${randomBytes(16).toString('hex')}`
const workspaceId = randomUUID()
const headers = { 'x-api-key': apiKey, 'x-workspace-id': workspaceId }

let database: TestDatabase
let models: FakeModelsDirectory
let server: ServerProcess

beforeEach(async () => {
  database = await createTestDatabase()
  models = await createFakeModelsDirectory()
})
afterEach(async () => {
  server.kill('SIGKILL')
  await server.exited
  await database.remove()
  await models.remove()
})

async function start(model: string): Promise<void> {
  server = await startServerProcess({
    database,
    environment: {
      POWERPOST_BOOTSTRAP_API_KEY: apiKey,
      POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspaceId,
      POWERPOST_TEXT_MODEL: model,
      POWERPOST_MODELS_DIR: models.path,
    },
  })
}

async function generate(): Promise<string> {
  const body = { prompt: 'Dark mode is here', post_types: ['x-post', 'linkedin-post'], research_mode: 'regular' }
  const response = await fetch(`${server.url}/api/v1/content/generate`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return ((await response.json()) as GenerateContentResponse).generation_id
}

/** Of the processes that run models for the server. */
function childrenOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return rows.flatMap((row) => {
    const [, child, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(row) ?? []
    return Number(parent) === pid && args.includes('ai-sdk/local/child.ts') ? Number(child) : []
  })
}

describe('a local model', () => {
  it('writes the captions of a generation, which say so', async () => {
    await models.add('some.gguf', 'well')
    await start('local:some.gguf')
    expect(childrenOf(server.pid)).toEqual([])
    expect(await waitForGenerationAt(server, await generate(), headers)).toMatchObject({
      status: 'completed',
      generator: { model: 'local:some.gguf' },
    })
    expect(childrenOf(server.pid)).toHaveLength(1)
  })

  it('that dies once is asked again', async () => {
    await models.add('some.gguf', 'dies once')
    await start('local:some.gguf')
    const ended = await waitForGenerationAt(server, await generate(), headers)
    expect(ended).toMatchObject({ status: 'completed' })
    expect(server.stderr()).toContain('local:some.gguf ended while it was running')
  })

  it('that fails for good gives way to the next of the list', async () => {
    await models.add('broken.gguf', 'not loaded')
    await models.add('some.gguf', 'well')
    await start('local:broken.gguf,local:some.gguf')
    expect(await waitForGenerationAt(server, await generate(), headers)).toMatchObject({
      status: 'completed',
      generator: { model: 'local:some.gguf' },
    })
  })

  it('ends with its server, however that ends', async () => {
    await models.add('some.gguf', 'waits')
    await start('local:some.gguf')
    await generate()
    const isThere = (pids: number[]) => pids.length === 1
    const [child = 0] = await readUntil({
      what: 'a process that runs the model',
      read: async () => childrenOf(server.pid),
      isEnough: isThere,
    })
    server.kill('SIGKILL')
    await server.exited
    await readUntil({ what: 'its end', read: async () => isRunning(child), isEnough: (running) => !running })
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\s*Z/u.test(execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }))
  } catch {
    return false
  }
}
