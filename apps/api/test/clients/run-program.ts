import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Program {
  readonly command: string
  readonly arguments: readonly string[]
  /** What it reads from standard input. */
  readonly input: string
  readonly directory: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program to its end and gives what it wrote. Throws, with what it said, when it failed. */
export async function runProgram(program: Program): Promise<string> {
  const child = spawn(program.command, program.arguments, {
    cwd: program.directory,
    env: { PATH: process.env['PATH'], ...program.environment },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdin.end(program.input)
  const [code]: (number | null)[] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program.command} ended with ${code}:\n${stderr}\n${stdout}`)
  return stdout
}
