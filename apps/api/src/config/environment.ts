import type { RateLimitGroup } from '@powerpost/contract'
import { PLATFORMS, RATE_LIMIT_GROUPS } from '@powerpost/contract'
import { z } from 'zod'
import { PLATFORM_HINTS, platformVariables } from './platform-apps.ts'
import { STORAGE_HINTS, storageVariables } from './storage.ts'

const port = z.coerce.number<string>().int().min(0).max(65_535).default(3000)

const boolean = z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'] })

const count = (fallback: number) => z.coerce.number<string>().int().min(0).max(2_000_000_000).default(fallback)

const perMinute = (group: RateLimitGroup) =>
  z.coerce.number<string>().int().min(1).max(1_000_000).default(RATE_LIMIT_GROUPS[group].perMinute)

/** The longest that a generation may wait for its model, in seconds. */
const MAX_TEXT_WAIT_SECONDS = 3600

const httpUrl = z.url({ protocol: /^https?$/ })

/** `https://app.example.com,http://localhost:5173`: each as browsers send it, without a path. */
const origins = z
  .string()
  .default('')
  .transform((value) => value.split(',').flatMap((origin) => origin.trim() || []))
  .refine((list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin))

/** `instagram,x`; `none`: no platform. */
const platforms = z
  .string()
  .transform((value) => (value.trim() === 'none' ? [] : value.split(',').flatMap((name) => name.trim() || [])))
  .pipe(z.array(z.enum(PLATFORMS)))

/** X charges for each post that is read. */
const COLLECTED_BY_DEFAULT = PLATFORMS.filter((platform) => platform !== 'x').join(',')

/** Every variable that the server knows. Refuse unknown names: they are typos. */
export const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  PATH: z.string().default(''),
  OPENAI_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  GOOGLE_GENERATIVE_AI_API_KEY: z.string().optional(),
  BFL_API_KEY: z.string().optional(),
  FAL_API_KEY: z.string().optional(),
  RUNWAYML_API_SECRET: z.string().optional(),
  REPLICATE_API_TOKEN: z.string().optional(),
  PORT: port,
  HOST: z.string().min(1).default('127.0.0.1'),
  POWERPOST_METRICS_PORT: z.coerce.number<string>().int().min(0).max(65_535).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_URL_DIRECT: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  POWERPOST_PREPARED_STATEMENTS: boolean.optional(),
  POWERPOST_DATA_DIR: z.string().min(1).default('./data'),
  POWERPOST_PUBLIC_URL: httpUrl.optional(),
  POWERPOST_PUBLIC_MEDIA_URL: httpUrl.optional(),
  POWERPOST_CORS_ORIGINS: origins,
  POWERPOST_RETURN_ORIGINS: origins,
  POWERPOST_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  POWERPOST_INITIAL_CREDITS: count(50),
  POWERPOST_BOOTSTRAP_API_KEY: z
    .string()
    .regex(/^pp_live_sk_[A-Za-z0-9]{20,}$/)
    .optional(),
  POWERPOST_BOOTSTRAP_WORKSPACE_ID: z.guid().optional(),
  POWERPOST_TEXT_MODEL: z.string().optional(),
  POWERPOST_TEXT_BASE_URL: httpUrl.optional(),
  POWERPOST_TEXT_API_KEY: z.string().optional(),
  POWERPOST_MODELS_DIR: z.string().min(1).optional(),
  POWERPOST_TEXT_WAIT_SECONDS: z.coerce.number<string>().int().min(30).max(MAX_TEXT_WAIT_SECONDS).default(300),
  POWERPOST_IMAGE_MODELS: z.string().optional(),
  POWERPOST_IMAGE_BASE_URLS: z.string().optional(),
  POWERPOST_VIDEO_MODELS: z.string().optional(),
  POWERPOST_VIDEO_BASE_URLS: z.string().optional(),
  POWERPOST_SEARCH_URL: z.union([z.literal('off'), httpUrl]).optional(),
  POWERPOST_AUDIT_DAYS: z.coerce.number<string>().int().min(1).max(36_500).default(400),
  POWERPOST_ANALYTICS_PLATFORMS: z.string().default(COLLECTED_BY_DEFAULT).pipe(platforms),
  ...storageVariables,
  POWERPOST_RATE_LIMIT_GENERATE: perMinute('generate'),
  POWERPOST_RATE_LIMIT_READ: perMinute('read'),
  POWERPOST_RATE_LIMIT_WRITE: perMinute('write'),
  POWERPOST_ALLOW_PRIVATE_URLS: boolean.default(false),
  POWERPOST_SANDBOX_PLATFORM_URL: httpUrl.optional(),
  POWERPOST_ENCRYPTION_KEY: z.string().min(32).optional(),
  ...platformVariables,
  POWERPOST_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  // The client's and the command line's.
  POWERPOST_API_KEY: z.string().optional(),
  POWERPOST_WORKSPACE_ID: z.string().optional(),
  POWERPOST_BASE_URL: z.string().optional(),
})

export type Environment = z.output<typeof environmentSchema>

type Variable = keyof Environment

/** What to write instead, for values that people get wrong. */
export const HINTS: Partial<Record<Variable, string>> = {
  PORT: 'give a port from 0 to 65535, e.g. PORT=3000',
  POWERPOST_METRICS_PORT: 'give a port from 0 to 65535, e.g. POWERPOST_METRICS_PORT=9464',
  DATABASE_URL: 'give a connection string, e.g. postgres://user:password@localhost:5432/powerpost',
  DATABASE_URL_DIRECT: 'give a connection string, e.g. postgres://user:password@localhost:5432/powerpost',
  POWERPOST_PREPARED_STATEMENTS: 'use true or false',
  POWERPOST_PUBLIC_URL: 'give the public address of the server, e.g. https://powerpost.example.com',
  POWERPOST_PUBLIC_MEDIA_URL:
    'give the address at which platforms can fetch media from this server, e.g. https://media.example.com',
  POWERPOST_CORS_ORIGINS: 'give origins separated by commas, e.g. https://app.example.com,http://localhost:5173',
  POWERPOST_RETURN_ORIGINS: 'give origins separated by commas, e.g. https://app.example.com,https://app.example.org',
  POWERPOST_ROLE: 'use all, api or worker',
  POWERPOST_INITIAL_CREDITS: 'give a whole number of credits, e.g. 50',
  POWERPOST_BOOTSTRAP_API_KEY: 'use pp_live_sk_ followed by at least 20 letters and digits',
  POWERPOST_BOOTSTRAP_WORKSPACE_ID: 'use a UUID',
  POWERPOST_SEARCH_URL: 'give the address of a SearXNG server, e.g. http://localhost:8080, or off',
  POWERPOST_TEXT_BASE_URL: 'give the address of the model server, e.g. http://localhost:11434/v1',
  POWERPOST_TEXT_WAIT_SECONDS: 'give a whole number of seconds from 30 to 3600, e.g. 300',
  POWERPOST_AUDIT_DAYS: 'give a whole number of days from 1 to 36500, e.g. 400',
  POWERPOST_ANALYTICS_PLATFORMS: 'give platforms separated by commas, e.g. instagram,x, or none',
  POWERPOST_RATE_LIMIT_GENERATE: 'give a whole number of requests per minute, at least 1',
  POWERPOST_RATE_LIMIT_READ: 'give a whole number of requests per minute, at least 1',
  POWERPOST_RATE_LIMIT_WRITE: 'give a whole number of requests per minute, at least 1',
  POWERPOST_ALLOW_PRIVATE_URLS: 'use true or false',
  POWERPOST_SANDBOX_PLATFORM_URL: 'give the address of a test server that acts as a platform, or unset it',
  POWERPOST_ENCRYPTION_KEY: 'give at least 32 characters, e.g. the output of: openssl rand -base64 32',
  ...STORAGE_HINTS,
  ...PLATFORM_HINTS,
  POWERPOST_LOG_LEVEL: 'use fatal, error, warn, info, debug, trace or silent',
}
