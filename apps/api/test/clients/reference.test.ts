import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { GenerateContentResponse, Media } from '@powerpost/contract'
import { generateContentResponseSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { runProgram } from './run-program.ts'
import type { ValidatingProxy } from './validating-proxy.ts'
import { startValidatingProxy } from './validating-proxy.ts'

// The snippets of PowerPost's own "Generate Content" page, letter by letter: its users' programs must run here with only
// the host, the key, the workspace and the media ids replaced. They call it through a proxy that refuses what the document does not allow.

const PROGRAMS = {
  sh: { command: 'bash', arguments: ['-s'], print: '' },
  mjs: {
    command: process.execPath,
    arguments: ['--input-type=module'],
    print: 'console.log(JSON.stringify({ ...data, httpStatus: res.status }))',
  },
  py: {
    command: '/usr/bin/python3',
    arguments: ['-'],
    print: 'import json\nprint(json.dumps({**data, "httpStatus": res.status_code}))',
  },
} as const

const CREDITS = { text: 10, images: 6 + 2 + 1, video: 8 + 2 + 6 } as const

let server: TestServer
let proxy: ValidatingProxy
let mediaIds: Record<string, string>

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  proxy = await startValidatingProxy(server.url)
  const files = await makeMediaFiles()
  mediaIds = {
    'a1b2c3d4-e5f6-7890-abcd-ef1234567890': await upload(files.jpeg, 'image'),
    'f9g0h1i2-j3k4-5678-lmno-pq9876543210': await upload(files.mp4, 'video'),
  }
})
afterAll(async () => {
  await proxy.stop()
  await server.stop()
  await removeMediaFiles()
})

async function upload(path: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile(path)]), basename(path))
  form.append('type', type)
  const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  return ((await response.json()) as Media).media_id
}

async function readSnippet(name: string): Promise<string> {
  const replacements = {
    'https://powerpost.ai': proxy.url,
    pp_live_sk_YOUR_KEY: server.apiKey,
    YOUR_WORKSPACE_ID: server.workspaceId,
    ...mediaIds,
  }
  const snippet = await readFile(new URL(`./reference/${name}`, import.meta.url), 'utf8')
  return Object.entries(replacements).reduce((text, [from, to]) => text.replaceAll(from, to), snippet)
}

const CASES = (['text', 'images', 'video'] as const).flatMap((kind) =>
  (['sh', 'mjs', 'py'] as const).map((extension) => ({ kind, extension })),
)

describe("the reference page's snippet", () => {
  it.each(CASES)('for $kind, as $extension, is answered 200 and completes', async ({ kind, extension }) => {
    const { command, arguments: args, print } = PROGRAMS[extension]
    const snippet = await readSnippet(`${kind}.${extension}`)
    const input = extension === 'sh' ? snippet.replace('curl ', 'curl -sS --fail-with-body ') : `${snippet}\n${print}\n`
    const answer = JSON.parse(
      await runProgram({ command, arguments: args, input, directory: import.meta.dirname }),
    ) as GenerateContentResponse & { httpStatus?: number }
    if (extension !== 'sh') expect(answer.httpStatus).toBe(200)
    const started = generateContentResponseSchema.parse(answer)
    expect(started.credits_used).toBe(CREDITS[kind])
    const generation = await waitForGeneration(server, started.generation_id)
    expect(generation.status).toBe('completed')
    expect(Object.keys(generation.outputs ?? {})).toHaveLength(kind === 'text' ? 3 : 2)
  })
})
