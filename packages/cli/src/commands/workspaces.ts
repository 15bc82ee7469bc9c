import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost workspaces ...` */
export function addWorkspacesCommands(program: Program, open: OpenSession): void {
  const workspaces = program.command('workspaces').description('The workspaces of the account.')
  workspaces.addHelpText('after', examples('workspaces list', 'workspaces create "Bakery on Main Street"'))

  workspaces
    .command('list')
    .description('List the workspaces, newest first.')
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { workspaces } = session.client().account
      const taken = await take((page) => workspaces.list(page, { signal: session.signal }), part)
      session.print(taken, () =>
        formatList(['id', 'name', 'created'], taken, (one) => [one.workspace_id, one.name, formatTime(one.created_at)]),
      )
    })

  workspaces
    .command('create')
    .description('Create a workspace.')
    .argument('<name>', 'the name')
    .action(async (name) => {
      const session = open()
      const workspace = await session.client().account.workspaces.create({ name }, { signal: session.signal })
      session.print(workspace, () => workspace.workspace_id)
    })

  workspaces
    .command('rename')
    .description('Rename a workspace.')
    .argument('<id>', 'the id that `powerpost workspaces list` shows')
    .argument('<name>', 'its new name')
    .action(async (id, name) => {
      const session = open()
      const workspace = await session.client().account.workspaces.update(id, { name }, { signal: session.signal })
      session.print(workspace, () => `${workspace.workspace_id} is now named ${printableLine(workspace.name)}.`)
    })

  workspaces
    .command('delete')
    .description('Delete a workspace. One that is not empty needs --force.')
    .argument('<id>', 'the id that `powerpost workspaces list` shows')
    .option('--force', 'permanently delete everything in it too')
    .action(async (id, { force }) => {
      const session = open()
      const query = force ? { force: 'true' as const } : {}
      const deleted = await session.client().account.workspaces.delete(id, query, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}
