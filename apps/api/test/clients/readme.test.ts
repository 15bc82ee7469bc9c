import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { generateContentResponseSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { runProgram } from './run-program.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const README = await readFile(`${ROOT}/README.md`, 'utf8')

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ credits: 50 })
})
afterAll(() => server.stop())

/** The blocks of a language, in their order. Without one: what programs print. */
function readBlocks(language: string): string[] {
  return [...README.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  )
}

function run(block: string): Promise<string> {
  const input = block
    .replace('curl ', 'curl -sS --fail-with-body ')
    .replaceAll('http://localhost:3000', server.url)
    .replace(/^npx -y pnpm@\S+ powerpost/, `${process.execPath} ${ROOT}/packages/cli/src/main.ts`)
  const environment = {
    POWERPOST_API_KEY: server.apiKey,
    POWERPOST_WORKSPACE_ID: server.workspaceId,
    POWERPOST_BASE_URL: server.url,
  }
  return runProgram({ command: 'bash', arguments: ['-s'], input, directory: tmpdir(), environment })
}

describe('the README', () => {
  it('starts and tests by one command each, and the rest works when pasted', async () => {
    const [start = '', curl = '', caption = '', test = '', ...others] = readBlocks('sh')
    expect([start, test, others]).toEqual([
      expect.stringMatching(/^npx -y pnpm@\S+ start\n$/),
      expect.stringMatching(/^npx -y pnpm@\S+ test\n$/),
      [],
    ])
    const shown = generateContentResponseSchema.parse(JSON.parse(readBlocks('json')[0] ?? ''))
    const answer = generateContentResponseSchema.parse(JSON.parse(await run(curl)))
    const { status, credits_used, remaining_credits } = shown
    expect(answer).toMatchObject({ status, credits_used, remaining_credits })
    expect(await run(caption)).toBe(readBlocks('')[1])
  })

  it('uses no variable that it does not have the reader set', () => {
    const set = new Set([...(readBlocks('')[0] ?? '').matchAll(/export (\w+)=/g)].map(([, name]) => name))
    const used = readBlocks('sh').flatMap((block) => [...block.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name))
    expect(set).toEqual(new Set(used))
  })

  it('fits on a screen or two', () => {
    expect(README.split('\n').length).toBeLessThan(90)
  })
})
