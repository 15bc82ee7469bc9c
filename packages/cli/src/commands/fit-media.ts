import type { Rendition } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { examples } from '../help.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { readPostType } from './post-types.ts'
import type { Program } from './program-type.ts'

const MODES = ['auto', 'pad', 'crop'] as const

/** `powerpost media fit` */
export function addFitCommand(media: Program, open: OpenSession): void {
  media
    .command('fit')
    .description('Make an image or video fit a platform, as publishing does, and print what is changed and a link.')
    .argument('<id>', 'the id that `powerpost media list` shows')
    .requiredOption('--to <platform>', 'a platform, or a post type like instagram-reel')
    .addOption(new Option('--mode <mode>', 'auto: what nobody sees; pad: add bars; crop: cut').choices(MODES))
    .addHelpText('after', examples('media fit ID --to instagram-feed --mode pad'))
    .action(async (id, { to, mode }) => {
      const session = open()
      const { signal } = session
      const client = await session.workspaceClient()
      const asked = { post_type: readPostType(to), ...(mode && { mode }) }
      const begun = await client.media.renditions.create(id, asked, { signal })
      const { rendition_id } = begun
      const made =
        rendition_id === undefined ? begun : await client.media.renditions.waitFor(id, rendition_id, { signal })
      session.print(made, () => describe(made))
    })
}

function describe({ changes, file, error }: Rendition): string {
  const lines = changes.length === 0 ? ['Nothing has to be changed.'] : changes.map(({ message }) => message)
  return [...lines, ...(error ? [error.message] : []), file?.url ?? ''].map(printableLine).join('\n')
}
