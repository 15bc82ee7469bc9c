import { OutboundError } from './errors.ts'

const TIMEOUT_CODES: ReadonlySet<unknown> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])

const TOO_LARGE_MESSAGES: Readonly<Record<string, string>> = {
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'sends more bytes than are read',
  UND_ERR_HEADERS_OVERFLOW: 'sends more headers than are read',
  HPE_HEADER_OVERFLOW: 'sends more headers than are read',
}

/** Makes of whatever undici, zlib or the network threw one of our errors, with the original as its cause. */
export function explainFailure(cause: unknown): OutboundError {
  if (cause instanceof OutboundError) return cause
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  if (TIMEOUT_CODES.has(code)) return timedOut(cause)
  const tooLarge = TOO_LARGE_MESSAGES[String(code)]
  if (tooLarge !== undefined) return new OutboundError('too_large', tooLarge, { cause })
  return new OutboundError('unreachable', 'cannot be reached', { cause })
}

export function timedOut(cause: unknown): OutboundError {
  return new OutboundError('timeout', 'takes too long to respond', { cause })
}
