import { Command } from '@commander-js/extra-typings'
import manifest from '../package.json' with { type: 'json' }
import { COMMANDS } from './command-table.ts'
import { ABOUT_SETTINGS, examples } from './help.ts'
import type { OpenSession, Session } from './session.ts'
import type { GlobalFlags } from './settings.ts'

interface ProgramOptions {
  /** Given the options that every command has, when it is clear that a command will run. */
  readonly open: (flags: GlobalFlags) => Session
  /** The command to load; `all`: every one. The others are only listed. */
  readonly load: string | undefined
}

/** The options of every command that have a value. */
const VALUE_OPTIONS = new Set(['--api-key', '--workspace', '--base-url', '--profile'])

/** The name of the command that was typed, wherever the options of the program stand. */
export function findCommand(args: readonly string[]): string | undefined {
  const isValue = (index: number) => VALUE_OPTIONS.has(args[index - 1] ?? '')
  return args.find((arg, index) => !arg.startsWith('-') && !isValue(index))
}

/** The program. A command that is loaded costs time: one is enough to run it. */
export async function createProgram({ open, load }: ProgramOptions) {
  const program = new Command('powerpost')
    .description(
      'Captions, images and posts for six social platforms; keys, workspaces and credits of a PowerPost server.',
    )
    .version(manifest.version)
    .option('--json', 'print JSON, also for errors')
    .option('--profile <name>', 'the profile of `powerpost login` (POWERPOST_PROFILE)')
    .option('--api-key <key>', 'the API key; prefer `powerpost login`, which process lists do not show')
    .option('--workspace <id>', 'the workspace (POWERPOST_WORKSPACE_ID)')
    .option('--base-url <url>', 'the address of the server (POWERPOST_BASE_URL)')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    // `main.ts` prints every error in one way; help that was asked for is written unchanged.
    .configureOutput({ outputError() {} })
    .exitOverride()
  program.addHelpText(
    'after',
    examples('login', 'generate "We just shipped dark mode" --to x,instagram', 'credits balance') +
      `\n${ABOUT_SETTINGS}`,
  )
  const openSession: OpenSession = () => open(program.opts())
  // A completion script is about all of them.
  const isWhole = load === 'all' || load === 'completion'
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(heading)
    for (const [name, command] of Object.entries(commands)) {
      if (isWhole || load === name) (await command.load())(program, openSession)
      else program.command(name).description(command.description)
    }
  }
  return program
}
