import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { runProgram } from './run-program.ts'

const PROGRAM = fileURLToPath(new URL('document_client_program.py', import.meta.url))

let server: TestServer
let directory: string

beforeAll(async () => {
  server = await startTestServer({ credits: 100 })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-document-client-'))
  await copyFile((await makeMediaFiles()).jpeg, join(directory, 'photo.jpg'))
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

describe('a Python client that knows the document alone', () => {
  it('creates, polls, uploads and reads errors, and every answer is one that the document names', async () => {
    const stdout = await runProgram({
      command: '/usr/bin/python3',
      arguments: ['-B', PROGRAM],
      input: '',
      directory,
      environment: {
        POWERPOST_BASE_URL: server.url,
        POWERPOST_API_KEY: server.apiKey,
        POWERPOST_WORKSPACE_ID: server.workspaceId,
      },
    })
    expect(JSON.parse(stdout)).toEqual({
      written: ['x', 'youtube'],
      from_media: 'images',
      newest: true,
      has_more: true,
      refusals: {
        body: [400, 'VALIDATION_ERROR', ['prompt']],
        missing: [404, 'NOT_FOUND', []],
        key: [401, 'INVALID_API_KEY', []],
      },
    })
  })
})
