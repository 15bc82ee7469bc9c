#!/usr/bin/env node
import { CommanderError } from 'commander'
import { EXIT_CODES } from './errors/exit-codes.ts'
import { createProgram, findCommand } from './program.ts'
import type { Session } from './session.ts'

/** Runs one command and answers the exit code. What a command does not need is not loaded: a start costs little. */
async function run(args: readonly string[]): Promise<number> {
  const secrets: (string | undefined)[] = []
  let open: ((flags: object) => Session) | undefined
  const program = await createProgram({
    load: findCommand(args),
    open: (flags) => {
      if (!open) throw new Error('A session is opened by an action only.')
      return open(flags)
    },
  })
  program.hook('preAction', async () => {
    const { openSession } = await import('./session.ts')
    open = (flags) => openSession(flags, secrets)
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return EXIT_CODES.success.code
  } catch (error) {
    // Help and the version are not errors, but commander throws them.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT_CODES.success.code
    // No command was named: its help stands there already.
    if (error instanceof CommanderError && error.code === 'commander.help') return EXIT_CODES.usage.code
    const [{ explain }, { formatFailure }] = await Promise.all([
      import('./errors/explain.ts'),
      import('./errors/format-failure.ts'),
    ])
    const failure = explain(error)
    process.stderr.write(formatFailure(failure, { json: args.includes('--json'), secrets }))
    return EXIT_CODES[failure.outcome].code
  }
}

// What reads the output may stop: `powerpost keys list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT_CODES.success.code : EXIT_CODES.fault.code)
})
process.exitCode = await run(process.argv.slice(2))
