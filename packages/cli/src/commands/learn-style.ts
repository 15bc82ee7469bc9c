import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { printable } from '../output/printable.ts'
import { readTextFile } from '../read-text.ts'
import type { OpenSession } from '../session.ts'
import { describeStyle } from './describe-style.ts'
import { repeated } from './options.ts'
import type { Program } from './program-type.ts'

/** Milliseconds: longer than the server waits for its text model. */
const TIMEOUT = 180_000

/** `powerpost styles learn` */
export function addLearnCommand(styles: Program, open: OpenSession): void {
  styles
    .command('learn')
    .description('Have the text model of the server learn a writing style from posts.')
    .option('--connection <id>', 'read what was published through this connection')
    .option('--text <text>', 'a post, the newest first; can be repeated up to fifty times', repeated)
    .option('--file <path>', 'a text file with posts, with a line of three dashes (---) between them')
    .option('--name <name>', 'the name of the style (default: the date)')
    .option('--active', 'use it for generations without a style')
    .addHelpText(
      'after',
      examples('styles learn --connection ID --name "Our voice"', 'styles learn --file posts.txt --active'),
    )
    .action(async ({ connection, text, file, name, active }) => {
      const texts = [...(text ?? []), ...(file === undefined ? [] : await readPosts(file))]
      if ((connection === undefined) === (texts.length === 0)) {
        throw usageError(
          'There must be posts to learn from.',
          'Give either --connection ID, or --text TEXT or --file PATH.',
        )
      }
      const session = open()
      const client = await session.workspaceClient()
      const from = connection === undefined ? { texts } : { connection_id: connection }
      const style = await client.writingStyles.fromPosts(
        { ...from, name, active },
        { signal: session.signal, timeout: TIMEOUT },
      )
      const read = style.posts_read.map(({ excerpt }) => `- ${excerpt.replace(/\s+/gu, ' ')}`)
      session.print(style, () =>
        [describeStyle(style), printable([`Read by ${style.model}:`, ...read].join('\n'))].join('\n\n'),
      )
    })
}

async function readPosts(path: string): Promise<string[]> {
  const posts = (await readTextFile(path)).split(/^---$/mu)
  return posts.map((post) => post.trim()).filter((post) => post !== '')
}
