import type { Post, PublishPostResponse } from '@powerpost/client'
import { JobFailedError } from '@powerpost/client'
import { CliError, usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatPost } from '../output/format-post.ts'
import type { OpenSession } from '../session.ts'
import type { Session } from '../session.ts'
import { readTime } from './options.ts'
import { POST } from './post-id.ts'
import type { Program } from './program-type.ts'

/** `powerpost posts publish`, `schedule`, `cancel` and `retry` */
export function addPublishingCommands(posts: Program, open: OpenSession): void {
  posts
    .command('publish')
    .description('Publish a draft, and show the status of each item.')
    .argument('<id>', POST)
    .option('--no-wait', 'start, and do not wait until it is finished')
    .option('--idempotency-key <key>', 'sending the same key again returns the first run')
    .addHelpText('after', examples('posts publish ID', 'posts publish ID --no-wait'))
    .action(async (id, { wait, idempotencyKey }) => {
      const session = open()
      const client = await session.workspaceClient()
      const begin = () => client.posts.publish(id, { signal: session.signal, idempotencyKey })
      await publish(session, { begin, wait })
    })

  posts
    .command('schedule')
    .description('Schedule a draft, or reschedule a scheduled post.')
    .argument('<id>', POST)
    .option('--at <time>', 'when, e.g. 2026-12-24T18:00:00Z; at most 60 days ahead', readTime)
    .option('--local <time>', 'the same as a clock in --timezone shows it, e.g. 2026-12-24T18:00')
    .option('--timezone <name>', 'the time zone of --local, e.g. Europe/Berlin')
    .option('--queue <id>', 'at the next free slot of this queue')
    .addHelpText(
      'after',
      examples(
        'posts schedule ID --at 2026-12-24T18:00:00Z',
        'posts schedule ID --local 2026-12-24T18:00 --timezone Europe/Berlin',
        'posts schedule ID --queue QUEUE_ID',
      ),
    )
    .action(async (id, { at, local, timezone, queue }) => {
      const session = open()
      const client = await session.workspaceClient()
      if ([at, local, queue].filter((one) => one !== undefined).length !== 1) {
        throw usageError(
          'The time is missing, or given twice.',
          'Give --at TIME, or --local TIME with --timezone NAME, or --queue ID.',
        )
      }
      const when = { scheduled_at: at, scheduled_local: local, timezone, queue_id: queue }
      const post = await client.posts.schedule(id, when, { signal: session.signal })
      session.print(post, () => formatPost(post))
    })

  posts
    .command('cancel')
    .description('Turn a scheduled post back into a draft.')
    .argument('<id>', POST)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const post = await client.posts.cancel(id, { signal: session.signal })
      session.print(post, () => formatPost(post))
    })

  posts
    .command('retry')
    .description('Retry a failed item.')
    .argument('<id>', POST)
    .argument('<item-id>', 'the item id that `powerpost posts show` shows')
    .option('--connection <id>', 'post it to another connection of the same platform')
    .option('--not-posted', 'you checked, and the platform does not have it: required after an unknown outcome')
    .option('--no-wait', 'start, and do not wait until it is finished')
    .addHelpText(
      'after',
      examples(
        'posts retry ID ITEM_ID',
        'posts retry ID ITEM_ID --not-posted',
        'posts retry ID ITEM_ID --connection CONNECTION_ID',
      ),
    )
    .action(async (id, itemId, { connection, notPosted, wait }) => {
      const session = open()
      const client = await session.workspaceClient()
      const request = { not_posted: notPosted, connection_id: connection }
      const begin = () => client.posts.items.retry(id, itemId, request, { signal: session.signal })
      await publish(session, { begin, wait })
    })
}

interface PublishOptions {
  readonly begin: () => Promise<PublishPostResponse>
  readonly wait: boolean
}

/** Begins to publish, and shows how it ended. */
async function publish(session: Session, { begin, wait }: PublishOptions): Promise<void> {
  const started = await begin()
  const { post_id, credits_used, remaining_credits } = started
  const note = `${credits_used} credits charged, ${remaining_credits} left. Items that are not posted are refunded.`
  if (!wait) {
    session.print(started, () => post_id)
    session.note(note)
    return
  }
  session.note(note)
  session.warn(started)
  const post = await waitForEnd(session, post_id)
  session.print(post, () => formatPost(post))
  if (post.outcome === 'all') return
  throw new CliError({
    code: 'PUBLISH_FAILED',
    outcome: 'failed',
    message: post.outcome === 'none' ? 'Nothing was posted.' : 'Not everything was posted.',
    hint: 'Each item above says why, and what to do about it.',
  })
}

/** How a post ended: one of which nothing was posted is shown too. */
async function waitForEnd(session: Session, id: string): Promise<Post> {
  const { posts } = await session.workspaceClient()
  const progress = session.startProgress()
  const began = performance.now()
  const onProgress = ({ items }: Post) => {
    const posted = items.filter(({ status }) => status === 'posted').length
    progress.say(`Posted ${posted} of ${items.length} ${Math.round((performance.now() - began) / 1000)} s`)
  }
  try {
    return await posts.waitFor(id, { signal: session.signal, onProgress })
  } catch (error) {
    if (error instanceof JobFailedError) return await posts.get(id, { signal: session.signal })
    throw error
  } finally {
    progress.stop()
  }
}
