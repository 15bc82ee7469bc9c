import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { usageError } from './errors/cli-error.ts'

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
  refuseForeignAddress(flags, fromFile)
  const read = (name: string) => process.env[name]?.trim() || fromFile[name]?.trim() || undefined
  return {
    apiKey: flags.apiKey?.trim() || read('POWERPOST_API_KEY'),
    workspaceId: flags.workspace ?? read('POWERPOST_WORKSPACE_ID'),
    baseUrl: flags.baseUrl?.trim() || (read('POWERPOST_BASE_URL') ?? DEFAULT_BASE_URL),
    dataDirectory: read('POWERPOST_DATA_DIR') ?? './data',
    databaseUrl: read('DATABASE_URL'),
  }
}

const DEFAULT_BASE_URL = 'http://localhost:3000'

/**
 * A key goes to the address that stands beside it. A `.env` that somebody else left in a folder must not have a key of the
 * environment, or of an option, sent to an address of its own.
 */
function refuseForeignAddress(flags: GlobalFlags, fromFile: NodeJS.Dict<string>): void {
  const address = fromFile['POWERPOST_BASE_URL']?.trim()
  const isAsked = address && !flags.baseUrl?.trim() && !process.env['POWERPOST_BASE_URL']?.trim()
  const isOwnKey = !flags.apiKey?.trim() && !process.env['POWERPOST_API_KEY']?.trim()
  if (!isAsked || isOwnKey || address === DEFAULT_BASE_URL) return
  throw usageError(
    'The address comes from .env in this folder, but the API key does not.',
    'Put both into .env, or set the address with POWERPOST_BASE_URL or --base-url.',
  )
}

function readEnvFile(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync('.env', 'utf8'))
  } catch {
    // There is none, or it is not for us to read.
    return {}
  }
}
