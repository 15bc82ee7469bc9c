import { describe, expect, it } from 'vitest'
import type { WritingStyle } from '../src/index.ts'
import { BadRequestError } from '../src/index.ts'
import { rejection, setUp } from './harness/client.ts'
import { json, refuse, reset } from './harness/server.ts'

function pageOf(ids: readonly string[], cursor: string | null) {
  const data = ids.map((id) => ({ writing_style_id: id }))
  return json(200, { data, next_cursor: cursor, has_more: cursor !== null })
}

const pages = [pageOf(['5', '4'], 'c1'), pageOf([], 'c2'), pageOf(['3', '2'], 'c3'), pageOf(['1'], null)] as const

async function collect(list: AsyncIterable<WritingStyle>): Promise<string[]> {
  const ids: string[] = []
  for await (const { writing_style_id } of list) ids.push(writing_style_id)
  return ids
}

describe('a list', () => {
  it('awaited is its first page, which leads to the next', async () => {
    const { client, server } = await setUp(pages)
    const first = await client.writingStyles.list({ limit: 2 })
    expect(first).toMatchObject({ next_cursor: 'c1', has_more: true })
    expect(first.data).toHaveLength(2)
    const second = await first.getNextPage()
    expect(second?.next_cursor).toBe('c2')
    expect(server.received.map(({ path }) => path)).toEqual([
      '/api/v1/writing-styles?limit=2',
      '/api/v1/writing-styles?limit=2&cursor=c1',
    ])
  })

  it('iterated over gives every item once, over empty pages and lost connections', async () => {
    const [first, second, third, last] = pages
    const { client, server } = await setUp([first, reset, second, third, last])
    expect(await collect(client.writingStyles.list())).toEqual(['5', '4', '3', '2', '1'])
    expect(server.received).toHaveLength(5)
  })

  it('goes on from the page in hand', async () => {
    const { client } = await setUp(pages)
    expect(await collect(await client.writingStyles.list())).toEqual(['5', '4', '3', '2', '1'])
  })

  it('reads no page before it is asked for', async () => {
    const { client, server } = await setUp(pages)
    for await (const { writing_style_id } of client.writingStyles.list()) if (writing_style_id === '4') break
    expect(server.received).toHaveLength(1)
  })

  it('can be read page by page', async () => {
    const { client } = await setUp(pages)
    const sizes: number[] = []
    for await (const page of client.writingStyles.list().pages()) sizes.push(page.data.length)
    expect(sizes).toEqual([2, 0, 2, 1])
  })

  it('ends at the last page', async () => {
    const { client } = await setUp([pageOf(['1'], null)])
    expect(await (await client.writingStyles.list()).getNextPage()).toBeNull()
  })

  it('fails where a page does', async () => {
    const { client } = await setUp([pages[0], refuse(400, 'VALIDATION_ERROR')])
    expect(await rejection(collect(client.writingStyles.list()))).toBeInstanceOf(BadRequestError)
  })

  it.each([
    [undefined, ['5', '4', '3', '2', '1'], 4],
    [0, [], 1],
    [2, ['5', '4'], 1],
    [3, ['5', '4', '3'], 3],
    [99, ['5', '4', '3', '2', '1'], 4],
  ])('is an array of at most %s items, over no more pages than that takes', async (limit, ids, requests) => {
    const { client, server } = await setUp(pages)
    const items = await client.writingStyles.list().toArray(limit === undefined ? undefined : { limit })
    expect(items.map((item) => item.writing_style_id)).toEqual(ids)
    expect(server.received).toHaveLength(requests)
    const page = await client.writingStyles.list()
    expect(page.toArray).toBeInstanceOf(Function)
  })

  it('is gone through one item after the other, until a function says false', async () => {
    const { client, server } = await setUp(pages)
    const seen: string[] = []
    let running = 0
    await client.writingStyles.list().each(async ({ writing_style_id: id }) => {
      running += 1
      await Promise.resolve()
      expect(running).toBe(1)
      running -= 1
      seen.push(id)
      return id !== '3'
    })
    expect(seen).toEqual(['5', '4', '3'])
    expect(server.received).toHaveLength(3)
  })
})
