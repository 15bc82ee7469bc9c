import type { CalendarEntries, CalendarEntry } from '@powerpost/client'
import { examples } from '../help.ts'
import { printable, printableLine } from '../output/printable.ts'
import { formatTable } from '../output/table.ts'
import type { OpenSession } from '../session.ts'
import { addFeedCommands } from './calendar-feeds.ts'
import { lastDays } from './days.ts'
import { commaSeparated } from './options.ts'
import { readPlatforms } from './post-types.ts'
import type { Program } from './program-type.ts'

const ENTRY = 'the id that `powerpost calendar list` shows'
const DEFAULT_DAYS = 30

/** `powerpost calendar ...` */
export function addCalendarCommands(program: Program, open: OpenSession): void {
  const calendar = program.command('calendar').description('What is planned for which day.')
  calendar.addHelpText('after', examples('calendar list --posts', 'calendar create "Product launch" --date 2026-12-24'))
  addReadingCommands(calendar, open)
  addWritingCommands(calendar, open)
  addFeedCommands(calendar, open)
}

function addReadingCommands(calendar: Program, open: OpenSession): void {
  calendar
    .command('list')
    .description('List what is planned for some days, and the posts of those days with --posts.')
    .option('--from <date>', 'the first day; default: today')
    .option('--to <date>', `the last day; default: ${DEFAULT_DAYS} days later`)
    .option('--posts', 'list scheduled and published posts, too')
    .option('--zone <zone>', 'the time zone of their days; default: that of the brand profile')
    .action(async ({ from, to, posts, zone }) => {
      const session = open()
      const client = await session.workspaceClient()
      const [start_date, end_date] = lastDays({ from, to, days: DEFAULT_DAYS, direction: 'ahead' })
      const query = { start_date, end_date, ...(posts && { include: 'posts' as const }), time_zone: zone }
      const found = await client.calendar.entries.list(query, { signal: session.signal })
      session.print(found, () => describeDays(found))
    })

  calendar
    .command('show')
    .description('Show a calendar entry.')
    .argument('<id>', ENTRY)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const entry = await client.calendar.entries.get(id, { signal: session.signal })
      session.print(entry, () => describeEntry(entry))
    })
}

function addWritingCommands(calendar: Program, open: OpenSession): void {
  calendar
    .command('create')
    .description('Plan something for a day. It publishes nothing.')
    .argument('<title>', 'what is planned')
    .requiredOption('--date <date>', 'the day, like 2026-12-24')
    .option('--time <time>', 'the time on that day, like 18:30')
    .option('--description <text>', 'more about it')
    .option('--to <platforms>', 'the platforms, with commas between them', commaSeparated)
    .option('--post <id>', 'the post that it is about')
    .action(async (title, { date, time, description, to, post }) => {
      const session = open()
      const client = await session.workspaceClient()
      const platforms = to && readPlatforms(to)
      const when = { scheduled_date: date, scheduled_time: time }
      const body = { title, ...when, description, platforms, post_id: post }
      const entry = await client.calendar.entries.create(body, { signal: session.signal })
      session.print(entry, () => entry.entry_id)
    })

  calendar
    .command('update')
    .description('Update a calendar entry. Only the given fields change; an empty text clears one.')
    .argument('<id>', ENTRY)
    .option('--title <title>', 'what is planned')
    .option('--date <date>', 'the day')
    .option('--time <time>', 'the time on that day')
    .option('--description <text>', 'more about it')
    .option('--to <platforms>', 'the platforms, with commas between them', commaSeparated)
    .option('--post <id>', 'the post that it is about')
    .addHelpText('after', examples('calendar update ID --date 2026-12-27', 'calendar update ID --time ""'))
    .action(async (id, { title, date, time, description, to, post }) => {
      const session = open()
      const client = await session.workspaceClient()
      const body = {
        title,
        scheduled_date: date,
        scheduled_time: orNull(time),
        description: orNull(description),
        platforms: to && readPlatforms(to),
        post_id: orNull(post),
      }
      const entry = await client.calendar.entries.update(id, body, { signal: session.signal })
      session.print(entry, () => describeEntry(entry))
    })

  calendar
    .command('delete')
    .description('Delete a calendar entry. The post that it is about stays.')
    .argument('<id>', ENTRY)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const deleted = await client.calendar.entries.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}

function orNull(text: string | undefined): string | null | undefined {
  return text === '' ? null : text
}

function describeDays({ entries, posts = [] }: CalendarEntries): string {
  const rows = [
    ...entries.map((entry) => [
      entry.scheduled_date,
      entry.scheduled_time ?? '',
      'planned',
      entry.platforms.join(', '),
      entry.title,
      entry.entry_id,
    ]),
    ...posts.map(({ date, time, status, platform, excerpt, post_id }) => [
      date,
      time,
      status,
      platform,
      excerpt.slice(0, 60),
      post_id,
    ]),
  ]
  if (rows.length === 0) return 'Nothing is planned.'
  const inOrder = rows.toSorted((a, b) => `${a[0]} ${a[1]}`.localeCompare(`${b[0]} ${b[1]}`))
  return formatTable(['date', 'time', 'status', 'platforms', 'what', 'id'], inOrder)
}

function describeEntry(entry: CalendarEntry): string {
  const { scheduled_date, scheduled_time, platforms, description, post_id } = entry
  const lines = [
    entry.title,
    entry.entry_id,
    [scheduled_date, scheduled_time].filter(Boolean).join(' '),
    platforms.length > 0 ? `For: ${platforms.join(', ')}` : '',
    post_id === undefined ? '' : `Post: ${post_id}`,
    description === undefined ? '' : `\n${description}`,
  ]
  return printable(lines.filter((line) => line !== '').join('\n'))
}
