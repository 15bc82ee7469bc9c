import { PowerPost } from '@powerpost/client'
import { CliError } from './errors/cli-error.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import type { Progress } from './output/progress.ts'
import { startProgress } from './output/progress.ts'
import type { Settings } from './settings.ts'

/** What a command works with. */
export interface Session {
  readonly settings: Settings
  /** Aborted on Ctrl-C, which from when it is first asked for no longer ends the process by itself. */
  readonly signal: AbortSignal
  /** For what belongs to the account. */
  client(): PowerPost
  /** For what belongs to a workspace: the one that was named, or the only one there is. */
  workspaceClient(): Promise<PowerPost>
  /** Writes the result to standard output: as JSON when that was asked for, else in words. */
  print(result: unknown, inWords: () => string): void
  /** Writes a line beside the result, for people only. */
  note(text: string): void
  startProgress(): Progress
}

/** Opens a session. Called when it is clear that a command will run. */
export type OpenSession = () => Session

interface SessionOptions {
  readonly settings: Settings
  readonly json: boolean
}

export function createSession({ settings, json }: SessionOptions): Session {
  const { apiKey, workspaceId, baseUrl } = settings
  let interruption: AbortController | undefined
  const signal = () => (interruption ??= abortOnInterrupt()).signal
  const client = () => {
    if (apiKey === undefined) throw missingKey()
    return new PowerPost({ apiKey, baseUrl, workspaceId })
  }
  return {
    settings,
    get signal() {
      return signal()
    },
    client,
    async workspaceClient() {
      const account = client()
      return workspaceId === undefined
        ? account.withOptions({ workspaceId: await chooseWorkspace(account, signal()) })
        : account
    },
    print(result, inWords) {
      process.stdout.write(`${json ? JSON.stringify(result, undefined, 2) : inWords()}\n`)
    },
    note(text) {
      if (!json) process.stderr.write(`${text}\n`)
    },
    startProgress: () => startProgress({ isShown: !json && process.stderr.isTTY }),
  }
}

function abortOnInterrupt(): AbortController {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  return controller
}

function missingKey(): CliError {
  return new CliError({
    code: 'NO_API_KEY',
    outcome: 'denied',
    message: 'The API key is missing.',
    hint: 'Set POWERPOST_API_KEY, in the environment or in .env, to the key that the server showed at its first start.',
  })
}
