import { readFile } from 'node:fs/promises'
import {
  ACCOUNT_LIMITS,
  CONNECTION_LIMITS,
  CONNECTION_LINK_LIMITS,
  IDEMPOTENCY_HOURS,
  POST_LIMITS,
  POST_STORAGE_LIMITS,
  QUEUE_LIMITS,
  RUN_EVENT_DAYS,
  STORAGE_QUOTA_BYTES,
  UPLOAD_LIMITS,
  WEBHOOK_ENDPOINT_LIMITS,
  WRITING_STYLE_LIMITS,
} from '@powerpost/contract'
import { expect, it } from 'vitest'
import { ALL_TABLES } from './inventory.ts'

const guide = await readFile(new URL('../../../../docs/limits.md', import.meta.url), 'utf8')

/** The bound and the retention of each table, as the guide says. */
const rows = new Map(
  [...guide.matchAll(/^\| `(\w+)` +\|(.*)\|(.*)\|$/gm)].map(([, table = '', bound = '', kept = '']) => [
    table,
    { bound: bound.trim(), kept: kept.trim() },
  ]),
)

const MEBIBYTE = 1024 ** 2
const GIBIBYTE = 1024 ** 3
const number = (value: number) => value.toLocaleString('en-US')

it('every table has a bound and a retention in docs/limits.md', () => {
  expect([...rows.keys()].toSorted()).toEqual([...ALL_TABLES].toSorted())
  for (const [table, { bound, kept }] of rows) expect([bound, kept], table).not.toContain('')
})

it.each([
  ['workspaces', `${number(ACCOUNT_LIMITS.workspaces)} per account`],
  ['api_keys', `${number(ACCOUNT_LIMITS.apiKeys)} per account`],
  ['media', `${STORAGE_QUOTA_BYTES / GIBIBYTE} GiB per account`],
  ['media', `${UPLOAD_LIMITS.perKey} uploads per key`],
  ['media', `${UPLOAD_LIMITS.reservedBytesPerKey / GIBIBYTE} GiB reserved`],
  ['writing_styles', `${WRITING_STYLE_LIMITS.perWorkspace} per workspace`],
  ['connections', `${CONNECTION_LIMITS.perWorkspace} per workspace`],
  ['connection_requests', `${CONNECTION_LINK_LIMITS.openPerWorkspace} per workspace`],
  ['queues', `${QUEUE_LIMITS.perWorkspace} per workspace`],
  ['queues', `${QUEUE_LIMITS.slotsPerDay} slots a day`],
  ['posts', `${number(POST_STORAGE_LIMITS.unpublishedPerWorkspace)} drafts`],
  ['posts', `${POST_STORAGE_LIMITS.bytesPerAccount / MEBIBYTE} MiB per account`],
  ['posts', `${POST_STORAGE_LIMITS.sandboxDays} days`],
  ['post_items', `${POST_LIMITS.items} per post`],
  ['post_item_media', `${POST_LIMITS.mediaPerItem} per item`],
  ['webhook_endpoints', `${WEBHOOK_ENDPOINT_LIMITS.perWorkspace} per workspace`],
  ['run_events', `${RUN_EVENT_DAYS} days after the run ended`],
  ['idempotency_keys', `${IDEMPOTENCY_HOURS} hours`],
])('what docs/limits.md says of %s is what holds: %s', (table, text) => {
  const { bound, kept } = rows.get(table) ?? { bound: '', kept: '' }
  expect(`${bound} ${kept}`).toContain(text)
})
