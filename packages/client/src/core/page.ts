import type { Call } from './api-promise.ts'
import { APIPromise } from './api-promise.ts'

/** A page as the server answers it. */
export interface PageBody<Item> {
  readonly data: Item[]
  readonly next_cursor: string | null
  readonly has_more: boolean
}

type Follow<Item> = (cursor: string) => PagePromise<Item>

/** How many items to take. */
export interface TakeOptions {
  /** @default all of them */
  readonly limit?: number | undefined
}

/** A page of a list, newest first. Iterated over, it gives its items and those of the pages after it. */
export class Page<Item> implements PageBody<Item>, AsyncIterable<Item> {
  /** The items of this page. */
  readonly data: Item[]
  /** Where the next page begins; null on the last one. */
  readonly next_cursor: string | null
  /** Whether there is a next page. */
  readonly has_more: boolean
  readonly #follow: Follow<Item>

  constructor(body: PageBody<Item>, follow: Follow<Item>) {
    this.data = body.data
    this.next_cursor = body.next_cursor
    this.has_more = body.has_more
    this.#follow = follow
  }

  /** The page after this one; null after the last. */
  async getNextPage(): Promise<Page<Item> | null> {
    return this.has_more && this.next_cursor !== null ? this.#follow(this.next_cursor) : null
  }

  /** This page and those after it, each read when it is asked for. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    yield this
    for (let page = await this.getNextPage(); page; page = await page.getNextPage()) yield page
  }

  /** The items of this page and those after it, as one array. Give a `limit` unless you know that the list is short. */
  async toArray({ limit = Infinity }: TakeOptions = {}): Promise<Item[]> {
    const items: Item[] = []
    await this.each((item) => items.length < limit && items.push(item) < limit)
    return items
  }

  /** Calls a function with every item, one after the other. `false`, also of a promise, ends it. */
  async each(call: (item: Item) => unknown): Promise<void> {
    for await (const item of this) if ((await call(item)) === false) return
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data
  }
}

/** The promise of a page. Awaited it is the first page; iterated over, it gives every item of the list. */
export class PagePromise<Item> extends APIPromise<Page<Item>> implements AsyncIterable<Item> {
  constructor(call: Call<PageBody<Item>>, follow: Follow<Item>) {
    super({
      send: call.send,
      parse: async (response) => {
        const answer = await call.parse(response)
        return { ...answer, data: new Page(answer.data, follow) }
      },
    })
  }

  /** Page by page, each read when it is asked for. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    yield* (await this).pages()
  }

  /** Every item of the list, as one array. Give a `limit` unless you know that the list is short. */
  async toArray(options?: TakeOptions): Promise<Item[]> {
    return (await this).toArray(options)
  }

  /** Calls a function with every item, one after the other. `false`, also of a promise, ends it. */
  async each(call: (item: Item) => unknown): Promise<void> {
    return (await this).each(call)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this
  }
}
