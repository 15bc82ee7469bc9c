import type { PlatformChoices, Post, Queue, QueuePreview } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ work: false })
})
afterAll(() => server.stop())

function powerpost(...args: string[]): Promise<CliRun> {
  return runCli(args, { environment: { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url } })
}

async function succeed<T>(...args: string[]): Promise<T> {
  const run = await powerpost(...args, '--json')
  expect([run.stderr, run.exitCode]).toEqual(['', 0])
  return run.json<T>()
}

it('queues are created, shown, filled, changed and deleted in the terminal', async () => {
  const slots = ['--slots', 'weekdays=09:00', '--slots', 'monday,sunday=17:30,09:00']
  const created = await powerpost('queues', 'create', 'Mornings', '--timezone', 'Europe/Berlin', ...slots)
  const id = created.stdout.trim()
  expect(await succeed<Queue>('queues', 'show', id)).toMatchObject({
    name: 'Mornings',
    slots: { monday: ['09:00', '17:30'], tuesday: ['09:00'], sunday: ['09:00', '17:30'] },
  })
  expect((await powerpost('queues', 'show', id)).stdout).toContain('Mornings  Europe/Berlin\nmonday: 09:00, 17:30\n')
  expect((await powerpost('queues', 'list')).stdout).toContain(`${id}  Mornings  Europe/Berlin`)
  await powerpost('connections', 'create', 'x', '--sandbox')
  const post = (await powerpost('posts', 'create', 'Dark mode is here.', '--to', 'x')).stdout.trim()
  expect(await succeed<Post>('posts', 'schedule', post, '--queue', id)).toMatchObject({ queue_id: id })
  const { slots: next } = await succeed<QueuePreview>('queues', 'slots', id, '--limit', '2')
  expect(next).toMatchObject([{ status: 'taken', post_id: post }, { status: 'free' }])
  expect((await powerpost('queues', 'slots', id)).stdout).toMatch(
    new RegExp(`Europe/Berlin +slot +post\n\\S+ \\d\\d:\\d\\d +taken +${post}\n`),
  )
  const changed = await powerpost('queues', 'update', id, '--slots', 'weekends=10:15')
  expect(changed.stdout).toBe('Mornings  Europe/Berlin\nsaturday: 10:15\nsunday: 10:15\n')
  expect(changed.stderr).toContain('1 post of the queue keeps its time')
  expect((await powerpost('queues', 'delete', id)).stdout).toBe(`${id} is deleted.\n`)
})

it.each([
  [['queues', 'create', 'Q', '--timezone', 'UTC', '--slots', 'someday=09:00'], /does not name slots/],
  [['queues', 'create', 'Q', '--timezone', 'UTC', '--slots', 'monday'], /does not name slots/],
  [['queues', 'update', 'ID'], /nothing to change/],
  [['posts', 'schedule', 'ID', '--queue', 'ID', '--at', '2099-01-01T00:00:00Z'], /given twice/],
])('%j is refused before anything is sent', async (args, message) => {
  const run = await powerpost(...args)
  expect([run.exitCode, run.stdout]).toEqual([2, ''])
  expect(run.stderr).toMatch(message)
})

it('choices of an account are listed with the option that takes them', async () => {
  const id = (await powerpost('connections', 'create', 'youtube', '--sandbox')).stdout.trim()
  const { choices } = await succeed<PlatformChoices>('connections', 'choices', id, 'playlists')
  const text = (await powerpost('connections', 'choices', id, 'playlists')).stdout
  for (const { value, label } of choices) expect(text).toMatch(new RegExp(`playlist_id +${String(value)} +${label}`))
})
