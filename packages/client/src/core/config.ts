import { invalidArgument } from '../errors/invalid-argument.ts'
import { createLogger } from './logger.ts'
import type { ClientOptions } from './options.ts'
import { isBrowser, readEnvironment } from './platform.ts'

/** Options with nothing left to decide. */
export type Config = ReturnType<typeof resolveOptions>

/** Fills the options up from the environment and the defaults. */
export function resolveOptions(options: ClientOptions) {
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw invalidArgument(
      'Everyone can read an API key in a browser: call PowerPost from a server, or set `dangerouslyAllowBrowser: true`.',
    )
  }
  const apiKey = options.apiKey ?? readEnvironment('POWERPOST_API_KEY')
  if (!apiKey) throw invalidArgument('There is no API key: give `apiKey`, or set POWERPOST_API_KEY.')
  if (typeof apiKey === 'string') checkKey(apiKey)
  return {
    ...options,
    apiKey,
    workspaceId: options.workspaceId ?? readEnvironment('POWERPOST_WORKSPACE_ID'),
    baseUrl: toOrigin(options.baseUrl ?? readEnvironment('POWERPOST_BASE_URL') ?? 'http://localhost:3000'),
    timeout: options.timeout ?? 60_000,
    maxRetries: options.maxRetries ?? 2,
    // Called as a method of another object, a browser's own `fetch` refuses.
    fetch: options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init)),
    logger: options.logger ?? createLogger(readEnvironment('POWERPOST_LOG')),
  }
}

/** The key of a request. */
export async function readKey({ apiKey }: Config): Promise<string> {
  return typeof apiKey === 'string' ? apiKey : checkKey(await apiKey())
}

function checkKey(apiKey: string): string {
  // Said here without the key: what refuses a header says the header.
  if (/^[\x21-\x7e]+$/.test(apiKey)) return apiKey
  throw invalidArgument('The API key holds characters that no key has, a line break perhaps.')
}

function toOrigin(baseUrl: string): string {
  if (!/^https?:\/\/[^/]/i.test(baseUrl)) {
    throw invalidArgument(`\`baseUrl\` must begin with http:// or https://: ${baseUrl}`)
  }
  return baseUrl.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
}
