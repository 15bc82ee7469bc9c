import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection, Generation, Post, Preflight, PublishPostResponse } from '@powerpost/contract'
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
  directory = await mkdtemp(join(tmpdir(), 'powerpost-cli-posts-'))
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

function powerpost(...args: string[]): Promise<CliRun> {
  const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url }
  return runCli(args, { cwd: directory, environment })
}

async function succeed<T>(...args: string[]): Promise<T> {
  const run = await powerpost(...args, '--json')
  expect([run.stderr, run.exitCode]).toEqual(['', 0])
  return run.json<T>()
}

interface List<Item> {
  readonly data: Item[]
}

describe('connections', () => {
  it('are made, listed and deleted', async () => {
    const run = await powerpost('connections', 'create', 'facebook', '--sandbox', '--name', 'Bakery')
    expect(run.stdout).toMatch(/^[0-9a-f-]{36}\n$/)
    const id = run.stdout.trim()
    const { data } = await succeed<List<Connection>>('connections', 'list', '--platform', 'facebook')
    expect(data).toMatchObject([{ connection_id: id, display_name: 'Bakery', sandbox: true }])
    expect((await powerpost('connections', 'list')).stdout).toContain('facebook (sandbox)  Bakery')
    expect((await powerpost('connections', 'delete', id)).stdout).toBe(`${id} is deleted.\n`)
    expect((await powerpost('connections', 'list')).stdout).toBe('There are none.\n')
  })
})

describe('posts', () => {
  it('are drafted with a picture, checked, changed, scheduled, cancelled and published', async () => {
    await powerpost('connections', 'create', 'x', '--sandbox')
    await writeFile(join(directory, 'photo.png'), await makePicture('png'))
    const created = await powerpost('posts', 'create', 'Dark mode is here.', '--to', 'x', '--image', 'photo.png')
    const id = created.stdout.trim()
    const draft = await succeed<Post>('posts', 'show', id)
    expect(draft.items).toMatchObject([{ post_type: 'x-post', content: 'Dark mode is here.', status: 'draft' }])
    expect(draft.items[0]?.media_ids).toHaveLength(1)
    expect((await powerpost('posts', 'check', id)).stdout).toBe('The platforms accept it.\n')
    const media = draft.items[0]?.media_ids[0] ?? ''
    const changed = await powerpost('posts', 'update', id, 'Dark mode, at last.', '--to', 'x', '--media', media)
    expect(changed.stdout).toMatch(new RegExp(`^${id} {2}draft\n\nx-post {2}draft[^\n]*\nDark mode, at last.\nmedia: `))
    const at = new Date(Date.now() + 3600_000).toISOString()
    expect(await succeed('posts', 'schedule', id, '--at', at)).toMatchObject({ status: 'scheduled', scheduled_at: at })
    expect((await powerpost('posts', 'list', '--status', 'scheduled')).stdout).toContain('Dark mode, at last.')
    expect(await succeed('posts', 'cancel', id)).toMatchObject({ status: 'draft' })
    const published = await powerpost('posts', 'publish', id)
    expect(published.stdout).toMatch(new RegExp(`^${id} {2}published\n\nx-post {2}posted`))
    expect(published.stderr).toMatch(/^4 credits charged, \d+ left\./)
    expect(published.exitCode).toBe(0)
    const again = await powerpost('posts', 'publish', id)
    expect([again.exitCode, again.stdout]).toEqual([5, ''])
    expect((await powerpost('posts', 'delete', id)).exitCode).toBe(5)
  })

  it('are drafted from a generation, or from a file where items differ, and deleted', async () => {
    const generation = await succeed<Generation>('generate', 'We opened a bakery', '--to', 'x')
    const from = ['--generation', generation.generation_id, '--to', 'x']
    const draft = await succeed<Post>('posts', 'create', ...from, '--idempotency-key', 'draft-1')
    expect(draft.items).toMatchObject([{ content: generation.outputs?.x }])
    expect(await succeed('posts', 'create', ...from, '--idempotency-key', 'draft-1')).toEqual(draft)
    const items = [
      { post_type: 'linkedin-post', content: 'At length.' },
      { post_type: 'x-post', content: 'Shortly.' },
    ]
    await writeFile(join(directory, 'post.json'), JSON.stringify({ items }))
    expect((await succeed<Post>('posts', 'create', '--file', 'post.json')).items).toMatchObject(items)
    expect((await powerpost('posts', 'delete', draft.post_id)).stdout).toBe(`${draft.post_id} is deleted.\n`)
    expect((await powerpost('posts', 'show', draft.post_id)).exitCode).toBe(4)
    const said = ['--fit', 'crop', '--first-comment', 'More below.']
    const fitted = await succeed<Post>('posts', 'create', 'Look', '--to', 'instagram-feed', ...said)
    expect(fitted.items).toMatchObject([{ fit: 'crop', first_comment: 'More below.' }])
  })

  it('that no platform would take say what mends them, and are not published', async () => {
    const draft = await succeed<Post>('posts', 'create', 'Look', '--to', 'tiktok-video')
    const check = await powerpost('posts', 'check', draft.post_id, '--json')
    expect(check.exitCode).toBe(2)
    const rules = ['media', 'privacy_level', 'allow_comment', 'allow_duet', 'allow_stitch', 'connection']
    expect(check.json<Preflight>().problems.map(({ rule }) => rule)).toEqual(rules)
    expect((await powerpost('posts', 'check', draft.post_id)).stdout).toContain(
      'error: items[0].media_ids: TikTok needs a video. Upload one and name it in media_ids.',
    )
    const refused = await powerpost('posts', 'publish', draft.post_id)
    expect([refused.exitCode, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('TikTok needs a video.')
  })

  it('begin to be published without waiting, and are then seen to be', async () => {
    const draft = await succeed<Post>('posts', 'create', 'Hello.', '--to', 'x')
    const started = await succeed<PublishPostResponse>('posts', 'publish', draft.post_id, '--no-wait')
    expect(started).toMatchObject({ post_id: draft.post_id, status: 'publishing', credits_used: 4 })
    const isPublished = async () => (await succeed<Post>('posts', 'show', draft.post_id)).status
    await expect.poll(isPublished, { timeout: 45_000 }).toBe('published')
    const itemId = draft.items[0]?.item_id ?? ''
    expect((await powerpost('posts', 'retry', draft.post_id, itemId)).exitCode).toBe(5)
  })

  it.each([
    [['posts', 'create', 'Hello'], /--to/],
    [['posts', 'create', '--to', 'x'], /nothing to post/],
    [['posts', 'create', '--file', 'nowhere.json'], /nowhere\.json cannot be read/],
    [['posts', 'create', 'Hello', '--to', 'youtube'], /items\[0\]\.title/],
    [['posts', 'schedule', 'id', '--at', 'soon'], /"soon" is not a valid time/],
    [['connections', 'create', 'myspace'], /myspace/],
  ])('%j is a mistake that the user can fix', async (args, words) => {
    const run = await powerpost(...args)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(words)
  })
})
