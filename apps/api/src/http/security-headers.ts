import type { RequestHandler } from 'express'
import helmet from 'helmet'

const DAY_SECONDS = 24 * 3600

/**
 * Headers that keep browsers from doing more with an answer than reading it. Pages of the server's own loosen
 * `Content-Security-Policy` for themselves.
 *
 * @param publicUrl browsers are told to come by HTTPS only where that is how people reach the server
 */
export function setSecurityHeaders(publicUrl: () => string): RequestHandler {
  const options = {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  } as const
  const overHttp = helmet({ ...options, strictTransportSecurity: false })
  const overHttps = helmet({ ...options, strictTransportSecurity: { maxAge: 365 * DAY_SECONDS } })
  return (request, response, next) => {
    // What is answered to one key is nobody else's, and is old a moment later.
    response.setHeader('Cache-Control', 'no-store')
    const set = publicUrl().startsWith('https:') ? overHttps : overHttp
    set(request, response, next)
  }
}
