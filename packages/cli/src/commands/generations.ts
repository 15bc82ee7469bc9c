import type { Generation, GenerationSummary } from '@powerpost/client'
import { examples } from '../help.ts'
import { beginText } from '../output/begin-text.ts'
import { formatGeneration } from '../output/format-generation.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { addRegenerateCommand } from './regenerate-captions.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost generations ...` */
export function addGenerationsCommands(program: Program, open: OpenSession): void {
  const generations = program.command('generations').description('The generations of a workspace.')
  generations.addHelpText('after', examples('generations list', 'generations show ID --wait'))

  generations
    .command('list')
    .description('List the generations, newest first.')
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { content } = await session.workspaceClient()
      const taken = await take((page) => content.generations.list(page, { signal: session.signal }), part)
      session.print(taken, () => formatList(['id', 'status', 'created', 'platforms', 'prompt'], taken, describeSummary))
    })

  addRegenerateCommand(generations, open)

  generations
    .command('show')
    .description('Show a generation and its captions.')
    .argument('<id>', 'the id that `powerpost generations list` shows')
    .option('--wait', 'wait until it is finished')
    .action(async (id, { wait }) => {
      const session = open()
      const { generations } = (await session.workspaceClient()).content
      const read = wait ? generations.waitFor : generations.get
      const generation = await read.call(generations, id, { signal: session.signal })
      session.print(generation, () => describeGeneration(generation))
    })
}

function describeSummary({ generation_id, status, created_at, platforms, prompt = '' }: GenerationSummary): string[] {
  return [generation_id, status, formatTime(created_at), platforms.join(' '), beginText(prompt)]
}

function describeGeneration(generation: Generation): string {
  const { status, outputs, error } = generation
  if (outputs) return formatGeneration(generation)
  return error ? `${status}: ${printableLine(error.message)}` : status
}
