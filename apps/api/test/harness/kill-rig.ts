import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import { inventFirstAccount } from './first-account.ts'
import { openTestDatabase } from './open-test-database.ts'
import type { ServerProcess } from './server-process.ts'
import { startServerProcess } from './server-process.ts'
import { createTestDatabase } from './test-database.ts'

/** Whether a request that a server sent before it was killed has its effect. */
export const WAYS = ['before its effect', 'after its effect'] as const
export type Way = (typeof WAYS)[number]

/** A fake platform that keeps a request until a test has decided what becomes of it. */
interface HoldingPlatform {
  readonly state: { repair(): void }
  /** Keeps the next request of the name: `held` resolves when it is there, `release` lets it have its effect. */
  hold(name: string): { readonly held: Promise<unknown>; readonly release: () => void }
  /** Takes a held request away without its effect. */
  drop(name: string): void
  /** Whether no request is being worked on. */
  idle(): boolean
  stop(): unknown
}

interface KillRigOptions {
  readonly platform: HoldingPlatform
  /** The settings by which the server speaks to it. */
  readonly settings: Readonly<Record<string, string>>
  /** What is to be set on the platform for each test, after its `repair`. */
  readonly prepare?: () => void
}

/** A server process that publishes to a fake platform, and is killed and started again on the same database. */
export interface KillRig {
  readonly handle: DatabaseHandle
  /** The one that runs now: another after each start. */
  server(): ServerProcess
  request(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Answers the id of the medium. */
  upload(path: string, type: 'image' | 'video'): Promise<string>
  start(): Promise<void>
  kill(): Promise<void>
  /** Creates a post of one item, and begins to publish it. Answers its id. */
  publish(item: object): Promise<string>
  /** Waits until a post has ended. Nobody holds what a dead process held, and waits are not waited for. */
  untilEnded(id: string): Promise<Post>
  /** Kills the server while the platform has a request, which has its effect or not, starts it again, and waits for the end of the post. */
  killAt(name: string, way: Way, item: object): Promise<Post>
  /** Stops the server beyond its lease while the platform has a request that has its effect, and lets another one end the post. */
  freezeAt(name: string, item: object, hasEffect: () => boolean): Promise<Post>
  /** Ends all of it. */
  close(): Promise<void>
}

export async function startKillRig({ platform, settings, prepare = () => {} }: KillRigOptions): Promise<KillRig> {
  const account = inventFirstAccount()
  const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }
  const database = await createTestDatabase()
  const handle = await openTestDatabase(database)
  const credits = { POWERPOST_INITIAL_CREDITS: '1000', POWERPOST_LOG_LEVEL: 'debug' }
  const environment = { ...settings, ...account.environment, ...credits }
  let server: ServerProcess

  async function start(): Promise<void> {
    // Each process takes a tenth of a limit for itself: twenty that are killed within a minute would use it up.
    await sql`delete from rate_limits`.execute(handle.db)
    server = await startServerProcess({ database, environment })
  }
  async function kill(): Promise<void> {
    server.kill('SIGKILL')
    await server.exited
  }
  function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...tenant, ...Object.fromEntries(new Headers(init.headers)) }
    return fetch(new URL(path, server.url), { ...init, headers })
  }
  function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = { ...headers, 'content-type': 'application/json' }
    return request(path, { method: 'POST', headers: json, body: JSON.stringify(body) })
  }
  async function send<Body>(path: string, body: unknown): Promise<Body> {
    const response = await post(path, body)
    expect(response.status, await response.clone().text()).toBe(200)
    return (await response.json()) as Body
  }
  async function publish(item: object): Promise<string> {
    const { post_id } = await send<Post>('/api/v1/posts', { items: [item] })
    await send(`/api/v1/posts/${post_id}/publish`, {})
    return post_id
  }
  async function untilEnded(id: string): Promise<Post> {
    const deadline = performance.now() + 60_000
    for (;;) {
      const read = (await (await request(`/api/v1/posts/${id}`)).json()) as Post
      if (read.status === 'published' || read.status === 'failed') return read
      if (performance.now() > deadline) throw new Error(`${id} has not ended: ${JSON.stringify(read)}`)
      await sql`update post_items set due_at = now() where status = 'posting' and not claimed`.execute(handle.db)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  /** Begins to publish until the platform has the request. */
  async function publishUntil(name: string, item: object) {
    platform.state.repair()
    prepare()
    const { held, release } = platform.hold(name)
    const id = await publish(item)
    await held
    return { id, release }
  }
  const endLeases = () => sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)

  await start()
  return {
    handle,
    server: () => server,
    request,
    post,
    start,
    kill,
    publish,
    untilEnded,
    async upload(path, type) {
      const form = new FormData()
      form.append('file', new Blob([await readFile(path)]), basename(path))
      form.append('type', type)
      const uploaded = await request('/api/v1/media/upload', { method: 'POST', body: form })
      return ((await uploaded.json()) as { media_id: string }).media_id
    },
    async killAt(name, way, item) {
      const { id, release } = await publishUntil(name, item)
      await kill()
      // The request stands at the platform; it is done without anybody there to hear the answer, or not at all.
      if (way === 'after its effect') release()
      else platform.drop(name)
      await expect.poll(() => platform.idle(), { timeout: 10_000 }).toBe(true)
      await endLeases()
      await start()
      return untilEnded(id)
    },
    async freezeAt(name, item, hasEffect) {
      const { id, release } = await publishUntil(name, item)
      const frozen = server
      frozen.kill('SIGSTOP')
      release()
      await expect.poll(hasEffect).toBe(true)
      await endLeases()
      await start()
      const ended = await untilEnded(id)
      frozen.kill('SIGCONT')
      frozen.kill('SIGKILL')
      await frozen.exited
      return ended
    },
    async close() {
      await kill()
      await platform.stop()
      await handle.close()
      await database.remove()
    },
  }
}
