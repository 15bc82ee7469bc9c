import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { claimItems } from '#features/publishing/engine/claims.repository.ts'
import { addWorkspace } from './harness/add-tenant.ts'
import { addScheduled } from './harness/add-scheduled.ts'
import { createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

let server: TestServer
afterEach(() => server.stop())

async function readAccountId(): Promise<string> {
  return (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
}

describe('one workspace with a long queue makes no other wait for all of it:', () => {
  it('generations are begun in turns, and those of one workspace in their order', async () => {
    const begun: string[] = []
    const model = createScriptedModel(async function* (brief) {
      begun.push(brief.prompt ?? '')
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 10_000, work: false, model })
    const generate = async (prompt: string, workspaceId: string) => {
      const body = { prompt, post_types: ['x-post'], research_mode: 'regular' }
      const response = await server.post('/api/v1/content/generate', body, { 'x-workspace-id': workspaceId })
      return ((await response.json()) as { generation_id: string }).generation_id
    }
    const busy: string[] = []
    for (let count = 0; count < 60; count += 1) busy.push(await generate(`busy ${count}`, server.workspaceId))
    const other = await addWorkspace(server.db, await readAccountId())
    await generate('other 0', other)
    await generate('other 1', other)
    await server.work()
    await waitForGeneration(server, busy.at(-1) ?? '')
    // As many as can run at once begin in any order.
    for (const prompt of ['other 0', 'other 1']) expect(begun.indexOf(prompt)).toBeLessThan(30)
    expect(begun).toHaveLength(62)
    const late = busy.map((_, count) => begun.indexOf(`busy ${count}`)).slice(50)
    expect(Math.min(...late)).toBeGreaterThan(20)
  })

  it('items to post are claimed in turns, and those of one workspace in their order', async () => {
    server = await startTestServer({ work: false })
    const accountId = await readAccountId()
    const now = new Date()
    const addDue = async (workspaceId: string, count: number, seconds: number) => {
      const connectionId = null
      const times = Array.from({ length: count }, () => now)
      const posts = await addScheduled(server.db, { accountId, workspaceId, connectionId, times, contentOf: String })
      const dueAt = new Date(now.getTime() - seconds * 1000)
      await sql`
        update post_items set status = 'posting', stage = 'preparing', lane = 'x', workspace_id = ${workspaceId},
          due_at = ${dueAt}::timestamptz + content::int * interval '1 ms'
        where post_id = any(${[...posts]}::uuid[])`.execute(server.db)
    }
    const [first, second] = [await addWorkspace(server.db, accountId), await addWorkspace(server.db, accountId)]
    await addDue(server.workspaceId, 200, 60)
    await addDue(first, 3, 30)
    await addDue(second, 1, 20)
    const claim = async (slots: number, runningIds: readonly string[] = []) => {
      const leaseUntil = new Date(now.getTime() + 15_000)
      const items = await claimItems(server.db, { slots: new Map([['x', slots]]), runningIds, now, leaseUntil })
      const ids = items.map(({ id }) => id)
      const rows = await server.db
        .selectFrom('post_items')
        .select(['workspace_id', 'content'])
        .where('id', 'in', [randomUUID(), ...ids])
        .execute()
      const of = (workspaceId: string) =>
        rows
          .filter((row) => row.workspace_id === workspaceId)
          .map(({ content }) => Number(content))
          .toSorted((a, b) => a - b)
      return { ids, busy: of(server.workspaceId), first: of(first), second: of(second) }
    }
    const begun = await claim(5)
    expect(begun).toMatchObject({ busy: [0, 1], first: [0, 1], second: [0] })
    // Of the busy one most run already.
    const next = await claim(2, begun.ids)
    expect(next).toMatchObject({ busy: [2], first: [2], second: [] })
    expect(await claim(3, [...begun.ids, ...next.ids])).toMatchObject({ busy: [3, 4, 5], first: [], second: [] })
  })
})
