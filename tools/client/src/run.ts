import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

interface Program {
  readonly command: string
  readonly arguments: readonly string[]
  readonly directory: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program to its end and gives what it wrote. Throws with all that it said when it failed. */
export async function run({ command, arguments: args, directory, environment = {} }: Program): Promise<string> {
  const options = { cwd: directory, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 }
  try {
    return (await execute(command, [...args], options)).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error })
  }
}
