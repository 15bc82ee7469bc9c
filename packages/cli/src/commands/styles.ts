import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import { printableLine } from '../output/printable.ts'
import { readPrompt, readTextFile } from '../read-text.ts'
import type { OpenSession } from '../session.ts'
import { describeStyle } from './describe-style.ts'
import { addLearnCommand } from './learn-style.ts'
import { repeated } from './options.ts'
import type { Program } from './program-type.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost styles ...` */
export function addStylesCommands(program: Program, open: OpenSession): void {
  const styles = program.command('styles').description("The writing styles of a workspace: a brand's voice.")
  styles.addHelpText('after', examples('styles list', 'styles create "Our voice" --file voice.txt --active'))
  addReadingCommands(styles, open)
  addWritingCommands(styles, open)
  addLearnCommand(styles, open)
}

const STYLE = 'the id that `powerpost styles list` shows'

function addReadingCommands(styles: Program, open: OpenSession): void {
  styles
    .command('list')
    .description('List the writing styles, newest first.')
    .addOption(limitOption(100))
    .addOption(CURSOR)
    .addOption(ALL)
    .action(async ({ ...part }) => {
      const session = open()
      const { writingStyles } = await session.workspaceClient()
      const taken = await take((page) => writingStyles.list(page, { signal: session.signal }), part)
      session.print(taken, () =>
        formatList(['id', 'active', 'name'], taken, (one) => [one.writing_style_id, one.active ? 'yes' : '', one.name]),
      )
    })

  styles
    .command('show')
    .description('Show a writing style.')
    .argument('<id>', STYLE)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const style = await client.writingStyles.get(id, { signal: session.signal })
      session.print(style, () => describeStyle(style))
    })
}

function addWritingCommands(styles: Program, open: OpenSession): void {
  styles
    .command('create')
    .description('Create a writing style.')
    .argument('<name>', 'the name')
    .option('--instructions <text>', 'how to write, in your own words; - reads standard input')
    .option('--file <path>', 'a text file that says how to write; - reads standard input')
    .option('--example <text>', 'a sample text in this voice; can be repeated up to ten times', repeated)
    .option('--active', 'use it for generations without a style')
    .addHelpText(
      'after',
      examples(
        'styles create Dry --instructions "Short sentences. Never say excited."',
        'styles create "Our voice" --file voice.txt --example "We fixed it. You are welcome." --active',
      ),
    )
    .action(async (name, { example, active, ...from }) => {
      const instructions = await readInstructions(from)
      if (instructions === undefined) {
        throw usageError('The instructions are missing.', 'Give --instructions TEXT, or --file PATH.')
      }
      const session = open()
      const client = await session.workspaceClient()
      const body = { name, instructions, examples: example, active }
      const style = await client.writingStyles.create(body, { signal: session.signal })
      session.print(style, () => style.writing_style_id)
    })

  styles
    .command('update')
    .description('Update a writing style. Only the given fields change.')
    .argument('<id>', STYLE)
    .option('--name <name>', 'the name')
    .option('--instructions <text>', 'how to write, in your own words; - reads standard input')
    .option('--file <path>', 'a text file that says how to write; - reads standard input')
    .option(
      '--example <text>',
      'a sample text in this voice, replaces the existing ones; can be repeated up to ten times',
      repeated,
    )
    .option('--active', 'use it for generations without a style')
    .option('--no-active', 'use it only for generations that choose it')
    .addHelpText('after', examples('styles update ID --active', 'styles update ID --file voice.txt'))
    .action(async (id, { name, example, active, ...from }) => {
      const body = { name, instructions: await readInstructions(from), examples: example, active }
      const session = open()
      const client = await session.workspaceClient()
      const style = await client.writingStyles.update(id, body, { signal: session.signal })
      session.print(style, () => describeStyle(style))
    })

  styles
    .command('delete')
    .description('Delete a writing style. Generations started with it keep it.')
    .argument('<id>', STYLE)
    .action(async (id) => {
      const session = open()
      const client = await session.workspaceClient()
      const deleted = await client.writingStyles.delete(id, { signal: session.signal })
      session.print(deleted, () => `${printableLine(id)} is deleted.`)
    })
}

interface InstructionsFrom {
  readonly instructions?: string | undefined
  readonly file?: string | undefined
}

async function readInstructions({ instructions, file }: InstructionsFrom): Promise<string | undefined> {
  if (file === undefined) return readPrompt(instructions)
  if (instructions !== undefined)
    throw usageError('There are two instructions.', 'Give either --instructions or --file.')
  return readTextFile(file)
}
