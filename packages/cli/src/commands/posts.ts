import { Option } from '@commander-js/extra-typings'
import type { Post } from '@powerpost/client'
import { examples } from '../help.ts'
import { beginText } from '../output/begin-text.ts'
import { formatList } from '../output/format-list.ts'
import { formatPost } from '../output/format-post.ts'
import type { OpenSession } from '../session.ts'
import { addDraftCommands } from './post-drafts.ts'
import { POST } from './post-id.ts'
import { addPublishingCommands } from './post-publishing.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost posts ...` */
export function addPostsCommands(program: Program, open: OpenSession): void {
  const posts = program.command('posts').description('Posts: drafts, scheduled and published posts.')
  posts.addHelpText('after', examples('posts create "Dark mode is here." --to x,linkedin', 'posts publish ID'))
  addReadingCommands(posts, open)
  addDraftCommands(posts, open)
  addPublishingCommands(posts, open)
}

function addReadingCommands(posts: Program, open: OpenSession): void {
  posts
    .command('list')
    .description('List the posts, newest first.')
    .addOption(
      new Option('--status <status>', 'only posts of this status').choices([
        'draft',
        'scheduled',
        'publishing',
        'published',
        'failed',
      ] as const),
    )
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .addHelpText('after', examples('posts list --status scheduled'))
    .action(async ({ status, ...part }) => {
      const session = open()
      const client = await session.workspaceClient()
      const list = (page: object) => client.posts.list({ status, ...page }, { signal: session.signal })
      const taken = await take(list, part)
      session.print(taken, () => formatList(['id', 'status', 'created', 'to', 'text'], taken, describePost))
    })

  posts
    .command('show')
    .description('Show a post and the status of each item.')
    .argument('<id>', POST)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const post = await client.posts.get(id, { signal: session.signal })
      session.print(post, () => formatPost(post))
    })
}

function describePost({ post_id, status, outcome, created_at, items }: Post): string[] {
  const state = outcome === 'partial' ? `${status} (partly)` : status
  return [
    post_id,
    state,
    formatTime(created_at),
    items.map(({ post_type }) => post_type).join(' '),
    beginText(items[0]?.content ?? ''),
  ]
}
