#!/usr/bin/env node
import { CommanderError } from 'commander'
import { EXIT_CODES } from './errors/exit-codes.ts'
import { explain } from './errors/explain.ts'
import { formatFailure } from './errors/format-failure.ts'
import { createProgram } from './program.ts'
import type { GlobalFlags } from './settings.ts'
import { readSettings } from './settings.ts'
import { createSession } from './session.ts'

/** Runs one command and answers the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const secrets: (string | undefined)[] = []
  const program = createProgram((flags: GlobalFlags) => {
    const settings = readSettings(flags)
    secrets.push(settings.apiKey)
    return createSession({ settings, json: flags.json ?? false })
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return EXIT_CODES.success.code
  } catch (error) {
    // Help and the version are no errors; commander tells of them this way.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT_CODES.success.code
    // No command was named: its help stands there already.
    if (error instanceof CommanderError && error.code === 'commander.help') return EXIT_CODES.usage.code
    const failure = explain(error)
    process.stderr.write(formatFailure(failure, { json: args.includes('--json'), secrets }))
    return EXIT_CODES[failure.outcome].code
  }
}

// Whoever reads the output may stop: `powerpost keys list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT_CODES.success.code : EXIT_CODES.fault.code)
})
process.exitCode = await run(process.argv.slice(2))
