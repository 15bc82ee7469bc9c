import { PowerPost } from '@powerpost/client'
import { CliError } from './errors/cli-error.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { asTyped } from './typed-form.ts'
import type { Warned } from './output/format-warning.ts'
import { formatWarning } from './output/format-warning.ts'
import type { Progress } from './output/progress.ts'
import { startProgress } from './output/progress.ts'
import type { GlobalFlags, Login, Settings } from './settings.ts'
import { readLogin, readSettings } from './settings.ts'

/** What a command works with. */
export interface Session {
  readonly settings: Settings
  readonly json: boolean
  /** What `login` and `logout` are about: the options, and no key of another source. */
  readonly login: Login
  /** Aborted on Ctrl-C, which from when it is first asked for no longer ends the process by itself. */
  readonly signal: AbortSignal
  /** For what belongs to the account. */
  client(): PowerPost
  /** For what belongs to a workspace: the one that was named, or the only one there is. */
  workspaceClient(): Promise<PowerPost>
  /**
   * Writes the result to standard output: as JSON when that was asked for, else in words. Its warnings go to standard error
   * then, where JSON has them already.
   */
  print(result: unknown, inWords: () => string): void
  /** Writes the warnings of a response of which nothing else is shown. */
  warn(response: Warned): void
  /** Writes a line next to the result, for people only. */
  note(text: string): void
  startProgress(): Progress
}

/** Opens a session. Called when it is clear that a command will run. */
export type OpenSession = () => Session

/** A session with what the flags and the surroundings say. Its key is added to the secrets, which no error may show. */
export function openSession(flags: GlobalFlags, secrets: (string | undefined)[]): Session {
  const settings = readSettings(flags)
  secrets.push(settings.apiKey)
  const json = flags.json ?? false
  const { apiKey, workspaceId, baseUrl } = settings
  let interruption: AbortController | undefined
  const signal = () => (interruption ??= abortOnInterrupt()).signal
  const client = () => {
    if (apiKey === undefined) throw missingKey()
    return new PowerPost({ apiKey, baseUrl, workspaceId })
  }
  return {
    settings,
    json,
    login: readLogin(flags),
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
      if (!json && typeof result === 'object' && result !== null) writeWarnings(result)
    },
    warn(response) {
      if (!json) writeWarnings(response)
    },
    note(text) {
      if (!json) process.stderr.write(`${asTyped(text)}\n`)
    },
    startProgress: () => startProgress({ isShown: !json && process.stderr.isTTY }),
  }
}

function writeWarnings({ warnings = [] }: Warned): void {
  process.stderr.write(warnings.map((warning) => `${formatWarning(warning)}\n`).join(''))
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
    hint: 'Run `powerpost login` with the key that the server showed at its first start, or set POWERPOST_API_KEY, in the environment or in .env.',
  })
}
