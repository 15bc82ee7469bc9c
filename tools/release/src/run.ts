import { spawn } from 'node:child_process'
import { once } from 'node:events'

interface Program {
  readonly command: string
  readonly arguments: readonly string[]
  readonly directory: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program to its end and gives what it wrote. Throws, with what it said, when it failed. */
export async function run(program: Program): Promise<string> {
  const child = spawn(program.command, program.arguments, {
    cwd: program.directory,
    env: { ...process.env, CI: 'true', NO_COLOR: '1', ...program.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code]: (number | null)[] = await once(child, 'close')
  const line = [program.command, ...program.arguments].join(' ')
  if (code !== 0) throw new Error(`${line} ended with ${code}:\n${said}`)
  return said
}
