import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  ApiKey,
  CalendarEntry,
  CreateApiKeyResponse,
  Generation,
  LedgerEntry,
  WebhookDelivery,
  WebhookEndpoint,
  Workspace,
  WritingStyle,
} from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWorkspace } from '../harness/add-tenant.ts'
import { findFreePort } from '../harness/free-port.ts'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makePicture } from '../media-files/index.ts'

let server: TestServer
let directory: string

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-cli-'))
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

function powerpost(args: readonly string[], environment: Record<string, string | undefined> = {}): Promise<CliRun> {
  return runCli(args, {
    cwd: directory,
    environment: { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url, ...environment },
  })
}

async function succeed<T>(...args: string[]): Promise<T> {
  const run = await powerpost([...args, '--json'])
  expect(run.stderr).toBe('')
  expect(run.exitCode).toBe(0)
  return run.json<T>()
}

interface List<Item> {
  readonly data: Item[]
  readonly has_more: boolean
}

describe('generate', () => {
  it('prints the captions below the names of their platforms, and next to them what they cost', async () => {
    const run = await powerpost(['generate', 'We just shipped dark mode', '--to', 'x,instagram', '--cta', 'Try it now'])
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toMatch(/^x\n[\s\S]*Try it now[\s\S]*\n\ninstagram\n[\s\S]*Try it now/)
    expect(run.stderr).toMatch(/^\n8 credits, \d+ left\. Generation [0-9a-f-]{36}\n$/)
  })

  it('uploads pictures first, and answers the generation as JSON', async () => {
    const path = join(directory, 'photo.png')
    await writeFile(path, await makePicture('png'))
    const args = ['generate', '--image', path, '--to', 'instagram-reel', '--to', 'youtube', '--research', 'deep']
    const generation = await succeed<Generation>(...args)
    expect(generation).toMatchObject({ status: 'completed', input_type: 'images', research_mode: 'deep' })
    expect(Object.keys(generation.outputs ?? {})).toEqual(['instagram', 'youtube'])
    expect(await succeed('generations', 'show', generation.generation_id, '--wait')).toEqual(generation)
  })

  it('with an idempotency key runs and costs once, pictures and all', async () => {
    const path = join(directory, 'again.png')
    await writeFile(path, await makePicture('png'))
    const args = ['generate', 'Once', '--image', path, '--to', 'x', '--idempotency-key', 'run-1']
    const before = await succeed<{ balance: number }>('credits', 'balance')
    const first = await succeed<Generation>(...args)
    const again = await succeed<Generation>(...args)
    expect(again.generation_id).toBe(first.generation_id)
    // The built-in model sees no images: what was charged for them is refunded.
    expect(again.credits_refunded).toBeGreaterThan(0)
    const cost = again.credits_used - (again.credits_refunded ?? 0)
    expect(await succeed('credits', 'balance')).toEqual({ balance: before.balance - cost })
  })

  it('spends no more than it may, and more than there is not at all', async () => {
    const run = await powerpost(['generate', 'Something dear', '--to', 'x', '--max-credits', '5', '--json'])
    expect(run).toMatchObject({ exitCode: 6, stdout: '' })
    expect(run.failure()).toMatchObject({ code: 'INSUFFICIENT_CREDITS', exit_code: 6 })
  })

  it.each([
    [['generate', 'For whom?'], /--to/],
    [['generate', '--to', 'x'], /nothing to write about/],
    [['generate', 'Hello there', '--to', 'myspace'], /"myspace" is not a platform[\s\S]*linkedin/],
    [['generate', 'Hello there', '--to', 'x', '--max-credits', 'ten'], /whole number/],
    [['generate', 'Hello there', '--to', 'x', '--image', 'nowhere.png'], /nowhere\.png cannot be read/],
    [['generate', 'Hello there', '--to', 'x', '--source', 'not an address'], /source_urls/],
    [['generate', 'Hello there', '--to', 'x', '--style', 'no-such'], /writing_style_id/],
    [['generat'], /Did you mean generate/],
  ])('%j is a mistake that the user can fix, and starts nothing', async (args, words) => {
    const before = await server.db.selectFrom('generations').select('id').execute()
    const run = await powerpost(args)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(words)
    expect(await server.db.selectFrom('generations').select('id').execute()).toHaveLength(before.length)
  })
})

describe('webhooks', () => {
  const url = 'https://example.com/webhooks'

  it('are created with a secret that is shown once, changed, rotated, tested and deleted', async () => {
    const run = await powerpost(['webhooks', 'create', url, '--events', 'generation.completed,generation.failed'])
    expect(run.stdout).toMatch(/^[0-9a-f-]{36}\nwhsec_\S+\n$/)
    const [id = '', secret = ''] = run.stdout.split('\n')
    const { data } = await succeed<List<WebhookEndpoint>>('webhooks', 'list')
    expect(data).toMatchObject([{ endpoint_id: id, url, events: ['generation.completed', 'generation.failed'] }])
    expect(JSON.stringify(data)).not.toContain(secret)
    expect(await succeed('webhooks', 'update', id, '--disable')).toMatchObject({ disabled: true })
    expect(await succeed('webhooks', 'update', id, '--no-disable', '--events', 'post.failed')).toMatchObject({
      disabled: false,
      events: ['post.failed'],
    })
    expect((await succeed<{ secret: string }>('webhooks', 'rotate-secret', id)).secret).not.toBe(secret)
    const sent = await succeed<WebhookDelivery>('webhooks', 'test', id)
    const list = ['webhooks', 'deliveries', '--endpoint', id, '--event', 'webhook.test']
    expect((await succeed<List<WebhookDelivery>>(...list)).data).toMatchObject([{ delivery_id: sent.delivery_id }])
    const since = ['--since', '2026-01-01', '--status', 'delivered']
    expect(await succeed('webhooks', 'replay', '--endpoint', id, ...since)).toEqual({
      replayed: 0,
      has_more: false,
      next_since: null,
    })
    expect((await powerpost(['webhooks', 'delete', id])).stdout).toBe(`${id} is deleted.\n`)
    expect((await powerpost(['webhooks', 'list'])).stdout).toBe('There are none.\n')
  })

  it.each([
    [['webhooks', 'create', url], /--events/],
    [['webhooks', 'create', url, '--events', 'no.such'], /events/],
    [['webhooks', 'create', 'http://127.0.0.1', '--events', 'post.failed'], /url/],
    [['webhooks', 'replay'], /id of a delivery, or --endpoint/],
    [['webhooks', 'replay', '--endpoint', 'a', '--since', 'soon'], /"soon" is not a valid time/],
  ])('%j is a mistake that the user can fix', async (args, words) => {
    const run = await powerpost(args)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(words)
  })
})

describe('the account', () => {
  it('shows the balance, and the ledger as far as it was asked for', async () => {
    const { balance } = await succeed<{ balance: number }>('credits', 'balance')
    expect((await powerpost(['credits', 'balance'])).stdout).toBe(`${balance} credits\n`)
    const some = await succeed<List<LedgerEntry>>('credits', 'ledger', '--limit', '2')
    expect(some).toMatchObject({ data: { length: 2 }, has_more: true })
    const all = await succeed<List<LedgerEntry>>('credits', 'ledger', '--limit', '1000')
    expect(all.has_more).toBe(false)
    expect(all.data.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance)
    expect((await powerpost(['credits', 'ledger', '--limit', '1000'])).stdout).toContain('grant: Initial credits')
  })

  it('makes a key that is shown once, can do what it was made for, and is revoked', async () => {
    const args = ['keys', 'create', 'Reader', '--scopes', 'account:read', '--expires', '2099-01-01']
    const created = await powerpost(args)
    expect(created.stdout).toMatch(/^pp_live_sk_\w+\n$/)
    const environment = { POWERPOST_API_KEY: created.stdout.trim() }
    expect((await powerpost(['credits', 'balance'], environment)).exitCode).toBe(0)
    const refused = await powerpost(['keys', 'create', 'More', '--preset', 'read_only'], environment)
    expect(refused.exitCode).toBe(3)
    expect(refused.stderr).toMatch(/account:manage/)

    const { data } = await succeed<List<ApiKey>>('keys', 'list')
    const key = data.find(({ name }) => name === 'Reader')
    expect(key).toMatchObject({ expires_at: '2099-01-01T00:00:00.000Z', scopes: ['account:read'] })
    expect((await powerpost(['keys', 'list'])).stdout).not.toContain(created.stdout.trim())
    expect(await succeed('keys', 'revoke', key?.key_id ?? '')).toEqual({ success: true })
    expect((await powerpost(['credits', 'balance'], environment)).exitCode).toBe(3)
  })

  it('makes a sandbox key that spends nothing', async () => {
    const { key = '' } = await succeed<CreateApiKeyResponse>(
      'keys',
      'create',
      'T',
      '--preset',
      'read_write',
      '--sandbox',
    )
    expect(key).toMatch(/^pp_test_sk_/)
    const { balance } = await succeed<{ balance: number }>('credits', 'balance')
    const run = await powerpost(['generate', 'For free', '--to', 'x'], { POWERPOST_API_KEY: key })
    expect(run.exitCode).toBe(0)
    expect(await succeed('credits', 'balance')).toEqual({ balance })
  })

  it('makes, renames and deletes workspaces', async () => {
    const made = await succeed<Workspace>('workspaces', 'create', 'Bakery')
    expect(await succeed('workspaces', 'rename', made.workspace_id, 'Café')).toMatchObject({ name: 'Café' })
    expect((await powerpost(['workspaces', 'list'])).stdout).toContain('Café')
    await succeed('styles', 'create', 'Ours', '--instructions', 'Dry.', '--workspace', made.workspace_id)
    expect(await powerpost(['workspaces', 'delete', made.workspace_id])).toMatchObject({ exitCode: 5, stdout: '' })
    expect(await succeed('workspaces', 'delete', made.workspace_id, '--force')).toEqual({ success: true })
  })
})

describe('writing styles', () => {
  it('are made from a text or a file, changed, and deleted', async () => {
    await writeFile(join(directory, 'voice.txt'), 'Short sentences.')
    const args = ['styles', 'create', 'Dry', '--file', 'voice.txt', '--example', 'We fixed it.', '--active']
    const made = await succeed<WritingStyle>(...args)
    expect(made).toMatchObject({ instructions: 'Short sentences.', examples: ['We fixed it.'], active: true })
    const id = made.writing_style_id
    expect(await succeed('styles', 'update', id, '--no-active')).toMatchObject({ active: false, name: 'Dry' })
    expect((await powerpost(['styles', 'show', id])).stdout).toContain('Example:\nWe fixed it.')
    expect((await succeed<List<WritingStyle>>('styles', 'list')).data).toHaveLength(1)
    const learn = await powerpost(['styles', 'learn', '--file', 'voice.txt'])
    expect(learn).toMatchObject({ exitCode: 7, stderr: expect.stringContaining('POWERPOST_TEXT_MODEL') })
    expect(await powerpost(['styles', 'learn'])).toMatchObject({ exitCode: 2, stdout: '' })
    expect(await succeed('styles', 'delete', id)).toEqual({ success: true })
    expect(await powerpost(['styles', 'show', id])).toMatchObject({ exitCode: 4, stdout: '' })
  })
})

describe('the calendar', () => {
  it('is planned, moved, listed and shared', async () => {
    const create = ['calendar', 'create', 'Fair', '--date', '2026-12-24', '--time', '18:30', '--to', 'instagram,x']
    const { entry_id: id, ...made } = await succeed<CalendarEntry>(...create)
    expect(made).toMatchObject({ title: 'Fair', scheduled_time: '18:30', platforms: ['instagram', 'x'] })
    expect(await succeed('calendar', 'update', id, '--time', '')).toMatchObject({ scheduled_time: null })
    const listed = await powerpost(['calendar', 'list', '--from', '2026-12-20', '--posts'])
    expect(listed.stdout).toMatch(/2026-12-24 .*planned .*instagram, x .*Fair/)
    expect(await powerpost(['calendar', 'list', '--from', 'today'])).toMatchObject({ exitCode: 2, stdout: '' })
    const link = await powerpost(['calendar', 'feeds', 'create', 'Pot'])
    expect(await (await fetch(link.stdout.trim())).text()).toContain('SUMMARY:Fair')
    expect((await powerpost(['calendar', 'feeds', 'list'])).stdout).toContain('Pot')
    expect(await succeed('calendar', 'delete', id)).toEqual({ success: true })
  })
})

describe('analytics', () => {
  it('are summed up, plain where nobody looks at a terminal, and exported', async () => {
    const summary = await powerpost(['analytics', 'summary', '--from', '2026-11-01', '--to', '2026-11-02'])
    expect(summary.stdout).toContain('views\n2026-11-01\t0\n2026-11-02\t0')
    expect(await succeed('analytics', 'summary', '--by', 'platform')).toMatchObject({ group_by: 'platform' })
    const csv = await powerpost(['analytics', 'export', '--from', '2026-11-01', '--to', '2026-11-02'])
    expect(csv.stdout).toMatch(/^item_id,post_id,platform,.*watch_seconds\r\n$/)
    expect(await powerpost(['analytics', 'show', 'nobody'])).toMatchObject({ exitCode: 4, stdout: '' })
    expect(await powerpost(['analytics', 'summary', '--by', 'week'])).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

describe('what is missing or refused', () => {
  const SECRET = 'pp_live_sk_notThisServersKey0123456789'

  it('is reported with a hint: no key, another key, another workspace, no server', async () => {
    const noKey = await powerpost(['credits', 'balance'], { POWERPOST_API_KEY: undefined })
    expect(noKey).toMatchObject({ exitCode: 3, stdout: '' })
    expect(noKey.stderr).toMatch(/^error: The API key is missing\.\nRun `powerpost login`.*POWERPOST_API_KEY/)

    const wrongKey = await powerpost(['credits', 'balance', '--json'], { POWERPOST_API_KEY: SECRET })
    expect(wrongKey.exitCode).toBe(3)
    expect(wrongKey.failure()).toMatchObject({ code: 'INVALID_API_KEY', hint: expect.stringContaining('keys create') })

    const foreign = await powerpost(['styles', 'list', '--workspace', '0199a1b2-0000-7000-8000-000000000004'])
    expect(foreign.exitCode).toBe(3)
    expect(foreign.stderr).toContain('powerpost workspaces list')

    const away = { POWERPOST_BASE_URL: `http://127.0.0.1:${await findFreePort()}`, POWERPOST_API_KEY: SECRET }
    const down = await powerpost(['credits', 'balance'], away)
    expect(down.exitCode).toBe(7)
    expect(down.stderr).toMatch(/ECONNREFUSED[\s\S]*Start the server/)
  })

  it('never shows the key, however broken', async () => {
    for (const key of [SECRET, `${SECRET}\nx`, `"${SECRET}`, 'häßlich: no key at all']) {
      const run = await powerpost(['credits', 'balance', '--api-key', key])
      expect(run.exitCode).not.toBe(0)
      expect(run.stdout + run.stderr).not.toContain(SECRET)
      expect(run.stdout + run.stderr).not.toContain('häßlich')
    }
  })

  it('asks which workspace when there are several, and names them', async () => {
    const { account_id } = await server.db.selectFrom('workspaces').select('account_id').executeTakeFirstOrThrow()
    const other = await addWorkspace(server.db, account_id)
    const run = await powerpost(['styles', 'list'])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain(other)
    expect(run.stderr).toContain(server.workspaceId)
    await writeFile(join(directory, '.env'), `POWERPOST_WORKSPACE_ID=${server.workspaceId}\n`)
    expect(await powerpost(['styles', 'list'])).toMatchObject({ exitCode: 0, stderr: '' })
    expect((await powerpost(['styles', 'list', '--workspace', 'nonsense'])).exitCode).toBe(2)
  })
})
