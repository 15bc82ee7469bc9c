import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { usageError } from './errors/cli-error.ts'
import { DEFAULT_PROFILE, readProfiles } from './profiles.ts'

/** What the program got by flags, environment and profiles. */
export interface Settings {
  readonly apiKey: string | undefined
  /** Where the key is from, in words. Undefined when there is none. */
  readonly keySource: string | undefined
  readonly workspaceId: string | undefined
  /** @default http://localhost:3000 */
  readonly baseUrl: string
  /** The server's, for its operator. @default ./data */
  readonly dataDirectory: string
  /** The server's, for its operator. Undefined: `models` in the data directory. */
  readonly modelsDirectory: string | undefined
  /** The server's, for its operator. Undefined: embedded. */
  readonly databaseUrl: string | undefined
}

/** What a profile is made of. */
export interface Login {
  readonly profile: string
  readonly baseUrl: string
  readonly workspaceId: string | undefined
  /** Undefined: it is asked for. */
  readonly apiKey: string | undefined
}

/** The options of every command. */
export interface GlobalFlags {
  readonly json?: true
  readonly profile?: string | undefined
  readonly apiKey?: string | undefined
  readonly workspace?: string | undefined
  readonly baseUrl?: string | undefined
}

/** How a server is reached, as one source says it. */
interface Source {
  readonly name: string
  readonly apiKey?: string | undefined
  readonly baseUrl?: string | undefined
  readonly workspaceId?: string | undefined
}

/** The only place that reads flags, the environment, `.env` and the profiles. */
export function readSettings(flags: GlobalFlags): Settings {
  const fromFile = readEnvFile()
  const option = {
    name: 'the options',
    apiKey: clean(flags.apiKey),
    baseUrl: clean(flags.baseUrl),
    workspaceId: flags.workspace,
  }
  const environment = fromVariables('the environment', process.env)
  const envFile = fromVariables('.env in this folder', fromFile)
  const { profile: profileName } = readLogin(flags)
  const profile: Source = { name: `the profile ${profileName}`, ...readProfiles()[profileName] }
  // A profile that was asked for by an option is meant, whatever is set.
  const sources = clean(flags.profile) ? [option, profile] : [option, environment, envFile, profile]
  const key = sources.find(({ apiKey }) => apiKey !== undefined)
  return {
    apiKey: key?.apiKey,
    keySource: key?.name,
    baseUrl: findAddress(sources, { key, envFile, profile }),
    workspaceId: sources.find((source) => source.workspaceId && (source === key || source !== profile))?.workspaceId,
    dataDirectory: clean(process.env['POWERPOST_DATA_DIR']) ?? clean(fromFile['POWERPOST_DATA_DIR']) ?? './data',
    modelsDirectory: clean(process.env['POWERPOST_MODELS_DIR']) ?? clean(fromFile['POWERPOST_MODELS_DIR']),
    databaseUrl: clean(process.env['DATABASE_URL']) ?? clean(fromFile['DATABASE_URL']),
  }
}

/** What `login` saves. Its address is typed or exported: never that of a `.env` in the folder. */
export function readLogin(flags: GlobalFlags): Login {
  const profile = clean(flags.profile) ?? clean(process.env['POWERPOST_PROFILE']) ?? DEFAULT_PROFILE
  return {
    profile,
    baseUrl: clean(flags.baseUrl) ?? clean(process.env['POWERPOST_BASE_URL']) ?? DEFAULT_BASE_URL,
    workspaceId: clean(flags.workspace),
    apiKey: clean(flags.apiKey),
  }
}

const DEFAULT_BASE_URL = 'http://localhost:3000'

/**
 * A key goes to the address that stands next to it, or to one that was typed or exported. A `.env` that somebody else left in a
 * folder must not have a key of another source sent to an address of its own, and a profile keeps its address for its key.
 */
function findAddress(
  sources: readonly Source[],
  { key, envFile, profile }: Readonly<Record<'key', Source | undefined> & Record<'envFile' | 'profile', Source>>,
): string {
  const named = sources.find(({ baseUrl }) => baseUrl !== undefined)
  if (named === profile && key !== profile && key !== undefined) return DEFAULT_BASE_URL
  if (named === envFile && key && key !== envFile && named.baseUrl !== DEFAULT_BASE_URL) {
    throw usageError(
      'The address comes from .env in this folder, but the API key does not.',
      'Put both into .env, or set the address with POWERPOST_BASE_URL or --base-url.',
    )
  }
  return named?.baseUrl ?? DEFAULT_BASE_URL
}

function fromVariables(name: string, variables: NodeJS.Dict<string>): Source {
  return {
    name,
    apiKey: clean(variables['POWERPOST_API_KEY']),
    baseUrl: clean(variables['POWERPOST_BASE_URL']),
    workspaceId: clean(variables['POWERPOST_WORKSPACE_ID']),
  }
}

function clean(text: string | undefined): string | undefined {
  return text?.trim() || undefined
}

function readEnvFile(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync('.env', 'utf8'))
  } catch {
    // There is none, or it is not for us to read.
    return {}
  }
}
