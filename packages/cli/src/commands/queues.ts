import type { Queue, QueueSlot } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { wholeNumber } from './options.ts'
import type { Program } from './program-type.ts'
import { formatWeek, readSlots } from './queue-slots.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost queues ...` */
export function addQueuesCommands(program: Program, open: OpenSession): void {
  const queues = program.command('queues').description('Times of the week at which posts are published, one at each.')
  queues.addHelpText(
    'after',
    examples('queues create Mornings --timezone Europe/Berlin --slots weekdays=09:00', 'queues slots ID'),
  )
  addReadingCommands(queues, open)
  addWritingCommands(queues, open)
}

const QUEUE = 'the id that `powerpost queues list` shows'
const SLOTS = 'days and times, e.g. monday,friday=09:00,17:30; also weekdays=, weekends=, daily=; can be repeated'

function addReadingCommands(queues: Program, open: OpenSession): void {
  queues
    .command('list')
    .description('List the queues, newest first.')
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const client = await session.workspaceClient()
      const taken = await take((page) => client.queues.list(page, { signal: session.signal }), part)
      session.print(taken, () =>
        formatList(['id', 'name', 'time zone'], taken, (one) => [one.queue_id, one.name, one.timezone]),
      )
    })

  queues
    .command('show')
    .description('Show a queue: its slots by weekday.')
    .argument('<id>', QUEUE)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const queue = await client.queues.get(id, { signal: session.signal })
      session.print(queue, () => describeQueue(queue))
    })

  queues
    .command('slots')
    .description('Show the next slots of a queue, and which posts have them.')
    .argument('<id>', QUEUE)
    .option('--limit <number>', 'how many, 20 by default', wholeNumber(1))
    .action(async (id, { limit }) => {
      const session = open()
      const client = await session.workspaceClient()
      const preview = await client.queues.slots(id, { limit }, { signal: session.signal })
      const rows = { data: preview.slots, next_cursor: null }
      session.print(preview, () => formatList([printableLine(preview.timezone), 'slot', 'post'], rows, describeSlot))
    })
}

function addWritingCommands(queues: Program, open: OpenSession): void {
  queues
    .command('create')
    .description('Create a queue.')
    .argument('<name>', 'the name')
    .requiredOption('--timezone <name>', 'the time zone of its slots, e.g. Europe/Berlin')
    .requiredOption('--slots <days=times>', SLOTS, readSlots)
    .addHelpText(
      'after',
      examples(
        'queues create Mornings --timezone Europe/Berlin --slots weekdays=09:00',
        'queues create Mixed --timezone UTC --slots monday,friday=09:00,17:30 --slots sunday=12:00',
      ),
    )
    .action(async (name, { timezone, slots }) => {
      const session = open()
      const client = await session.workspaceClient()
      const queue = await client.queues.create({ name, timezone, slots }, { signal: session.signal })
      session.print(queue, () => queue.queue_id)
    })

  queues
    .command('update')
    .description('Update a queue. Only the given fields change; posts that are in it keep their times.')
    .argument('<id>', QUEUE)
    .option('--name <name>', 'the name')
    .option('--timezone <name>', 'the time zone of its slots, e.g. Europe/Berlin')
    .option('--slots <days=times>', `${SLOTS}; replaces the whole week`, readSlots)
    .addHelpText('after', examples('queues update ID --slots daily=08:00'))
    .action(async (id, body) => {
      if (Object.keys(body).length === 0) {
        throw usageError('There is nothing to change.', 'Give --name, --timezone or --slots.')
      }
      const session = open()
      const client = await session.workspaceClient()
      const queue = await client.queues.update(id, body, { signal: session.signal })
      session.print(queue, () => describeQueue(queue))
    })

  queues
    .command('delete')
    .description('Delete a queue. Posts that are in it stay scheduled for their times.')
    .argument('<id>', QUEUE)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const deleted = await client.queues.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}

function describeQueue({ name, timezone, slots }: Queue): string {
  return [`${printableLine(name)}  ${printableLine(timezone)}`, ...formatWeek(slots)].join('\n')
}

function describeSlot({ local, status, post_id = '', clock_change }: QueueSlot): string[] {
  const changed = clock_change === undefined ? status : `${status} (clocks change)`
  return [local.replace('T', ' '), changed, post_id]
}
