import type { Platform, RateLimitGroup } from '@powerpost/contract'
import { join, resolve } from 'node:path'
import type { Environment } from './environment.ts'
import { environmentSchema, HINTS } from './environment.ts'
import type { ImageModelsConfig, TextModelConfig, VideoModelsConfig } from './models.ts'
import { toImageModels, toTextModel, toVideoModels } from './models.ts'
import { findNearest } from './nearest.ts'
import type { PlatformAppsConfig } from './platforms.ts'
import type { StorageConfig } from './storage.ts'
import { findStorageContradiction, toStorage } from './storage.ts'
import { findIncompleteApp, findInsecureAddress, toPlatformApps } from './platforms.ts'

/** The start cannot go on. The message is one line that says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** What the server was configured with, checked and with its defaults. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where `GET /metrics` is served. Absent: nowhere. */
  readonly metricsPort: number | undefined
  /** Absolute. */
  readonly dataDirectory: string
  /** Absent: the embedded database. */
  readonly storage: StorageConfig
  readonly databaseUrl: string | undefined
  /** Whether connections to PostgreSQL keep statements prepared. */
  readonly preparedStatements: boolean
  /** The same database past the pooler that `databaseUrl` names. Undefined: `databaseUrl` names the database itself. */
  readonly directDatabaseUrl: string | undefined
  /** Without a slash at its end. Absent: the address that the server listens at. */
  readonly publicUrl: string | undefined
  /** Where platforms fetch media, without a slash at its end. Absent: the public address. */
  readonly publicMediaUrl: string | undefined
  /** Origins whose pages may ask from a browser. */
  readonly corsOrigins: readonly string[]
  readonly role: Environment['POWERPOST_ROLE']
  readonly initialCredits: number
  /** Absent: one that is kept in the data directory. */
  readonly encryptionKey: string | undefined
  readonly bootstrapApiKey: string | undefined
  readonly bootstrapWorkspaceId: string | undefined
  readonly textModel: TextModelConfig | undefined
  /** Where local models are, and what runs them. Absolute. */
  readonly modelsDirectory: string
  /** The longest that a generation of captions may take from its first attempt, in seconds: all attempts and waits together. */
  readonly textWaitSeconds: number
  readonly imageModels: ImageModelsConfig | undefined
  readonly videoModels: VideoModelsConfig | undefined
  /** How long a line of the audit log is kept. */
  readonly auditDays: number
  /** Whose metrics are collected. */
  readonly collectedPlatforms: readonly Platform[]
  /** Requests a minute, per key and group. */
  readonly rateLimits: Readonly<Record<RateLimitGroup, number>>
  /** Who searches the web: a SearXNG server, the vendor of the text model if it does that, or nobody. */
  readonly search: { readonly url: string } | 'by model' | 'off'
  /** Origins to which a browser may be sent after a sign-in. */
  readonly returnOrigins: readonly string[]
  /** Whether private addresses and plain HTTP may be fetched: for local work. */
  readonly allowPrivateUrls: boolean
  /** A server that plays the sandbox platform, without a slash at its end. Absent: this process does. */
  readonly sandboxPlatformUrl: string | undefined
  /** The operator's apps. A platform that is absent: its accounts cannot be connected. */
  readonly platformApps: PlatformAppsConfig
  readonly logLevel: Environment['POWERPOST_LOG_LEVEL']
  /** Where the system's programs are. */
  readonly programPath: string
}

/** Reads the environment. Throws a `ConfigError` for an unknown `POWERPOST_*` name or a bad value. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  refuseUnknownNames(given)
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) throw new ConfigError(describeBadValue(parsed.error.issues[0]?.path[0]))
  refuseContradictions(parsed.data)
  return toConfig(parsed.data)
}

function refuseUnknownNames(given: Readonly<Record<string, unknown>>): void {
  const known = Object.keys(environmentSchema.shape)
  for (const name of Object.keys(given)) {
    if (!name.startsWith('POWERPOST_') || known.includes(name)) continue
    const ours = known.filter((candidate) => candidate.startsWith('POWERPOST_'))
    throw new ConfigError(
      `${name} is not a setting PowerPost knows. Did you mean ${findNearest(name, ours)}? Unset or rename it.`,
    )
  }
}

function describeBadValue(variable: PropertyKey | undefined): string {
  const name = String(variable)
  const hint = HINTS[name as keyof Environment] ?? 'give another value'
  return `${name} has a value PowerPost cannot use: ${hint}.`
}

function refuseContradictions(environment: Environment): void {
  const { DATABASE_URL, POWERPOST_ROLE, POWERPOST_ENCRYPTION_KEY } = environment
  if (environment.POWERPOST_TEXT_MODEL === undefined) {
    const without = environment.POWERPOST_TEXT_API_KEY ?? environment.POWERPOST_TEXT_BASE_URL
    if (without !== undefined) {
      throw new ConfigError('POWERPOST_TEXT_MODEL must be set with its key or address: VENDOR:NAME, e.g. openai:gpt-5.')
    }
  }
  if (environment.POWERPOST_IMAGE_BASE_URLS !== undefined && environment.POWERPOST_IMAGE_MODELS === undefined) {
    throw new ConfigError('POWERPOST_IMAGE_BASE_URLS is set, but no image model: set POWERPOST_IMAGE_MODELS.')
  }
  if (environment.POWERPOST_VIDEO_BASE_URLS !== undefined && environment.POWERPOST_VIDEO_MODELS === undefined) {
    throw new ConfigError('POWERPOST_VIDEO_BASE_URLS is set, but no video model: set POWERPOST_VIDEO_MODELS.')
  }
  const incomplete = findIncompleteApp(environment)
  if (incomplete !== undefined) throw new ConfigError(incomplete)
  const inTheOpen = findInsecureAddress(environment, environment.POWERPOST_ALLOW_PRIVATE_URLS)
  if (inTheOpen !== undefined) {
    throw new ConfigError(
      `${inTheOpen} must use https. For tests, http on this machine is allowed with POWERPOST_ALLOW_PRIVATE_URLS=true.`,
    )
  }
  const insecure = findInsecureOrigin(environment)
  if (insecure !== undefined) {
    throw new ConfigError(
      `POWERPOST_RETURN_ORIGINS lists ${insecure}: use https. For local work, http on this machine is allowed with POWERPOST_ALLOW_PRIVATE_URLS=true.`,
    )
  }
  const storageProblem = findStorageContradiction(environment, DATABASE_URL)
  if (storageProblem !== undefined) throw new ConfigError(storageProblem)
  if (DATABASE_URL === undefined && environment.DATABASE_URL_DIRECT !== undefined) {
    throw new ConfigError(
      'DATABASE_URL_DIRECT is set, but not DATABASE_URL: set that one to the address of the pooler.',
    )
  }
  if (DATABASE_URL === undefined && POWERPOST_ROLE !== 'all') {
    throw new ConfigError(
      `POWERPOST_ROLE=${POWERPOST_ROLE} needs a database that several processes can share: set DATABASE_URL.`,
    )
  }
  if (DATABASE_URL !== undefined && POWERPOST_ENCRYPTION_KEY === undefined) {
    throw new ConfigError(`With DATABASE_URL, POWERPOST_ENCRYPTION_KEY must be set: ${HINTS.POWERPOST_ENCRYPTION_KEY}.`)
  }
}

/** An origin to which nothing of a sign-in may be sent. */
function findInsecureOrigin(environment: Environment): string | undefined {
  return environment.POWERPOST_RETURN_ORIGINS.find((origin) => {
    const { protocol, hostname } = new URL(origin)
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
    return protocol !== 'https:' && !(protocol === 'http:' && isLocal && environment.POWERPOST_ALLOW_PRIVATE_URLS)
  })
}

function toConfig(environment: Environment): Config {
  return {
    port: environment.PORT,
    host: environment.HOST,
    metricsPort: environment.POWERPOST_METRICS_PORT,
    dataDirectory: resolve(environment.POWERPOST_DATA_DIR),
    storage: toStorage(environment),
    databaseUrl: environment.DATABASE_URL,
    directDatabaseUrl: environment.DATABASE_URL_DIRECT,
    // A pooler may give a connection to another client after each transaction, without what was prepared on it.
    preparedStatements: environment.POWERPOST_PREPARED_STATEMENTS ?? environment.DATABASE_URL_DIRECT === undefined,
    publicUrl: environment.POWERPOST_PUBLIC_URL?.replace(/\/+$/, ''),
    publicMediaUrl: environment.POWERPOST_PUBLIC_MEDIA_URL?.replace(/\/+$/, ''),
    corsOrigins: environment.POWERPOST_CORS_ORIGINS,
    returnOrigins: environment.POWERPOST_RETURN_ORIGINS,
    role: environment.POWERPOST_ROLE,
    encryptionKey: environment.POWERPOST_ENCRYPTION_KEY,
    initialCredits: environment.POWERPOST_INITIAL_CREDITS,
    bootstrapApiKey: environment.POWERPOST_BOOTSTRAP_API_KEY,
    bootstrapWorkspaceId: environment.POWERPOST_BOOTSTRAP_WORKSPACE_ID?.toLowerCase(),
    textModel: toTextModel(environment),
    modelsDirectory: resolve(environment.POWERPOST_MODELS_DIR ?? join(environment.POWERPOST_DATA_DIR, 'models')),
    textWaitSeconds: environment.POWERPOST_TEXT_WAIT_SECONDS,
    imageModels: toImageModels(environment),
    videoModels: toVideoModels(environment),
    auditDays: environment.POWERPOST_AUDIT_DAYS,
    collectedPlatforms: environment.POWERPOST_ANALYTICS_PLATFORMS,
    rateLimits: {
      generate: environment.POWERPOST_RATE_LIMIT_GENERATE,
      read: environment.POWERPOST_RATE_LIMIT_READ,
      write: environment.POWERPOST_RATE_LIMIT_WRITE,
    },
    search: toSearch(environment.POWERPOST_SEARCH_URL),
    allowPrivateUrls: environment.POWERPOST_ALLOW_PRIVATE_URLS,
    sandboxPlatformUrl: environment.POWERPOST_SANDBOX_PLATFORM_URL?.replace(/\/+$/, ''),
    platformApps: toPlatformApps(environment),
    logLevel: environment.POWERPOST_LOG_LEVEL,
    programPath: environment.PATH,
  }
}

function toSearch(setting: string | undefined): Config['search'] {
  if (setting === undefined) return 'by model'
  return setting === 'off' ? 'off' : { url: setting }
}
