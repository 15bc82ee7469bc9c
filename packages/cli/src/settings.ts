import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** What the program was told by flags and environment. */
export interface Settings {
  readonly apiKey: string | undefined
  readonly workspaceId: string | undefined
  /** @default http://localhost:3000 */
  readonly baseUrl: string
  /** The server's, for its operator. @default ./data */
  readonly dataDirectory: string
  /** The server's, for its operator. Undefined: embedded. */
  readonly databaseUrl: string | undefined
}

/** The options of every command. */
export interface GlobalFlags {
  readonly json?: true
  readonly apiKey?: string | undefined
  readonly workspace?: string | undefined
  readonly baseUrl?: string | undefined
}

/** Flags first, then the environment, then `.env` in the current directory. The only place that reads any of them. */
export function readSettings(flags: GlobalFlags): Settings {
  const fromFile = readEnvFile()
  const read = (name: string) => process.env[name]?.trim() || fromFile[name]?.trim() || undefined
  return {
    apiKey: flags.apiKey?.trim() || read('POWERPOST_API_KEY'),
    workspaceId: flags.workspace ?? read('POWERPOST_WORKSPACE_ID'),
    baseUrl: flags.baseUrl ?? read('POWERPOST_BASE_URL') ?? 'http://localhost:3000',
    dataDirectory: read('POWERPOST_DATA_DIR') ?? './data',
    databaseUrl: read('DATABASE_URL'),
  }
}

function readEnvFile(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync('.env', 'utf8'))
  } catch {
    // There is none, or it is not for us to read.
    return {}
  }
}
