import { readFile } from 'node:fs/promises'
import { WEBHOOK_EVENT_SCHEMAS } from '@powerpost/contract/events'
import { expect, it } from 'vitest'

it('docs/webhooks.md lists every event, as the document describes it', async () => {
  const guide = await readFile(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8')
  const rows = [...guide.matchAll(/^\| `([a-z_]+\.[a-z_]+)` +\| (.*?) +\|$/gm)].map(([, name, when]) => [name, when])
  const described = Object.entries(WEBHOOK_EVENT_SCHEMAS).map(([name, schema]) => [name, schema.meta()?.description])
  expect(rows).toEqual(described)
})
