import { PowerPost } from '@powerpost/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { answerSignIn, see } from './harness/sign-in.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

let platform: SandboxPlatformServer
let server: TestServer
let powerpost: PowerPost
beforeAll(async () => {
  platform = await startSandboxPlatform()
  server = await startTestServer({ environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url }, credits: 100 })
  const { apiKey, workspaceId, url: baseUrl } = server
  powerpost = new PowerPost({ apiKey, workspaceId, baseUrl })
})
afterAll(async () => {
  await server.stop()
  await platform.stop()
  await removeMediaFiles()
})

it('the client leads a person from the link to one post in two accounts of one sign-in, each once', async () => {
  const asked = await powerpost.connections.create({
    platform: 'facebook',
    sandbox: true,
    sign_in: true,
    reference: 'user-1842',
  })
  if (!('authorize_url' in asked)) throw new Error('A link was expected')
  // Where the person comes back to: the browser opens it.
  await see(await answerSignIn(asked.authorize_url))
  const { status, reference, choices = [] } = await powerpost.connections.requests.waitFor(asked.request_id)
  expect([status, reference, choices.length]).toEqual(['choosing', 'user-1842', 4])

  const choice_ids = choices.slice(0, 2).map(({ choice_id }) => choice_id)
  const chosen = await powerpost.connections.requests.choose(asked.request_id, { choice_ids })
  const { connection_ids: ids = [] } = chosen
  expect([chosen.status, ids.length, chosen.choices]).toEqual(['connected', 2, undefined])

  const content = 'Fresh from the oven'
  const items = ids.map((connection_id) => ({ post_type: 'facebook-post' as const, content, connection_id }))
  const { post_id } = await powerpost.posts.create({ items })
  expect(await powerpost.posts.preflight({ post_id })).toMatchObject({ publishable: true, problems: [], changes: [] })
  const published = await powerpost.posts.publishAndWait(post_id, { pollInterval: 50 })
  expect(published).toMatchObject({ status: 'published', outcome: 'all' })
  expect(published.items.map(({ connection_id, status, attempts }) => [connection_id, status, attempts])).toEqual(
    ids.map((id) => [id, 'posted', 1]),
  )
  expect(platform.posts.map(({ text }) => text)).toEqual([content, content])
  const posted = published.items.map(({ platform_post_id }) => platform_post_id)
  expect(platform.posts.map((post) => post.post_id).toSorted()).toEqual(posted.toSorted())
})

it('the platform gets what is said about a file', async () => {
  const { connection_id } = (await powerpost.connections.create({ platform: 'x', sandbox: true })) as {
    connection_id: string
  }
  const { jpeg } = await makeMediaFiles()
  const { media_id } = await powerpost.media.upload({ file: jpeg, type: 'image' })
  const media = [{ media_id, alt_text: 'A loaf of rye bread' }]
  const { post_id } = await powerpost.posts.create({
    items: [{ post_type: 'x-post', content: 'Described', media, connection_id }],
  })
  await powerpost.posts.publishAndWait(post_id, { pollInterval: 50 })
  expect(platform.posts.at(-1)).toMatchObject({ text: 'Described', alt_texts: ['A loaf of rye bread'] })
})
