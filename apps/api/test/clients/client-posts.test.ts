import type { Post } from '@powerpost/client'
import { ConflictError, PowerPost } from '@powerpost/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

it('the client makes a post of a generation, checks, schedules, cancels, changes and publishes it', async () => {
  const { apiKey, workspaceId, url: baseUrl } = server
  const powerpost = new PowerPost({ apiKey, workspaceId, baseUrl })
  for (const platform of ['x', 'instagram'] as const) await powerpost.connections.create({ platform, sandbox: true })
  const { jpeg } = await makeMediaFiles()
  const { media_id } = await powerpost.media.upload({ file: jpeg, type: 'image' })
  const { generation_id, outputs } = await powerpost.content.generateAndWait({
    prompt: 'We just shipped dark mode',
    post_types: ['x-post', 'instagram-feed'],
    research_mode: 'regular',
  })
  const items = [{ post_type: 'x-post' as const }, { post_type: 'instagram-feed' as const, media_ids: [media_id] }]
  const { post_id } = await powerpost.posts.create({ generation_id, items })
  expect(await powerpost.posts.preflight({ post_id })).toMatchObject({ publishable: true, problems: [], changes: [] })

  const scheduled_at = new Date(Date.now() + 3600_000).toISOString()
  expect(await powerpost.posts.schedule(post_id, { scheduled_at })).toMatchObject({ status: 'scheduled', scheduled_at })
  await expect(powerpost.posts.update(post_id, { items })).rejects.toThrow(ConflictError)
  expect(await powerpost.posts.cancel(post_id)).toMatchObject({ status: 'draft' })
  const updated = await powerpost.posts.update(post_id, { items: items.slice(0, 1) })
  expect(updated.items).toMatchObject([{ post_type: 'x-post', content: outputs?.x }])

  const published = await powerpost.posts.publishAndWait(post_id, { pollInterval: 50 })
  expect(published).toMatchObject({ status: 'published', outcome: 'all', credits_used: 4 })
  expect(published.items).toMatchObject([{ status: 'posted', attempts: 1, platform_url: expect.any(String) }])
  const listed: Post[] = []
  for await (const post of powerpost.posts.list({ status: 'published' })) listed.push(post)
  expect(listed).toEqual([published])
  const draft = await powerpost.posts.create({ items: [{ post_type: 'x-post', content: 'Never mind.' }] })
  expect(await powerpost.posts.delete(draft.post_id)).toEqual({ success: true })
})
