import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { Argument } from '@commander-js/extra-typings'
import { examples } from '../help.ts'
import type { Described } from '../output/completion-scripts.ts'
import { COMPLETION_SCRIPTS } from '../output/completion-scripts.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'

/** `powerpost completion` */
export function addCompletionCommand(program: Program, _open: OpenSession): void {
  program
    .command('completion')
    .description('Print a script that completes commands in your shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish'] as const))
    .addHelpText(
      'after',
      `
bash:  powerpost completion bash > ~/.local/share/bash-completion/completions/powerpost
zsh:   powerpost completion zsh > "\${fpath[1]}/_powerpost"
fish:  powerpost completion fish > ~/.config/fish/completions/powerpost.fish
` + examples('completion bash'),
    )
    .action((shell) => {
      // The program has loaded all of its commands for this one.
      const whole = program as unknown as CommandUnknownOpts
      process.stdout.write(COMPLETION_SCRIPTS[shell](listCommands(whole, [], whole.options)))
    })
}

function listCommands(
  command: CommandUnknownOpts,
  path: readonly string[],
  global: CommandUnknownOpts['options'],
): Described[] {
  const words = [
    ...command.commands.map((child) => ({ word: child.name(), about: child.description() })),
    ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices.map((word) => ({ word, about: '' }))),
  ]
  const options = [...command.options, ...(path.length > 0 ? global : [])].flatMap(
    ({ long, description, argChoices }) =>
      long ? [{ word: long, about: description, choices: argChoices ?? [] }] : [],
  )
  const own = { path, words, options: [...options, { word: '--help', about: 'display help for command', choices: [] }] }
  return [own, ...command.commands.flatMap((child) => listCommands(child, [...path, child.name()], global))]
}
