import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { generatePythonClient } from './generate-python-client.ts'
import { runProgram } from './run-program.ts'

let server: TestServer
let directory: string

beforeAll(async () => {
  server = await startTestServer({ credits: 100 })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-python-'))
  await copyFile((await makeMediaFiles()).jpeg, join(directory, 'photo.jpg'))
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

/** Creates, polls, uploads and reads errors, and says what came of it. */
async function run(program: string): Promise<unknown> {
  const stdout = await runProgram({
    command: '/usr/bin/python3',
    arguments: ['-B', fileURLToPath(new URL(program, import.meta.url))],
    input: '',
    directory,
    environment: {
      PYTHONPATH: directory,
      POWERPOST_BASE_URL: server.url,
      POWERPOST_API_KEY: server.apiKey,
      POWERPOST_WORKSPACE_ID: server.workspaceId,
    },
  })
  return JSON.parse(stdout)
}

const DONE = {
  written: ['x', 'youtube'],
  from_media: 'images',
  newest: true,
  has_more: true,
  refusals: {
    body: [400, 'VALIDATION_ERROR', ['prompt']],
    missing: [404, 'NOT_FOUND', []],
    key: [401, 'INVALID_API_KEY', []],
  },
}

describe('a Python client', () => {
  it('that openapi-generator made of the document creates, polls, uploads and reads errors', async () => {
    await generatePythonClient(directory, server.url)
    expect(await run('generated_client_program.py')).toEqual(DONE)
  }, 180_000)

  it('that knows the document alone does too, and every answer is one that the document names', async () => {
    expect(await run('document_client_program.py')).toEqual(DONE)
  })
})
