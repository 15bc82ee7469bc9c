import { Argument } from '@commander-js/extra-typings'
import type { Program } from './program-type.ts'
import type { ChoiceName, PlatformChoice } from '@powerpost/client'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'

const NAMES: readonly ChoiceName[] = Object.keys({
  categories: true,
  creator_info: true,
  organizations: true,
  playlists: true,
} satisfies Record<ChoiceName, true>) as ChoiceName[]

/** `powerpost connections choices` */
export function addChoicesCommand(connections: Program, open: OpenSession): void {
  connections
    .command('choices')
    .description('Show what an account can choose between at its platform, such as its playlists on YouTube.')
    .argument('<id>', 'the id that `powerpost connections list` shows')
    .addArgument(new Argument('<name>', 'the list').choices(NAMES))
    .action(async (id, name) => {
      const session = open()
      const client = await session.workspaceClient()
      const list = await client.connections.choices.get(id, name, { signal: session.signal })
      const rows = { data: list.choices, next_cursor: null }
      session.print(list, () => formatList(['option', 'value', 'name', 'about'], rows, describeChoice))
      if (list.error !== undefined) session.note(`The platform could not be asked now: ${printableLine(list.error)}`)
    })
}

function describeChoice({ option = '', value, label, description = '' }: PlatformChoice): string[] {
  return [option, String(value), label, description]
}
