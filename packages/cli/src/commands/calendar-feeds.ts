import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { formatTime } from '../output/format-time.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost calendar feeds ...` */
export function addFeedCommands(calendar: Program, open: OpenSession): void {
  const feeds = calendar.command('feeds').description('Links by which calendar programs read the calendar.')
  feeds.addHelpText('after', examples('calendar feeds create "Copper Pot" --posts', 'calendar feeds delete ID'))

  feeds
    .command('list')
    .description('List the links, newest first, without their secrets.')
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { calendar: client } = await session.workspaceClient()
      const taken = await take((page) => client.feeds.list(page, { signal: session.signal }), part)
      session.print(taken, () =>
        formatList(['id', 'posts', 'last read', 'name'], taken, (feed) => [
          feed.feed_id,
          feed.include_posts ? 'yes' : '',
          feed.last_read_at === undefined ? 'never' : formatTime(feed.last_read_at),
          feed.name,
        ]),
      )
    })

  feeds
    .command('create')
    .description('Make a link for a calendar program, and print it. It is a secret, shown once.')
    .argument('<name>', 'the name of the calendar in that program')
    .option('--posts', 'show scheduled and published posts, too')
    .action(async (name, { posts }) => {
      const session = open()
      const client = await session.workspaceClient()
      const body = { name, ...(posts && { include_posts: true }) }
      const feed = await client.calendar.feeds.create(body, { signal: session.signal })
      session.print(feed, () => feed.url ?? feed.feed_id)
      session.note('Who has this link reads the calendar. Revoke it with `powerpost calendar feeds delete`.')
    })

  feeds
    .command('delete')
    .description('Revoke a link at once.')
    .argument('<id>', 'the id that `powerpost calendar feeds list` shows')
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const deleted = await client.calendar.feeds.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}
