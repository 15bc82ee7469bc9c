import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StepOptions, UsedUpQuota } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { rejection } from '../testing/run-steps.ts'
import type { FormFile, GraphApi, GraphOptions, GraphRequest, UploadRequest } from './index.ts'
import {
  createGraphApi,
  FACEBOOK_API_URL,
  idSchema,
  INSTAGRAM_API_URL,
  isGood,
  META_API_VERSION,
  META_UPLOAD_URL,
  readJson,
} from './index.ts'
import type { GraphCall, GraphReply, GraphRoute, GraphServer, GraphToken } from './testing/index.ts'
import { graphError, GraphState, startGraph } from './testing/index.ts'

const HOST = new URL(FACEBOOK_API_URL).host
const UPLOADS = new URL(META_UPLOAD_URL).host
const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }
const SCOPES = ['pages_manage_posts']

let state: GraphState
let server: GraphServer
let api: GraphApi
let tokens: [string, string]
let warnings: string[]
let sent: GraphCall[]

beforeEach(async () => {
  state = new GraphState(Date.now)
  sent = []
  warnings = []
  const good: GraphReply = { status: 200, body: { id: '1' } }
  const keep: GraphRoute['serve'] = (call) => {
    sent.push(call)
    return good
  }
  server = await startGraph({
    state,
    version: 'v26.0',
    appSecret: 'app-secret',
    routes: [
      { host: HOST, name: 'GET /me', serve: () => good },
      { host: HOST, name: 'POST /:id/feed', scopes: SCOPES, fields: ['message'], serve: () => good },
      { host: HOST, name: 'POST /:id/photos', fields: ['published'], serve: keep },
      { host: UPLOADS, name: 'POST /video-upload/:id', token: 'OAuth', serve: keep },
    ],
  })
  const token: Omit<GraphToken, 'since'> = { kind: 'page', ownerId: '4711', scopes: SCOPES, endsAt: Infinity }
  tokens = [state.grant(token), state.grant(token)]
  const options: GraphOptions = {
    fetch: createGuardedFetch(BOUNDS),
    clock: systemClock,
    name: 'Facebook',
    apiUrl: server.urlOf(HOST),
    uploadUrl: server.urlOf(UPLOADS),
    version: META_API_VERSION,
    appSecret: 'app-secret',
    onVersionWarning: (warning) => warnings.push(warning),
  }
  api = createGraphApi(options)
})
afterEach(() => server.stop())

const ME: GraphRequest = { method: 'GET', path: '/me' }
const FEED: GraphRequest = { method: 'POST', path: '/4711/feed', form: { message: 'Hello' } }

function open(fields: Partial<StepOptions> = {}): StepOptions {
  return { connection: createTestConnection(tokens), signal: new AbortController().signal, ...fields }
}

const ask = (options = open()) => api.ask(idSchema, FEED, options)
const failure = async (route = 'POST /:id/feed', ...replies: GraphReply[]) => {
  state.answerInstead(route, ...replies)
  return rejection(ask())
}

describe('the Graph API', () => {
  it('is asked in the version that is set, with the token and a proof of the app', async () => {
    expect(await ask()).toEqual({ id: '1' })
    expect(state.complaints).toEqual([])
  })

  it('takes a file in a form', async () => {
    const file: FormFile = { name: 'source', fileName: 'a.jpg', contentType: 'image/jpeg', bytes: Buffer.from('bytes') }
    const form = { published: 'false' }
    const answer = await api.send({ method: 'POST', path: '/4711/photos', form, file }, open())
    expect([isGood(answer), readJson(answer)]).toEqual([true, { id: '1' }])
    expect([sent[0]?.fields.get('published'), await sent[0]?.file?.text()]).toEqual(['false', 'bytes'])
  })

  it('takes bytes at the upload host, with the token in the other scheme', async () => {
    const upload: UploadRequest = {
      path: '/video-upload/v26.0/7',
      headers: { offset: '0' },
      body: Buffer.from('bytes'),
    }
    await api.upload(upload, open())
    // Meta names the whole address itself: the token goes to the host that is set, and to no other.
    await api.upload({ ...upload, path: 'https://rupload.example.com/video-upload/v26.0/7' }, open())
    expect(sent.map(({ body }) => String(body))).toEqual(['bytes', 'bytes'])
    expect(state.complaints).toEqual([])
  })

  it('has one host for each sign-in', () => {
    expect(INSTAGRAM_API_URL).not.toBe(FACEBOOK_API_URL)
  })

  it('is asked once more with a new token when it refuses one, and no more than once', async () => {
    state.refused.add(tokens[0])
    await ask()
    state.refused.add(tokens[1])
    expect(await rejection(ask())).toMatchObject({ failure: 'reconnect' })
    expect(server.requests).toHaveLength(4)
  })

  it.each<[string, Record<string, string>, object | undefined]>([
    ['x-app-usage', { 'x-app-usage': '{"call_count":100,"total_time":3,"total_cputime":1}' }, { scope: 'app' }],
    ['x-app-usage', { 'x-app-usage': '{"call_count":99,"total_time":3,"total_cputime":1}' }, undefined],
    ['x-app-usage', { 'x-app-usage': 'garbage' }, undefined],
    [
      'x-business-use-case-usage',
      {
        'x-business-use-case-usage':
          '{"4711":[{"type":"pages","call_count":10,"total_cputime":100,"total_time":1,"estimated_time_to_regain_access":19}]}',
      },
      { scope: 'account', notBefore: expect.any(Date) },
    ],
  ])('reports what %s says is used up: %j', async (_, headers, expected) => {
    state.manner.headers = headers
    const quotas: UsedUpQuota[] = []
    await ask(open({ reportQuota: (quota) => quotas.push(quota) }))
    expect(quotas).toEqual(expected === undefined ? [] : [expect.objectContaining(expected)])
    const minutes = ((quotas[0]?.notBefore?.getTime() ?? Date.now()) - Date.now()) / 60_000
    expect(minutes).toBeLessThanOrEqual(19)
  })

  it('waits until a limit ends, where the refusal says when', async () => {
    const usage = {
      type: 'pages',
      call_count: 100,
      total_cputime: 1,
      total_time: 1,
      estimated_time_to_regain_access: 7,
    }
    const headers = { 'x-business-use-case-usage': JSON.stringify({ '4711': [usage] }) }
    const error = await failure('POST /:id/feed', { ...graphError(80001), headers })
    expect(error).toMatchObject({ failure: 'retry', scope: 'account', notBefore: expect.any(Date) })
  })

  it('warns once of a version that has ended or was replaced', async () => {
    state.manner.headers = { 'x-ad-api-version-warning': 'v26.0 will end', 'facebook-api-version': 'v28.0' }
    await ask()
    await ask()
    expect(warnings).toEqual(['v26.0 will end', 'v28.0 answered for v26.0'])
  })

  it('is asked with a token at hand, or with none', async () => {
    const { signal } = new AbortController()
    expect(await api.askWith(idSchema, ME, { token: tokens[1], signal })).toEqual({ id: '1' })
    expect(await rejection(api.askWith(idSchema, ME, { token: 'other', signal }))).toMatchObject({
      failure: 'reconnect',
    })
  })
})
