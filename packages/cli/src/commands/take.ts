import type { PagePromise } from '@powerpost/client'

/** The first items of a list, and whether there are more. */
export interface Taken<Item> {
  readonly data: readonly Item[]
  readonly has_more: boolean
}

/** The API's largest page. */
const LARGEST_PAGE = 100

/** How many items a page must have for the first `limit`. */
export function pageSize(limit: number): number {
  return Math.min(limit, LARGEST_PAGE)
}

/** Takes the first `limit` items of a list, however many pages they are on. */
export async function take<Item>(list: PagePromise<Item>, limit: number): Promise<Taken<Item>> {
  const data: Item[] = []
  for await (const page of list.pages()) {
    data.push(...page.data)
    if (data.length >= limit) return { data: data.slice(0, limit), has_more: page.has_more || data.length > limit }
  }
  return { data, has_more: false }
}
