import type { AuditEntry, PowerPost, WebhookDelivery } from '@powerpost/client'
import { setTimeout as wait } from 'node:timers/promises'
import { examples } from '../help.ts'
import { formatLocal } from '../output/format-time.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { readTime } from './options.ts'
import type { Program } from './program-type.ts'

const INTERVAL_MS = 2000

/** How many of each kind one look reads. */
const PAGE = 100

/** `powerpost logs ...` */
export function addLogsCommands(program: Program, open: OpenSession): void {
  const logs = program.command('logs').description('What happens in a workspace.')
  logs.addHelpText('after', examples('logs tail', 'logs tail --since 2026-11-30 --no-follow --json'))

  logs
    .command('tail')
    .description('Print changes and webhook deliveries as they happen. (The server has no log of requests yet.)')
    .option('--since <time>', 'begin at this time (default: ten minutes ago)', readTime)
    .option('--no-follow', 'print what there is, and end')
    .action(async ({ since, follow }) => {
      const session = open()
      const { signal, json } = session
      const client = await session.workspaceClient()
      const begin = since ?? new Date(Date.now() - 600_000).toISOString()
      const seen = new Set<string>()
      for (;;) {
        const entries = (await readEntries(client, begin, signal)).filter(({ key }) => !seen.has(key))
        for (const entry of entries.toSorted((a, b) => a.time.localeCompare(b.time))) {
          seen.add(entry.key)
          process.stdout.write(`${json ? JSON.stringify(entry.value) : describe(entry)}\n`)
        }
        if (!follow) return
        await wait(INTERVAL_MS, undefined, { signal })
      }
    })
}

interface Entry {
  /** What it is seen by: a delivery is seen again with every attempt. */
  readonly key: string
  readonly time: string
  readonly text: string
  readonly value: object
}

async function readEntries(client: PowerPost, since: string, signal: AbortSignal): Promise<Entry[]> {
  const [changes, deliveries] = await Promise.all([
    client.account.audit.list({ since, limit: PAGE }, { signal }),
    client.webhooks.deliveries.list({ limit: PAGE }, { signal }),
  ])
  return [...changes.data.map(toChange), ...deliveries.data.map(toDelivery).filter(({ time }) => time >= since)]
}

function toChange(entry: AuditEntry): Entry {
  const { entry_id, created_at, principal, action, resource } = entry
  const text = `${action}  ${resource.type} ${resource.id ?? ''}  by ${principal.name}`
  return { key: entry_id, time: created_at, text, value: { kind: 'change', ...entry } }
}

function toDelivery(delivery: WebhookDelivery): Entry {
  const { delivery_id, event, status, attempts, created_at } = delivery
  const last = attempts.at(-1)
  const answer = last ? (last.error ?? String(last.status_code)) : 'not sent yet'
  return {
    key: `${delivery_id}/${status}/${attempts.length}`,
    time: last?.at ?? created_at,
    text: `webhook ${event}  ${status}: ${answer}  ${delivery_id}`,
    value: { kind: 'delivery', ...delivery },
  }
}

function describe({ time, text }: Entry): string {
  return `${formatLocal(new Date(time))}  ${printableLine(text)}`
}
