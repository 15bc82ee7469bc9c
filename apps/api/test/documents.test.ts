import type { Media } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { preflight, refusalOf } from './harness/drafts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makePdf } from './media-files/index.ts'

let server: TestServer
let pdf: Media

beforeAll(async () => {
  server = await startTestServer({ work: false })
  pdf = (await (await upload(makePdf(3))).json()) as Media
})
afterAll(() => server.stop())

function upload(bytes: Buffer, type = 'document'): Promise<Response> {
  const form = new FormData()
  form.append('type', type)
  form.append('file', new Blob([new Uint8Array(bytes)]), 'year.pdf')
  return server.request('/api/v1/media/upload', { method: 'POST', body: form })
}

it('a PDF is uploaded, with its pages, listed by its type, and read back', async () => {
  expect(pdf).toMatchObject({ type: 'document', mime_type: 'application/pdf', file_name: 'year.pdf', pages: 3 })
  expect([pdf.width, pdf.height]).toEqual([595, 842])
  const listed = (await (await server.request('/api/v1/media?type=document')).json()) as { data: Media[] }
  expect(listed.data.map(({ media_id }) => media_id)).toEqual([pdf.media_id])
  const read = await fetch(pdf.url)
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(Buffer.from(await read.arrayBuffer())).toEqual(makePdf(3))
  expect((await fetch(pdf.thumbnail_url)).headers.get('content-type')).toBe('image/jpeg')
})

it('one that is not what its type says is refused', async () => {
  const refused = await upload(makePdf(1), 'image')
  expect([refused.status, (await refusalOf(refused)).message]).toEqual([
    415,
    'The file is a document, but type is image.',
  ])
})

it('captions are not written about it', async () => {
  const refused = await server.post('/api/v1/content/generate', {
    media_ids: [pdf.media_id],
    post_types: ['linkedin-post'],
    research_mode: 'regular',
  })
  expect(refused.status).toBe(400)
  expect((await refusalOf(refused)).details).toMatchObject([
    { path: 'media_ids[0]', message: expect.stringContaining('is a document') },
  ])
})

const rulesOf = async (post_type: string, media_ids: readonly string[], options = {}) => {
  const { problems } = await preflight(server, {
    items: [{ post_type, content: 'Our year', media_ids, options }],
  } as never)
  return problems.filter(({ rule }) => rule !== 'connection').map(({ rule, severity }) => `${severity} ${rule}`)
}

it.each(['instagram-feed', 'tiktok-photos', 'facebook-reel', 'x-post', 'facebook-post'])(
  '%s takes none',
  async (type) => {
    expect(await rulesOf(type, [pdf.media_id])).toContain('error media_type')
  },
)

it('LinkedIn takes one, alone, of at most 300 pages', async () => {
  expect(await rulesOf('linkedin-post', [pdf.media_id])).toEqual([])
  const long = (await (await upload(makePdf(301))).json()) as Media
  expect(await rulesOf('linkedin-post', [long.media_id])).toEqual(['error pages'])
  expect(await rulesOf('linkedin-post', [pdf.media_id, long.media_id])).toContain('error media_count')
  const options = { article_url: 'https://example.com' }
  expect(await rulesOf('linkedin-post', [pdf.media_id], options)).toEqual(['error article'])
})
