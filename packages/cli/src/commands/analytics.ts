import type { AnalyticsSummary, ItemAnalytics } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { examples } from '../help.ts'
import { formatBars } from '../output/bars.ts'
import { formatTime } from '../output/format-time.ts'
import { printable } from '../output/printable.ts'
import { formatTable } from '../output/table.ts'
import type { OpenSession } from '../session.ts'
import { lastDays } from './days.ts'
import type { Program } from './program-type.ts'

const DEFAULT_DAYS = 29
const GROUPS = ['day', 'platform', 'post_type', 'connection'] as const
const METRICS = ['views', 'likes', 'comments', 'shares', 'saves', 'reach', 'clicks', 'watch_seconds'] as const

/** `powerpost analytics ...` */
export function addAnalyticsCommands(program: Program, open: OpenSession): void {
  const analytics = program.command('analytics').description('Views, likes and comments of published posts.')
  analytics.addHelpText('after', examples('analytics summary --by platform', 'analytics export --format jsonl'))

  analytics
    .command('show')
    .description('Show the metrics of an item, and when they were read.')
    .argument('<item-id>', 'the id of an item that `powerpost posts show` shows')
    .option('--history', 'show everything that was read')
    .action(async (id, { history }) => {
      const session = open()
      const client = await session.workspaceClient()
      const query = history ? ({ include: 'history' } as const) : undefined
      const found = await client.postItems.analytics(id, query, { signal: session.signal })
      session.print(found, () => describeItem(found))
    })

  analytics
    .command('summary')
    .description('Add up the metrics of the items that were posted in some days.')
    .option('--from <date>', `the first day; default: ${DEFAULT_DAYS} days before the last`)
    .option('--to <date>', 'the last day; default: today')
    .addOption(new Option('--by <group>', 'what to group by').choices(GROUPS).default('day' as const))
    .addOption(new Option('--metric <name>', 'what the chart shows').choices(METRICS).default('views' as const))
    .option('--zone <zone>', 'the time zone of days; default: that of the brand profile')
    .action(async ({ from, to, by, metric, zone }) => {
      const session = open()
      const client = await session.workspaceClient()
      const [first, last] = lastDays({ from, to, days: DEFAULT_DAYS, direction: 'back' })
      const query = { from: first, to: last, group_by: by, time_zone: zone }
      const summary = await client.analytics.summary(query, { signal: session.signal })
      session.print(summary, () => describeSummary(summary, metric))
    })

  analytics
    .command('export')
    .description('Write the metrics of all items that were posted in some days to standard output.')
    .option('--from <date>', `the first day; default: ${DEFAULT_DAYS} days before the last`)
    .option('--to <date>', 'the last day; default: today')
    .addOption(new Option('--format <format>', 'the format').choices(['csv', 'jsonl'] as const).default('csv' as const))
    .option('--history', 'a row for each time that an item was read')
    .option('--zone <zone>', 'the time zone of days; default: that of the brand profile')
    .action(async ({ from, to, format, history, zone }) => {
      const session = open()
      const client = await session.workspaceClient()
      const [first, last] = lastDays({ from, to, days: DEFAULT_DAYS, direction: 'back' })
      const rows = history ? 'snapshots' : 'items'
      const query = { from: first, to: last, format, rows, ...(zone !== undefined && { time_zone: zone }) }
      const operation = { method: 'GET', path: '/analytics/export', query, workspace: true } as const
      const { body } = await client.request(operation, { signal: session.signal }).asResponse()
      // Of a web stream, as fetch has it, and as Node types it.
      if (!body) return
      const texts = Readable.fromWeb(body as ReadableStream, { encoding: 'utf8' })
      await pipeline(texts, toShown, process.stdout, { end: false })
    })
}

/** A terminal obeys control characters, which a post may have; a file keeps every byte. */
async function* toShown(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  for await (const text of texts) yield process.stdout.isTTY ? printable(text) : text
}

function describeItem({ post_type, status, metrics, unavailable, collection, history = [] }: ItemAnalytics): string {
  const names = METRICS.filter((name) => metrics?.[name] !== undefined)
  const lines = [
    `${post_type} (${status})`,
    metrics === null ? 'Nothing was read yet.' : `Read ${formatTime(metrics.fetched_at)}.`,
    collection.next_at === undefined ? '' : `Read again ${formatTime(collection.next_at)}.`,
    collection.problem === undefined ? '' : `Last try: ${collection.problem.message}`,
  ]
  const missing = unavailable.map(({ metric, message }) => `Not available: ${metric}. ${message}`)
  const rows = history.length > 0 ? history : metrics === null ? [] : [metrics]
  const table = rows.map((row) => [row.fetched_at, ...names.map((name) => String(row[name] ?? ''))])
  return printable(
    [
      ...lines.filter((line) => line !== ''),
      ...(table.length > 0 ? ['', formatTable(['read at', ...names], table), ''] : []),
      ...missing,
    ].join('\n'),
  )
}

function describeSummary(
  { from, to, time_zone, groups, totals }: AnalyticsSummary,
  metric: (typeof METRICS)[number],
): string {
  const head = `${from} to ${to} (${time_zone}): items ${totals.items}, views ${totals.views}, likes ${totals.likes}, comments ${totals.comments}`
  const bars = groups.map((group) => ({ label: group.name ?? (group.key || 'no connection'), value: group[metric] }))
  return groups.length === 0 ? head : `${head}\n\n${metric}\n${formatBars(bars)}`
}
