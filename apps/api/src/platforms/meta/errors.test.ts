import type { OutboundAnswer } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { expect, it } from 'vitest'
import { createGraphErrors } from './errors.ts'
import type { GraphErrorRule } from './index.ts'
import { readGraphError, rulesFrom } from './index.ts'
import type { GraphReply } from './testing/index.ts'
import { graphError, TOKEN_REFUSED } from './testing/index.ts'

const RULES: readonly GraphErrorRule[] = rulesFrom('https://example.com/errors', [
  { subcode: 2207051, failure: 'unknown', message: '$name may have it.' },
  { code: 100, subcode: 1, failure: 'restart', message: '$name lost it.' },
])

const errors = createGraphErrors({ name: 'Facebook', rules: RULES, clock: systemClock })

const toAnswer = ({ status, body, headers = {} }: GraphReply): OutboundAnswer => ({
  status,
  headers,
  url: 'https://graph.facebook.com/v26.0/me',
  contentType: 'application/json',
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
})

it.each<[string, GraphReply, object]>([
  ['a fault', graphError(2, { status: 500, transient: true }), { failure: 'retry', platformError: '2' }],
  ['a limit of the app', graphError(4), { failure: 'retry', scope: 'app', platformError: '4' }],
  ['a limit of the page', graphError(32), { failure: 'retry', scope: 'account' }],
  ['a password that changed', graphError(190, { subcode: 460 }), { failure: 'reconnect' }],
  ['a duplicate', graphError(506), { failure: 'never', platformError: '506' }],
  ['what a rule of the platform names', graphError(100, { subcode: 1 }), { failure: 'restart' }],
  ['a token that was revoked', TOKEN_REFUSED, { failure: 'reconnect', platformError: '190/467' }],
  ['what no rule names', graphError(100, { subcode: 33 }), { failure: 'never', platformError: '100/33' }],
  ['what no rule names, for a while', graphError(4242, { transient: true }), { failure: 'retry' }],
  ['too large a file', { status: 413 }, { failure: 'never', platformError: '413' }],
  ['a token, by a gateway', { status: 401 }, { failure: 'reconnect', platformError: '401' }],
  ['too many requests', { status: 429, headers: { 'retry-after': '7' } }, { failure: 'retry', retryAfterSeconds: 7 }],
])('an answer that refuses %s is recognised', (_, reply, expected) => {
  const failure = errors.toFailure(toAnswer(reply))
  expect(failure).toMatchObject(expected)
  expect(failure.message).toContain('Facebook')
  expect(errors.isTokenRefused(toAnswer(reply))).toBe(failure.failure === 'reconnect')
})

it('the permission that is missing is named, and nothing else of the words', () => {
  const message = '(#200) Requires pages_manage_posts permission <token EAAB>'
  const error = errors.toFailure(toAnswer(graphError(200, { message, status: 403 })))
  expect(error).toMatchObject({ failure: 'never', platformError: '200' })
  expect(String(error)).toContain('pages_manage_posts')
  expect(String(error)).not.toContain('EAAB')
})

it.each<[string, GraphReply, boolean]>([
  ['a fault without words', { status: 502 }, true],
  ['a fault of its own', graphError(1, { status: 500 }), true],
  ['what its own rule leaves open', graphError(4, { subcode: 2207051 }), true],
  ['what passes', graphError(4242, { transient: true }), true],
  ['too many requests', { status: 429 }, false],
  ['a refusal', graphError(100), false],
])('what became of a final call that is answered by %s is open: %s', (_, reply, isOpen) => {
  const answer = toAnswer(reply)
  expect(errors.toRefusal(answer) === undefined).toBe(isOpen)
  const said = reply.body === undefined ? undefined : expect.objectContaining({ code: expect.any(Number) })
  expect(readGraphError(answer)).toEqual(said)
})
