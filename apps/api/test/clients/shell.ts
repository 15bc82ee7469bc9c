import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A terminal that stays open, into which blocks are pasted. */
export interface Shell {
  /** Runs a block to its end, and gives what it printed. Throws when a command of it failed. */
  paste(code: string): Promise<string>
  close(): Promise<void>
}

interface ShellOptions {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

const MARK = '=== end of the block ==='

/** Starts bash. A failed command, also within a pipe, or a variable that is not set, ends it. */
export async function openShell({ directory, environment }: ShellOptions): Promise<Shell> {
  const blocks = await mkdtemp(join(tmpdir(), 'powerpost-blocks-'))
  // Node's own pipes are sockets, which `/dev/stderr` cannot be opened on; a terminal's can.
  const child = spawn('bash', ['-c', 'bash -s 2>&1 | cat'], { cwd: directory, env: environment })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = once(child, 'close')
  child.stdin.write('set -euo pipefail\ncurl() { command curl -sS --fail-with-body "$@"; }\n')
  const readToMark = async () => {
    const ended = exited.then(() => 'ended' as const)
    while (!output.includes(`${MARK}\n`)) {
      if ((await Promise.race([once(child.stdout, 'data'), ended])) === 'ended' && !output.includes(`${MARK}\n`))
        throw new Error(`The shell ended:\n${output}`)
    }
    const [block = ''] = output.split(`${MARK}\n`)
    output = output.slice(block.length + MARK.length + 1)
    return block
  }
  return {
    async paste(code) {
      const file = join(blocks, 'block.sh')
      await writeFile(file, code)
      // Programs that read their input must not get what is pasted next.
      child.stdin.write(`. '${file}' </dev/null\nprintf '\\n${MARK}\\n'\n`)
      return readToMark()
    },
    async close() {
      child.stdin.end()
      await exited
      await rm(blocks, { recursive: true, force: true })
    },
  }
}
