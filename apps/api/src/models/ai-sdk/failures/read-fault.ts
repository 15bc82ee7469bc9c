import { APICallError, StreamProviderError } from 'ai'

/** What is known of a call that failed. */
export interface Fault {
  /** Of the answer, or the one that an error within a stream stands for. */
  readonly status: number | undefined
  /** The machine-readable words of the vendor's error: `insufficient_quota`, `API_KEY_INVALID`, `overloaded_error`. */
  readonly codes: string
  /** What the vendor wrote, for decisions and the cause; never for a message. */
  readonly text: string
  readonly headers: Readonly<Record<string, string>> | undefined
  /** The error and what caused it, outermost first. */
  readonly chain: readonly unknown[]
}

/** Anthropic's names for what HTTP has statuses for, as they come within a stream. */
const STATUS_OF_TYPE: Readonly<Record<string, number>> = {
  overloaded_error: 529,
  rate_limit_error: 429,
  api_error: 500,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  server_error: 500,
  rate_limit_exceeded: 429,
}

export function readFault(error: unknown): Fault {
  const chain = causesOf(error)
  const call = chain.find((link) => APICallError.isInstance(link))
  const streamed = chain.find((link) => StreamProviderError.isInstance(link))
  const type = streamed?.type ?? String(streamed?.code ?? '')
  const text = call?.responseBody ?? call?.message ?? streamed?.message ?? messageOf(error)
  const data = text.slice(0, 20_000)
  return {
    status: call?.statusCode ?? streamed?.statusCode ?? STATUS_OF_TYPE[type],
    codes: [type, String(streamed?.code ?? ''), ...readCodes(data)].join(' '),
    text: data,
    headers: call?.responseHeaders,
    chain,
  }
}

function readCodes(body: string): string[] {
  return [...body.matchAll(/"(?:code|type|status|reason)"\s*:\s*"([\w.-]{1,64})"/gu)].map((match) => match[1] ?? '')
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  let link = error
  while (link !== undefined && link !== null && !chain.includes(link) && chain.length < 10) {
    chain.push(link)
    link = link instanceof Error ? link.cause : undefined
  }
  return chain
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
