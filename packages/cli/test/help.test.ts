import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from '../src/errors/exit-codes.ts'
import { createProgram, findCommand } from '../src/program.ts'

interface Named {
  readonly path: string
  readonly command: CommandUnknownOpts
}

function listCommands(command: CommandUnknownOpts, path: string): Named[] {
  return [{ path, command }, ...command.commands.flatMap((child) => listCommands(child, `${path} ${child.name()}`))]
}

function helpOf(command: CommandUnknownOpts): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80 })
  command.outputHelp()
  return text
}

const open = () => {
  throw new Error('no command runs here')
}
const program: CommandUnknownOpts = await createProgram({ load: 'all', open })
const listed: CommandUnknownOpts = await createProgram({ load: undefined, open })
const commands = listCommands(program, 'powerpost')

describe('the help', () => {
  it.each(commands.map((named) => [named.path, named] as const))('of `%s` is as reviewed', (_, { command }) => {
    expect(helpOf(command)).toMatchSnapshot()
  })

  it('lists every command as the command describes itself', () => {
    const describe = ({ commands }: CommandUnknownOpts) => commands.map((one) => [one.name(), one.description()])
    expect(describe(listed)).toEqual(describe(program))
  })

  it.each([
    [['keys', 'list'], 'keys'],
    [['--json', 'keys', 'list'], 'keys'],
    [['--profile', 'work', '--base-url=http://x', 'posts'], 'posts'],
    [['--help'], undefined],
    [['--workspace', 'keys'], undefined],
  ])('finds the command of %j', (args, name) => {
    expect(findCommand(args)).toBe(name)
  })

  it('gives examples that the program itself takes', () => {
    const lines = commands.flatMap(({ command }) => [...helpOf(command).matchAll(/^ {2}\$ powerpost (.+)$/gm)])
    expect(lines.length).toBeGreaterThan(15)
    for (const [, line = ''] of lines) {
      const words = [...line.replace(/ [|>] .*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare,
      )
      const { command } =
        commands.findLast(({ path }) => ` ${words.join(' ')} `.startsWith(` ${path.slice(10)} `)) ?? {}
      expect(command?.commands, line).toEqual([])
      const options = words.filter((word) => word?.startsWith('--'))
      const known = [...(command?.options ?? []), ...program.options].map(({ long }) => long)
      expect(known, line).toEqual(expect.arrayContaining(options))
    }
  })
})

describe('the documentation', () => {
  it('has the table of exit codes as the program has it', async () => {
    const text = await readFile(new URL('../../../docs/command-line.md', import.meta.url), 'utf8')
    const rows = [...text.matchAll(/^\| +(\d+) \| (.+?) +\|$/gm)].map(([, code, meaning]) => [Number(code), meaning])
    expect(rows).toEqual(Object.values(EXIT_CODES).map(({ code, meaning }) => [code, meaning]))
  })

  it('describes every command', async () => {
    const text = await readFile(new URL('../../../docs/command-line.md', import.meta.url), 'utf8')
    for (const { path, command } of commands) if (command.commands.length === 0) expect(text).toContain(path)
  })
})
