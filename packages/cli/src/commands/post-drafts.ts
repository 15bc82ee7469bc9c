import type { Preflight } from '@powerpost/client'
import { CliError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatPost } from '../output/format-post.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import * as said from './draft-options.ts'
import { POST } from './post-id.ts'
import type { Program } from './program-type.ts'
import { readDraft } from './read-draft.ts'

/** `powerpost posts create`, `update`, `delete` and `check` */
export function addDraftCommands(posts: Program, open: OpenSession): void {
  addCreateCommand(posts, open)
  addUpdateCommand(posts, open)
  posts
    .command('delete')
    .description('Delete a draft.')
    .argument('<id>', POST)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const deleted = await client.posts.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
  addCheckCommand(posts, open)
}

function addCreateCommand(posts: Program, open: OpenSession): void {
  posts
    .command('create')
    .description('Create a draft, from a text or the captions of a generation.')
    .argument('[text]', 'the text to post, hashtags included; - reads standard input')
    .addOption(said.to)
    .option('--generation <id>', 'a completed generation whose captions to post')
    .addOption(said.title)
    .addOption(said.image)
    .addOption(said.video)
    .addOption(said.media)
    .addOption(said.alt)
    .addOption(said.thread)
    .addOption(said.firstComment)
    .addOption(said.fit)
    .addOption(said.privacyLevel)
    .addOption(said.aiGenerated)
    .option('--file <path>', 'the whole request as JSON, if the items differ; - reads standard input')
    .option('--idempotency-key <key>', 'sending the same key again returns the first draft instead of creating another')
    .addHelpText(
      'after',
      examples(
        'posts create "Dark mode is here." --to x,linkedin',
        'posts create --generation ID --to instagram-feed --image launch.jpg',
        'posts create --file post.json',
      ),
    )
    .action(async (text, options) => {
      const session = open()
      const client = await session.workspaceClient()
      const { signal } = session
      const body = await readDraft(client, session, { text, options })
      const post = await client.posts.create(body, { signal, idempotencyKey: options.idempotencyKey })
      session.print(post, () => post.post_id)
      session.note(
        'It is a draft: `powerpost posts check` shows whether the platforms accept it, `posts publish` posts it.',
      )
    })
}

function addUpdateCommand(posts: Program, open: OpenSession): void {
  posts
    .command('update')
    .description('Replace all items of a draft.')
    .argument('<id>', POST)
    .argument('[text]', 'the text to post, hashtags included; - reads standard input')
    .addOption(said.to)
    .addOption(said.title)
    .addOption(said.image)
    .addOption(said.video)
    .addOption(said.media)
    .addOption(said.alt)
    .addOption(said.thread)
    .addOption(said.firstComment)
    .addOption(said.fit)
    .addOption(said.privacyLevel)
    .addOption(said.aiGenerated)
    .option('--file <path>', 'the items as JSON, if they differ; - reads standard input')
    .addHelpText('after', examples('posts update ID "Dark mode is here, at last." --to x'))
    .action(async (id, text, options) => {
      const session = open()
      const client = await session.workspaceClient()
      const { items } = await readDraft(client, session, { text, options })
      const post = await client.posts.update(id, { items }, { signal: session.signal })
      session.print(post, () => formatPost(post))
    })
}

function addCheckCommand(posts: Program, open: OpenSession): void {
  posts
    .command('check')
    .description("Say every rule of the platforms that a draft breaks. Ends with 2 when it can't be published so.")
    .argument('<id>', POST)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const preflight = await client.posts.preflight({ post_id: id }, { signal: session.signal })
      session.print(preflight, () => formatPreflight(preflight))
      if (preflight.publishable) return
      throw new CliError({
        code: 'POST_NOT_PUBLISHABLE',
        outcome: 'usage',
        message: 'The platforms would reject it.',
        hint: 'Fix the errors with `powerpost posts update`, and check again.',
      })
    })
}

function formatPreflight({ problems, changes }: Preflight): string {
  const lines = [
    ...problems.map(({ severity, path, message }) => `${severity}: ${path}: ${message}`),
    ...changes.map(({ path, message }) => `change: ${path}: ${message}`),
  ]
  return [...(problems.length === 0 ? ['The platforms accept it.'] : []), ...lines.map(printableLine)].join('\n')
}
