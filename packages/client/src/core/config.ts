import { PowerPostError } from '../errors/powerpost-error.ts'
import type { ClientOptions } from './options.ts'
import { isBrowser, readEnvironment } from './platform.ts'

/** Options with nothing left to decide. */
export type Config = ReturnType<typeof resolveOptions>

/** Fills the options up from the environment and the defaults. */
export function resolveOptions(options: ClientOptions) {
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw invalid(
      "A secret API key in a browser is everyone's. Call PowerPost from your server, or say `dangerouslyAllowBrowser: true` if the page is yours alone.",
    )
  }
  const apiKey = options.apiKey ?? readEnvironment('POWERPOST_API_KEY')
  if (!apiKey) throw invalid('There is no API key: give `apiKey`, or set POWERPOST_API_KEY.')
  // Said here without the key: what refuses a header says the header.
  if (!/^[\x21-\x7e]+$/.test(apiKey))
    throw invalid('The API key holds characters that no key has, a line break perhaps.')
  return {
    apiKey,
    workspaceId: options.workspaceId ?? readEnvironment('POWERPOST_WORKSPACE_ID'),
    baseUrl: toOrigin(options.baseUrl ?? readEnvironment('POWERPOST_BASE_URL') ?? 'http://localhost:3000'),
    timeout: options.timeout ?? 60_000,
    maxRetries: options.maxRetries ?? 2,
    // Called as a method of another object, a browser's own `fetch` refuses.
    fetch: options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init)),
    logger: options.logger,
    defaultHeaders: options.defaultHeaders ?? {},
  }
}

function toOrigin(baseUrl: string): string {
  if (!/^https?:\/\/[^/]/i.test(baseUrl)) {
    throw invalid(`\`baseUrl\` must begin with http:// or https://, as http://localhost:3000 does, not ${baseUrl}.`)
  }
  return baseUrl.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
}

function invalid(message: string): PowerPostError {
  return new PowerPostError({ code: 'INVALID_ARGUMENT', message })
}
