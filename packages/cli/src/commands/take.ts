import type { Page } from '@powerpost/client'
import { Option } from '@commander-js/extra-typings'
import { wholeNumber } from './options.ts'

/** The first items of a list, and where it goes on. */
export interface Taken<Item> {
  readonly data: readonly Item[]
  readonly has_more: boolean
  readonly next_cursor: string | null
}

/** What part of a list to take, as the options say it. */
export interface TakeOptions {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly all?: true | undefined
}

/** The API's largest page. */
const LARGEST_PAGE = 100

export const CURSOR = new Option('--cursor <cursor>', 'go on where an earlier list ended')
export const ALL = new Option('--all', 'all of them, whatever the limit')

/** The option for the length of a list. */
export function limitOption(length: number) {
  return new Option('--limit <n>', 'the maximum number').argParser(wholeNumber(1)).default(length)
}

/** Takes as much of a list as was asked for, however many pages that is; the cursor is that of the next item. */
export async function take<Item>(
  list: (query: { readonly limit: number; readonly cursor?: string }) => PromiseLike<Page<Item>>,
  { limit, cursor, all }: TakeOptions,
): Promise<Taken<Item>> {
  const data: Item[] = []
  const wanted = all ? Infinity : limit
  let next: string | null = cursor ?? null
  do {
    const size = Math.min(wanted - data.length, LARGEST_PAGE)
    const page: Page<Item> = await list({ limit: size, ...(next !== null && { cursor: next }) })
    data.push(...page.data)
    next = page.has_more ? page.next_cursor : null
  } while (next !== null && data.length < wanted)
  return { data, has_more: next !== null, next_cursor: next }
}
