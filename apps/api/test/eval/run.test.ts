import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Behaviour, FakeModelServer } from '../fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../fake-models/index.ts'

const RUN = fileURLToPath(new URL('run.ts', import.meta.url))

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-eval-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function fake(behaviour: Behaviour): Promise<FakeModelServer> {
  const server = await startFakeModel('openai-compatible', behaviour)
  onTestFinished(() => server.close())
  return server
}

/** `pnpm eval:captions`, about the briefs whose kind or name has a text. */
async function evaluate(options: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [RUN, '--only', 'secret', '--out', directory, ...options], {
    cwd: directory,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output, page: await readFile(join(directory, 'index.html'), 'utf8').catch(() => '') }
}

describe('the evaluation', () => {
  it('of the built-in model is judged by a model at an address of its own', async () => {
    const judge = await fake(behave.answer('{ "instagram": 3, "x": 1, "tiktok": 9, "youtube": "2" }'))
    const options = ['--judge', 'openai-compatible:judge', '--judge-url', judge.baseUrl]
    const { code, output, page } = await evaluate(options)
    expect({ code, output }).toMatchObject({ code: 0 })
    // Of three scores that count one is a 1; 9 is none.
    expect(output).toMatch(
      /judged by openai-compatible:judge, (\d+) of \d+ captions: 0: 0, 1: \d+, 2: \d+, 3: \d+; 67 % at 2 or 3/u,
    )
    expect(page).toContain('<html')
    const [request] = judge.requests
    expect(request?.instructions).toContain('You are the editor')
    expect(request?.texts.join()).toMatch(/<<<(\w+) brief>>>[^]*<<<\1 post>>>\ninstagram:/u)
  })

  it('goes on where the judge fails, and says so', async () => {
    const judge = await fake(behave.inTurn(behave.status(500), behave.answer('{ "x": 3 }')))
    const { code, output } = await evaluate(['--judge', 'openai-compatible:judge', '--judge-url', judge.baseUrl])
    expect(code).toBe(0)
    expect(output).toContain('was not judged: openai-compatible:judge is down (500)')
    expect(output).toContain('100 % at 2 or 3')
  })

  it('of a model says what it cost, and gives the key of its vendor to no judge of another', async () => {
    const writer = await fake(behave.answer(goodAnswer))
    const judge = await fake(behave.answer('{ "x": 2 }'))
    const { code, output } = await evaluate(
      ['--model', 'openai-compatible:writer', '--judge', 'openai-compatible:judge', '--judge-url', judge.baseUrl],
      { POWERPOST_TEXT_BASE_URL: writer.baseUrl, POWERPOST_TEXT_API_KEY: 'sk-of-the-writer' },
    )
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toMatch(/\d+ calls, \d+ tokens in, \d+ out/u)
    expect(writer.requests[0]?.headers.authorization).toBe('Bearer sk-of-the-writer')
    expect(judge.requests[0]?.headers.authorization).toBeUndefined()
  })
})
