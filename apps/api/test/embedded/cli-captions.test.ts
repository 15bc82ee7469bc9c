import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Estimate, Generation, Media, WritingStyle } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makePicture } from '../media-files/index.ts'

let server: TestServer
let directory: string
beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-cli-captions-'))
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

function powerpost(args: readonly string[], input?: string): Promise<CliRun> {
  const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url }
  return runCli(args, { cwd: directory, environment, ...(input !== undefined && { input }) })
}

async function succeed<T>(args: readonly string[], input?: string): Promise<T> {
  const run = await powerpost([...args, '--json'], input)
  expect([run.stderr, run.exitCode]).toEqual(['', 0])
  return run.json<T>()
}

const CONTROLS = ['--emoji', 'none', '--hashtags', '1', '--avoid', 'exciting', '--model', 'built-in']

describe('captions', () => {
  it('are estimated, written and regenerated with the same controls', async () => {
    const asked = ['We just shipped dark mode', '--to', 'x,linkedin', '--variants', '2', ...CONTROLS]
    const estimate = await succeed<Estimate>(['estimate', ...asked])
    expect((await powerpost(['estimate', ...asked])).stdout).toMatch(
      new RegExp(`^for +quantity[\\s\\S]*further variants +2[\\s\\S]*\n${estimate.credits} credits\n$`),
    )
    const generation = await succeed<Generation>(['generate', ...asked])
    expect(generation.credits_used).toBe(estimate.credits)
    const id = generation.generation_id
    const again = await powerpost(
      ['generations', 'regenerate', id, '--to', 'x', '--instruction', '-', ...CONTROLS],
      'Shorter, please',
    )
    expect(again.stderr).toMatch(/credits, \d+ left\. Generation/)
    expect(again.exitCode).toBe(0)
    const after = await succeed<Generation>(['generations', 'show', id])
    expect(after.regeneration).toMatchObject({ status: 'completed', platforms: ['x'], instruction: 'Shorter, please' })
    expect(after.outputs?.linkedin).toBe(generation.outputs?.linkedin)
  })

  it('stand with what was asked for in addition, and with warnings of what was not done', async () => {
    await writeFile(join(directory, 'photo.png'), await makePicture('png'))
    const { data } = await succeed<{ data: Media[] }>(['media', 'upload', 'photo.png'])
    const args = ['generate', 'We opened a bakery', '--to', 'x', '--media', data[0]?.media_id ?? '']
    const run = await powerpost([...args, '--include', 'thread', 'alt_text'])
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toMatch(/^x\n[\s\S]*\n\nthread\n/)
    // The built-in model sees no images.
    expect(run.stderr).toMatch(/^warning: .+\n/)
  })

  it('of a platform that does not exist are not regenerated', async () => {
    const run = await powerpost(['generations', 'regenerate', 'ID', '--to', 'x-post'])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain('"x-post" is not a platform')
  })
})

describe('standard input', () => {
  it('is taken for a text, a file and an upload', async () => {
    const style = await succeed<{ writing_style_id: string }>(['styles', 'create', 'Dry', '--file', '-'], 'Be brief.')
    expect(await succeed<WritingStyle>(['styles', 'show', style.writing_style_id])).toMatchObject({
      instructions: 'Be brief.',
    })
    const items = [{ post_type: 'x-post', content: 'Hello.', captoin: 'a typing error' }]
    const created = await powerpost(['posts', 'create', '--file', '-'], JSON.stringify({ items }))
    expect(created.exitCode).toBe(0)
    expect(created.stderr).toMatch(/^warning: .*captoin/m)
  })

  it('is taken once', async () => {
    const run = await powerpost(['generate', '-', '--image', '-', '--to', 'x'], 'A text')
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain('Standard input can be read only once.')
  })
})

describe('what happened', () => {
  it('is listed by logs tail, and pages are named by open', async () => {
    const logs = await powerpost(['logs', 'tail', '--no-follow'])
    expect(logs.exitCode).toBe(0)
    expect(logs.stdout).toMatch(/createWritingStyle writing_style/)
    expect((await powerpost(['open', 'docs', '--print'])).stdout).toBe(`${server.url}/docs\n`)
  })
})
