import { spawn } from 'node:child_process'
import { OperatorError } from '../operator-error.ts'

/** The one that this repository is installed by: it knows the operator's registry and proxy as that one did. */
const PNPM = ['-y', 'pnpm@12.21.0'] as const

/**
 * Runs pnpm in a directory.
 *
 * @throws OperatorError when it fails, with the last of what it printed
 */
export async function runPnpm(
  directory: string,
  args: readonly string[],
  { onOutput }: { readonly onOutput?: (text: string) => void },
): Promise<void> {
  const ended = Promise.withResolvers<number | null>()
  // A shell, since `npx` is a script on Windows; every argument is chosen here.
  const child = spawn(['npx', ...PNPM, ...args].join(' '), {
    cwd: directory,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4000)
      onOutput?.(text)
    })
  }
  child.on('error', ended.reject)
  child.on('close', ended.resolve)
  const code = await ended.promise
  if (code === 0) return
  throw new OperatorError({
    code: 'NOT_INSTALLED',
    outcome: 'unavailable',
    message: `The packages could not be installed (pnpm ended with ${code}): ${lastLines(output)}`,
    hint: 'It needs the npm registry: check the network, or set npm_config_registry to a registry that you can reach. Then run the same command again.',
  })
}

function lastLines(output: string): string {
  const lines = output.split('\n').flatMap((line) => line.trim() || [])
  const errors = lines.filter((line) => /\bERR(?:OR)?[\b_!]|ENOTFOUND|ECONNREFUSED|EAI_AGAIN/u.test(line))
  return (errors.length > 0 ? errors : lines).slice(-3).join(' ').slice(0, 500)
}
