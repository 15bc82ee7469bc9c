import {
  API_KEY_HEADER,
  IDEMPOTENCY_HEADER,
  LAST_EVENT_ID_HEADER,
  RATE_LIMIT_HEADERS,
  REPLAYED_HEADER,
  REQUEST_ID_HEADER,
  STRICT_HEADER,
  WORKSPACE_HEADER,
} from '@powerpost/contract'
import cors from 'cors'
import type { RequestHandler } from 'express'

/** How long a browser remembers what it may ask, in seconds. */
const PREFLIGHT_SECONDS = 600

/** Lets any page read what a link alone lets in to: anyone with the link can read it anyway. */
export function allowAnyOrigin(): RequestHandler {
  return cors({
    origin: '*',
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['range', 'if-range', 'if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'],
    exposedHeaders: [
      'accept-ranges',
      'content-disposition',
      'content-length',
      'content-range',
      'etag',
      REQUEST_ID_HEADER,
    ],
    maxAge: PREFLIGHT_SECONDS,
  })
}

/** Lets pages of these origins ask from a browser. None: no page but the server's own can. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  if (origins.length === 0) return (_request, _response, next) => next()
  return cors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: [
      API_KEY_HEADER,
      'authorization',
      'content-type',
      IDEMPOTENCY_HEADER,
      LAST_EVENT_ID_HEADER,
      REQUEST_ID_HEADER,
      STRICT_HEADER,
      WORKSPACE_HEADER,
    ],
    exposedHeaders: [...Object.values(RATE_LIMIT_HEADERS), REPLAYED_HEADER, REQUEST_ID_HEADER, 'retry-after'],
    maxAge: PREFLIGHT_SECONDS,
  })
}
